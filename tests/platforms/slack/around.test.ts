/** What a command learns of what is around it: where posts go, the reader's rights and zone, groups and channels. */
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../../src/commands/command.ts';
import type { Surroundings } from '../../../src/commands/index.ts';
import { toReader } from '../../../src/commands/invocation.ts';
import { line } from '../../../src/message/index.ts';
import { type PeerMessage, type Reader, textOf } from '../../peers/slack/index.ts';
import { begin, bothModes, message, type Options, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

const said = (words: string) =>
  toReader({
    ...{ kind: 'list', title: 'Places', summary: 'places', command: '/places', page: 1, buttons: [] },
    blocks: [{ kind: 'paragraph', content: line(words) }],
  });

/** Says which channel and group it got. */
const places = defineCommand({
  name: 'places',
  description: 'Says what it got',
  example: () => '/places',
  seenBy: () => 'reader',
  options: { channel: { kind: 'channel', description: 'A channel' }, role: { kind: 'role', description: 'A group' } },
  run: ({ channel = '-', role = '-' }) => said(`${channel} ${role}`),
});

/** Asks for what Slack has elements of its own for. */
const appoint = defineCommand({
  name: 'appoint-places',
  description: 'Asks for a channel and an hour',
  example: () => '/appoint-places',
  seenBy: () => 'reader',
  options: {
    channel: { kind: 'channel', description: 'A channel', required: true },
    at: { kind: 'hour', description: 'An hour', required: true },
  },
  run: ({ channel, at }) => said(`${channel} ${JSON.stringify(at)}`),
});

interface Asked {
  readonly around: Surroundings;
  readonly rights: readonly string[];
}

/** Tells what is around it, and keeps it for the test. */
async function open(mode: (typeof bothModes)[number], options: Options = {}) {
  let asked: Asked | undefined;
  const around = defineCommand({
    name: 'nearby',
    description: 'Tells what is around it',
    example: () => '/nearby',
    seenBy: () => 'reader',
    options: { words: { kind: 'text', description: 'Any words' } },
    async run({ words = '' }, { call }) {
      asked = { around: call.around, rights: await call.rights() };
      return toReader({
        ...{ kind: 'list', title: 'Around', summary: 'nearby', command: '/nearby', page: 1 },
        blocks: [{ kind: 'paragraph', content: line(`words ${words};`) }],
        buttons: [
          { label: 'Again', command: '/nearby' },
          { label: 'Form', command: '/asks' },
        ],
      });
    },
  });
  const asks = defineCommand({
    name: 'asks',
    description: 'Asks for words',
    example: () => '/asks',
    seenBy: () => 'reader',
    options: { words: { kind: 'text', description: 'Any words', required: true } },
    run: around.run,
  });
  const trial = await begin(mode, {
    settings: { slowMs: 10_000, ...options.settings },
    commands: [around, asks, places, appoint],
  });
  const heard = async (answered: Promise<unknown>): Promise<Asked & { readonly shown: PeerMessage }> => {
    const shown = await message(answered as Promise<PeerMessage>);
    if (!asked) throw new Error('nothing was asked');
    return { ...asked, shown };
  };
  return { ...trial, ann: trial.peer.reader('ann'), heard };
}

describe.each(bothModes)('by %s, posts go', (mode) => {
  test('to the channel in which something is typed, pressed, mentioned or sent by a form', async () => {
    const { peer, ann, heard } = await open(mode);
    const channel = peer.channels.news;
    const home = { id: channel.id, personal: false };
    const typed = await heard(ann.type('/dateline', 'nearby', { channel }).answered);
    expect(typed.around.home).toEqual(home);
    expect((await heard(ann.press(typed.shown, '/nearby').answered)).around.home).toEqual(home);
    const form = await ann.press(typed.shown, '/asks').answered;
    expect((await heard(ann.submit(form as never, { words: 'x' }).answered)).around.home).toEqual(home);
    expect((await heard(ann.mention('nearby', { channel }).answered)).around.home).toEqual(home);
  });

  test('to the reader in a private conversation, whose right it is', async () => {
    const { peer, heard } = await open(mode);
    const guy = peer.reader('guy', { guest: 'single' });
    const home = { id: guy.id, personal: true };
    const written = await heard(guy.dm('nearby').answered);
    expect(written).toMatchObject({ around: { home }, rights: ['manage-channel'] });
    expect(await heard(guy.press(written.shown, '/nearby').answered)).toMatchObject({ around: { home } });
    const typed = await heard(guy.type('/dateline', 'nearby', { channel: peer.dmWith(guy) }).answered);
    expect(typed).toMatchObject({ around: { home }, rights: ['manage-channel'] });
  });
});

describe('who decides in a channel', () => {
  test.for([
    ['members', { guest: false }, true],
    ['members', { guest: 'multi' }, false],
    ['members', { guest: 'single' }, false],
    ['admins', { guest: false }, false],
    ['admins', { admin: true }, true],
    ['admins', { owner: true }, true],
    ['admins', { admin: true, guest: 'multi' }, false],
    ['members', { team: 'T0ANOTHER' }, false],
    ['members', { team: 'T0ANOTHER', alsoHere: true }, true],
    ['admins', { team: 'T0ANOTHER', admin: true }, false],
  ] as const)('by %s: %j %s', async ([digestsBy, traits, may]) => {
    const { peer, heard } = await open('socket', { settings: { digestsBy } });
    const { rights } = await heard(peer.reader('mia', traits).type('/dateline', 'nearby').answered);
    expect(rights).toEqual(may ? ['manage-channel'] : []);
  });
});

describe('the zone', () => {
  test('is the one of the reader’s profile, asked for once', async () => {
    const { peer, heard } = await open('socket');
    const { around } = await heard(peer.reader('ines', { tz: 'Asia/Katmandu' }).type('/dateline', 'nearby').answered);
    expect(await around.zone()).toBe('Asia/Katmandu');
    expect(await around.zone()).toBe('Asia/Katmandu');
    expect(peer.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test('is not known where it is none that the runtime has', async () => {
    const { peer, heard } = await open('socket');
    for (const tz of ['Mars/Olympus', '']) {
      const { around } = await heard(peer.reader('ines', { tz }).type('/dateline', 'nearby').answered);
      expect(await around.zone()).toBeUndefined();
    }
  });

  test('is not known where the profile cannot be read, and nothing else is lost', async () => {
    const { peer, ann, heard } = await open('socket');
    const { around } = await heard(ann.dm('nearby').answered);
    peer.faults.next(/users\.info/, { error: 'missing_scope' });
    expect(await around.zone()).toBeUndefined();
  });
});

describe('a group', () => {
  const found = async () => {
    const opened = await open('socket');
    const { around } = await opened.heard(opened.ann.dm('nearby').answered);
    const editors = opened.peer.group('editors', { name: 'The Editors' });
    const off = opened.peer.group('old-hands', { disabled: true });
    return { ...opened, around, editors, off };
  };

  test('is found by handle, id, and as Slack writes it', async () => {
    const { around, editors } = await found();
    for (const typed of ['editors', '@editors', '@Editors', editors.id, `<!subteam^${editors.id}|@editors>`])
      expect(await around.role(typed)).toEqual({ kind: 'role', id: editors.id, name: 'editors' });
  });

  test('that is switched off, or that there is not, is unknown', async () => {
    const { around, off } = await found();
    for (const typed of ['old-hands', off.id, `<!subteam^${off.id}|@old-hands>`, 'nobody', '', '<@U1|ann>'])
      expect(await around.role(typed)).toEqual({ kind: 'unknown' });
  });

  test('that the bot may not look up is not pinged, and what helps is said', async () => {
    const { around, peer } = await found();
    peer.faults.next(/usergroups\.list/, { error: 'missing_scope' });
    expect(await around.role('@editors')).toEqual({
      kind: 'not allowed',
      name: 'editors',
      helps: expect.stringContaining('usergroups:read'),
    });
  });

  test.for(['@channel', 'everyone', '@here', '@Everyone', '<!channel>', '<!here|here>', '<!everyone>'])(
    '%s would be everybody',
    async (typed) => {
      expect(await (await found()).around.role(typed)).toEqual({ kind: 'everyone' });
    },
  );
});

describe('a channel', () => {
  test('is found by name, id, and as Slack writes it, far down a long list too', async () => {
    const { peer, ann, heard } = await open('socket');
    for (let count = 0; count < 1000; count += 1) peer.channel(`room-${count}`);
    const desk = peer.channel('desk', { private: true });
    const { around } = await heard(ann.type('/dateline', 'nearby').answered);
    const { id } = peer.channels.news;
    for (const typed of ['news', '#news', '#News', id, `<#${id}|news>`, `<#${id}>`])
      expect(await around.channel(typed)).toEqual({ kind: 'channel', id, name: '#news' });
    expect(await around.channel('#desk')).toEqual({ kind: 'channel', id: desk.id, name: '#desk' });
  });

  test('that is archived, or that the bot is not in, is closed, and what helps is said', async () => {
    const { peer, ann, heard } = await open('socket');
    const { around } = await heard(ann.type('/dateline', 'nearby').answered);
    const elsewhere = peer.channel('elsewhere', { member: false });
    expect(await around.channel(`<#${elsewhere.id}|elsewhere>`)).toEqual({
      kind: 'closed',
      helps: 'Invite it first: type /invite @Dateline there.',
    });
    expect(await around.channel('archived')).toMatchObject({ kind: 'closed', helps: 'It is archived.' });
  });

  test('that is private and not the reader’s, or that there is not, is unknown', async () => {
    const { peer, heard } = await open('socket');
    const hidden = peer.channel('hidden', { private: true });
    const bob = peer.reader('bob', { notIn: [hidden] });
    const { around } = await heard(bob.type('/dateline', 'nearby').answered);
    for (const typed of ['hidden', hidden.id, `<#${hidden.id}|>`, peer.channels.closed.id, 'C0NOSUCH00', 'nowhere', ''])
      expect(await around.channel(typed)).toEqual({ kind: 'unknown' });
    expect(await around.channel(peer.dmWith(bob).id)).toEqual({ kind: 'unknown' });
  });

  test('is not a guest’s to decide about, from a private conversation neither', async () => {
    const { peer, heard } = await open('socket');
    const { around } = await heard(peer.reader('guy', { guest: 'multi' }).dm('nearby').answered);
    expect(await around.channel('news')).toEqual({ kind: 'not yours' });
  });
});

describe('names that are typed', () => {
  const ways = (ann: Reader) => [
    (words: string) => ann.type('/dateline', words).answered,
    (words: string) => ann.dm(words).answered,
    (words: string) => ann.mention(words).answered,
  ];

  test('reach a command that takes channels and groups with their ids', async () => {
    const { peer, ann } = await open('socket');
    const { id } = peer.channels.news;
    const desk = peer.channel('desk', { private: true });
    const editors = peer.group('editors');
    for (const ask of ways(ann)) {
      const got = async (typed: string) => textOf(await message(ask(`places ${typed}`)));
      expect(await got('channel:#news role:@editors')).toContain(`<#${id}|news> <!subteam^${editors.id}|@editors>`);
      expect(await got('@editors #desk')).toContain(`<#${desk.id}|> <!subteam^${editors.id}|@editors>`);
      expect(await got('role:@channel')).toContain('- @channel');
    }
    expect(textOf(await message(ann.type('/places', '#news').answered))).toContain(`<#${id}|news>`);
  });

  test('stand as they were typed in any other', async () => {
    const { peer, ann } = await open('socket');
    peer.group('editors');
    const text = 'in #news, @editors & @ann see https://example.org/?a=1&b=2';
    for (const ask of ways(ann)) expect(textOf(await message(ask(`nearby ${text}`)))).toContain(`words ${text};`);
  });

  test('in a form are chosen, as is an hour', async () => {
    const { peer, ann } = await open('socket');
    const form = await view(ann.type('/dateline', 'appoint-places').answered);
    const { id } = peer.channels.news;
    const answer = await message(ann.submit(form, { channel: id, at: '09:30' }).answered);
    expect(textOf(answer)).toContain(`${id} 570`);
    expect(peer.refusals).toEqual([]);
  });
});
