/** What a digest needs of Discord beside being posted. */
import { describe, expect, test } from 'vitest';
import { type Block, line, type Message } from '../../../src/message/index.ts';
import { renderDiscord } from '../../../src/platforms/discord/index.ts';
import { digest } from '../../conformance/digest.ts';
import { pictured } from '../../conformance/trial-commands.ts';
import { buttonsOf, type PeerMessage, Permission, textOf } from '../../peers/discord/index.ts';
import { hasOpenApi } from '../../peers/discord/openapi.ts';
import { discordProblems } from '../discord-rules.ts';
import { callsOf, posted, postOf, prepare, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const posting = /POST \/channels\/\d+\/messages/;

const paragraphs = (count: number, length: number): Block[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'paragraph',
    content: line(`${index} `.padEnd(length, 'x')),
  }));

const textsOf = (message: Message) => JSON.stringify(renderDiscord(message).payload.components);

describe('room for a correction', () => {
  const spare = { characters: 600, components: 4 };
  const correction: Block = {
    ...{ kind: 'correction', label: 'Correction of 8 Sep', why: 'The report was wrong.' },
    was: line('w'.repeat(250)),
    now: line('n'.repeat(250)),
  };

  test.for([
    ['characters', paragraphs(30, 190)],
    ['components', paragraphs(60, 9).flatMap((each, index): Block[] => [{ kind: 'heading', text: `${index}` }, each])],
  ] as const)('is kept free of %s: the first page still holds all that it held', ([, blocks]) => {
    const before = digest('full', { blocks, spare });
    const after = digest('full', { blocks: [correction, ...blocks] });
    const rendered = renderDiscord(before);
    expect(rendered.pages).toBeGreaterThan(1);
    expect(discordProblems(renderDiscord(after).payload)).toEqual([]);
    const shown = blocks.filter(({ kind }) => kind === 'paragraph').filter((block) => isOn(textsOf(before), block));
    expect(shown.length).toBeGreaterThan(5);
    for (const block of shown) expect(isOn(textsOf(after), block)).toBe(true);
  });

  test('is not kept where the message asks for none', () => {
    const onFirst = (more: Partial<Message>) =>
      paragraphs(30, 190).filter((block) =>
        isOn(textsOf(digest('full', { blocks: paragraphs(30, 190), ...more })), block),
      );
    expect(onFirst({}).length - onFirst({ spare }).length).toBeGreaterThanOrEqual(3);
  });
});

function isOn(text: string, block: Block): boolean {
  const [part] = block.kind === 'paragraph' ? block.content : [];
  return part?.kind === 'text' && text.includes(part.text.slice(0, 12));
}

test('the key goes with every button that has room for it; one that has none works all the same', async () => {
  const trial = await started();
  const long = `/ask ${'why '.repeat(23)}not`;
  const buttons = [
    { label: 'Long', command: long.padEnd(100, '?') },
    { label: 'Short', command: '/stories' },
  ];
  await trial.platform.deliver(postOf(trial, 'slot-2026-11-26-abcdefghi', { message: digest('keyed', { buttons }) }));
  const [post] = posted(trial);
  if (!post) throw new Error('no post');
  const ids = buttonsOf(post).map(({ customId }) => customId);
  expect(ids).toEqual([buttons[0]?.command, '/stories #slot-2026-11-26-abcdefghi']);
  for (const id of ids) {
    const answer = await trial.peer.reader('Ann').press(post, id).answered;
    expect(textOf(answer as PeerMessage)).not.toContain('earlier version');
  }
  const firstTried = Date.now();
  expect(await trial.platform.deliver(postOf(trial, 'slot-2026-11-26-abcdefghi', { firstTried }))).toMatchObject({
    id: post.id,
  });
});

describe('a reply to a post', () => {
  test('stands under it, and pings nobody', async () => {
    const trial = await started();
    await trial.platform.deliver(postOf(trial, 'first'));
    const [first] = posted(trial);
    expect(await trial.platform.deliver(postOf(trial, 'reply', { replyTo: first?.id ?? '' }))).toMatchObject({
      kind: 'sent',
    });
    expect(posted(trial)[0]).toMatchObject({ reference: first?.id, pings: [] });
  });

  test('stands by itself where the post was deleted, or may not be read', async () => {
    const trial = await started();
    expect(await trial.platform.deliver(postOf(trial, 'deleted', { replyTo: '1' }))).toMatchObject({ kind: 'sent' });
    trial.peer.channel('general').deny = Permission.ReadMessageHistory;
    const replyTo = posted(trial)[0]?.id ?? '';
    expect(await trial.platform.deliver(postOf(trial, 'unread', { replyTo }))).toMatchObject({ kind: 'sent' });
    expect(posted(trial).map(({ reference }) => reference)).toEqual([undefined, undefined]);
  });
});

describe('a picture', () => {
  test('stays out where the bot may not attach files, in a post and in its change', async () => {
    const trial = await started();
    const message = { ...digest('pictured'), blocks: pictured };
    trial.peer.channel('general').deny = Permission.AttachFiles;
    const sent = await trial.platform.deliver(postOf(trial, 'pictured', { message }));
    if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
    expect(posted(trial)).toMatchObject([{ attachments: [] }]);
    expect(textOf(posted(trial)[0] as PeerMessage)).toMatch(/before.*behind/s);
    const change = { ...postOf(trial, 'pictured'), id: sent.id };
    expect(await trial.platform.amend(change, message)).toEqual({ kind: 'done' });
    trial.peer.channel('general').deny = Permission.SendMessages;
    expect(await trial.platform.deliver(postOf(trial, 'shut', { message }))).toMatchObject({ kind: 'gone' });
  });

  test('goes with a change to a page that does not show it', async () => {
    const trial = await started();
    const sent = await trial.platform.deliver(postOf(trial, 'x', { message: { ...digest('x'), blocks: pictured } }));
    if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
    const change = { ...postOf(trial, 'x'), id: sent.id };
    expect(await trial.platform.amend(change, digest('y'))).toEqual({ kind: 'done' });
    expect(posted(trial)).toMatchObject([{ attachments: [], pings: [] }]);
  });

  test('needs nothing to be made ready', async () => {
    const trial = await prepare();
    const message = { ...digest('x'), blocks: pictured };
    expect(await trial.platform.prepare(message)).toBe(message);
  });
});

test.skipIf(!hasOpenApi)('all of it is as Discord describes it (skipped where there is no copy of that)', async () => {
  const trial = await started({}, { openapi: true });
  const { peer, platform } = trial;
  const ann = peer.reader('Ann');
  const role = peer.guild.addRole('Readers', { mentionable: true });
  const message = { ...digest('x', { kind: 'digest' }), blocks: pictured };
  const first = await platform.deliver(postOf(trial, 'first', { message, mention: role.id }));
  if (first.kind !== 'sent') throw new Error(JSON.stringify(first));
  expect(await platform.deliver(postOf(trial, 'reply', { replyTo: first.id }))).toMatchObject({ kind: 'sent' });
  for (const changed of [message, digest('y')])
    expect(await platform.amend({ ...postOf(trial, 'first'), id: first.id }, changed)).toEqual({ kind: 'done' });
  await platform.tell(ann.id, message);
  const opener = (await ann.type('opener').answered) as PeerMessage;
  const form = await ann.press(opener, '/appoint').answered;
  expect(form).toMatchObject({ kind: 'modal' });
  expect(peer.refusals).toEqual([]);
  expect(trial.told.errors).toEqual([]);
});

describe('a word to a reader', () => {
  const toldTo = ({ peer }: Trial, readerId: string) =>
    [...peer.directMessages(readerId)].map((message) => textOf(message));

  test('comes in private, once though its answer is lost', async () => {
    const trial = await started();
    const ann = trial.peer.reader('Ann');
    trial.peer.faults.next(posting, { after: 'accept', status: 500 });
    await trial.platform.tell(ann.id, digest('for you'));
    await trial.platform.tell(ann.id, digest('and more'));
    expect(toldTo(trial, ann.id)).toEqual([
      expect.stringContaining('and more'),
      expect.stringContaining('digest for you'),
    ]);
    expect(callsOf(trial, posting)).toBe(3);
    expect(trial.told.errors).toEqual([]);
  });

  test('is let be where the reader takes none, and before the connection', async () => {
    const trial = await prepare();
    const ann = trial.peer.reader('Ann', { acceptsMessages: false });
    await trial.platform.tell(ann.id, digest('too early'));
    await trial.platform.start(trial.bot);
    await trial.platform.tell(ann.id, digest('refused'));
    expect(toldTo(trial, ann.id)).toEqual([]);
    expect([trial.told.errors, trial.told.warnings.length]).toEqual([[], 1]);
    await trial.platform.tell('7', digest('to nobody'));
    expect(trial.told.errors).toHaveLength(1);
  });
});
