import { describe, expect, test } from 'vitest';
import { line, type Message, type MessageKind } from '../../../src/message/index.ts';
import { digest } from '../../conformance/digest.ts';
import { componentsOf, type PeerMessage, Permission, textOf } from '../../peers/discord/index.ts';
import { messageOf, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const componentsV2 = 1 << 15;
const ephemeral = 1 << 6;

/** Where the bot may ping everyone, and somebody tries to make it. */
async function tempted(): Promise<Trial & { readonly temptation: string }> {
  const trial = await started();
  const { guild } = trial.peer;
  guild.botPermissions = guild.botPermissions | Permission.MentionEveryone;
  const role = guild.addRole('Readers', { mentionable: true });
  const bob = trial.peer.reader('Bob');
  return { ...trial, temptation: `@everyone @here <@${bob.id}> <@!${bob.id}> <@&${role.id}>` };
}

const post = async ({ peer, platform }: Trial, message: Message, more: { mention?: string; key?: string } = {}) => {
  const { id } = peer.channel('general');
  const sent = await platform.deliver({ to: { platform: 'discord', id }, message, key: 'k', ...more });
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  const found = peer.messages('general').find((each) => each.id === sent.id);
  if (!found) throw new Error('not posted');
  return found;
};

describe('whatever the bot says', () => {
  test.for([
    [
      'an answer that the channel sees',
      ({ peer, temptation }) => peer.reader('Ann').type('every', { text: temptation }).answered,
    ],
    [
      'an answer that the reader sees',
      ({ peer, temptation }) => peer.reader('Ann').type('help', { command: temptation }).answered,
    ],
    ['a mistake', ({ peer, temptation }) => peer.reader('Ann').type('stories', { query: temptation }).answered],
    [
      'the answer to a mention',
      ({ peer, temptation }) => peer.reader('Ann').mention(`every text:"${temptation}"`).answered,
    ],
    [
      'a slow answer',
      async ({ peer, gate }) => {
        const exchange = peer.reader('Ann').type('slow');
        await exchange.acknowledged;
        gate.open();
        return exchange.answered;
      },
    ],
    [
      'a turned page',
      async ({ peer }) => {
        const ann = peer.reader('Ann');
        return ann.press(messageOf(await ann.type('pages').answered), '/pages page:2').answered;
      },
    ],
    ['a post', (trial) => post(trial, digest(trial.temptation))],
  ] as readonly (readonly [string, (trial: Trial & { temptation: string }) => Promise<unknown>])[])(
    '%s is made of components, and pings nobody',
    async ([, say]) => {
      const trial = await tempted();
      const shown = (await say(trial)) as PeerMessage;
      expect(shown.flags & componentsV2).toBe(componentsV2);
      expect(shown).toMatchObject({ pings: [], content: '', embeds: [] });
      expect(componentsOf(shown)[0]?.type).toBe(17);
    },
  );

  test('a change of a post pings nobody', async () => {
    const trial = await tempted();
    const { id } = await post(trial, digest('one'));
    const to = { platform: 'discord', id: trial.peer.channel('general').id };
    await trial.platform.amend({ to, id, key: 'k' }, digest(trial.temptation));
    expect(trial.peer.messages('general')[0]).toMatchObject({ id, pings: [] });
  });
});

test('the colour tells what a message is', async () => {
  const trial = await started();
  const colours = new Set<unknown>();
  for (const kind of ['briefing', 'list', 'help', 'mistake'] as MessageKind[]) {
    const [container] = (await post(trial, digest(kind, { kind }), { key: kind })).components;
    colours.add((container as { accent_color?: number }).accent_color);
  }
  // What is listed looks like what helps.
  expect([...colours]).toEqual([0x2f6fde, 0x6b7280, 0xd97706]);
});

describe('who sees it', () => {
  test('an answer is public or the reader’s own', async () => {
    const { peer } = await started();
    const ann = peer.reader('Ann');
    const found = messageOf(await ann.type('briefing', { story: 'albania-iran' }).answered);
    expect(found.flags & ephemeral).toBe(0);
    const listed = messageOf(await ann.type('stories').answered);
    expect(listed.flags & ephemeral).toBe(ephemeral);
  });

  test.for([
    ['slow', false],
    ['slow-private', true],
  ] as const)('/%s is announced as it is answered', async ([command, isPrivate]) => {
    const { peer, gate, told } = await started();
    const exchange = peer.reader('Ann').type(command);
    expect(await exchange.acknowledged).toMatchObject({ type: 5, ephemeral: isPrivate });
    gate.open();
    expect(await exchange.answered).toMatchObject({ flags: componentsV2 | (isPrivate ? ephemeral : 0) });
    expect(told.warnings).toEqual([]);
  });

  test('a quick answer is announced by nothing', async () => {
    const { peer } = await started({ slowMs: 5000 });
    const exchange = peer.reader('Ann').type('stories');
    expect(await exchange.acknowledged).toMatchObject({ type: 4 });
  });

  test('what is pressed on a slow button is announced to the reader alone', async () => {
    const { peer, gate } = await started();
    const ann = peer.reader('Ann');
    const opener = messageOf(await ann.type('opener').answered);
    const exchange = ann.press(opener, '/slow-private');
    expect(await exchange.acknowledged).toMatchObject({ type: 5, ephemeral: true });
    gate.open();
    expect(messageOf(await exchange.answered).ephemeralFor).toBe(ann.id);
  });
});

describe('times', () => {
  test('a day is words, and an instant is shown in the reader’s own zone', async () => {
    const trial = await started();
    const epochMs = Date.parse('2026-04-10T10:00:00Z');
    const shown = await post(
      trial,
      digest('times', {
        blocks: [
          { kind: 'paragraph', content: [{ kind: 'day', text: '7 September 2022' }] },
          { kind: 'paragraph', content: [{ kind: 'instant', epochMs, text: '10 April 2026, 10:00 UTC' }] },
        ],
      }),
    );
    expect(textOf(shown)).toContain('7 September 2022');
    expect([...textOf(shown).matchAll(/<t:[^>]*>/g)].map(String)).toEqual([`<t:${epochMs / 1000}:f>`]);
  });

  test.for([undefined, 'timeline', 'people', 'sources'])('the dates of a story are words: %s', async (section) => {
    const { peer } = await started();
    const options = { story: 'albania-iran', ...(section !== undefined && { section }) };
    const text = textOf(messageOf(await peer.reader('Ann').type('briefing', options).answered));
    expect(text).not.toContain('<t:');
    if (section === 'timeline') expect(text).toMatch(/\d{4}/);
  });

  test('what looks like a time in a text stays text', async () => {
    const trial = await started();
    const shown = await post(
      trial,
      digest('<t:0:F>', { blocks: [{ kind: 'paragraph', content: line('at <t:1:R>') }] }),
    );
    expect(textOf(shown)).not.toMatch(/(?<!\\)<t:/);
  });
});
