/** Pictures: uploaded before a post, shown once Slack has looked at them, and never in the way of the words. */
import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/digest/index.ts';
import { type Block, line, type Message } from '../../../src/message/index.ts';
import { type PeerMessage, textOf } from '../../peers/slack/index.ts';
import { begin, message, type Options, type Trial, trialsOfThisFile } from './start.ts';

trialsOfThisFile();

const png = (content: string) => new TextEncoder().encode(content);
const picture = (content = 'a', alt = 'A timeline of <two> events'): Block => ({
  kind: 'picture',
  png: png(content),
  alt,
});

const digest = (...pictures: readonly Block[]): Message => ({
  ...{ kind: 'digest', title: 'A digest', summary: 'a digest', command: '/stories', page: 1 },
  blocks: [{ kind: 'paragraph', content: line('before') }, ...pictures, { kind: 'paragraph', content: line('behind') }],
  buttons: [],
});

const hostedIn = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'picture' ? [block.hosted] : []));
const kindsIn = ({ blocks }: PeerMessage) => blocks.map(({ type }) => type);
const calls = ({ peer }: Trial, method: RegExp) => peer.calls.filter((call) => method.test(call.method)).length;

async function open(options?: Options) {
  const trial = await begin('socket', options);
  const { peer, platform } = trial;
  const channel = peer.channels.news;
  const post = (message: Message, more: Partial<Post> = {}): Post => ({
    ...{ to: { platform: 'slack', id: channel.id }, message, key: 'slot-1', ...more },
  });
  const send = async (message: Message) => platform.deliver(post(await platform.prepare(message)));
  const shown = () => {
    const [only] = peer.messages(channel);
    if (!only) throw new Error('nothing was posted');
    return only;
  };
  return { ...trial, post, send, shown };
}

describe('a picture', () => {
  test('is uploaded, and shown between the words around it with what it says', async () => {
    const trial = await open({ peer: { looks: 3 } });
    expect(await trial.send(digest(picture()))).toMatchObject({ kind: 'sent' });
    const shown = trial.shown();
    expect(kindsIn(shown)).toEqual(['header', 'rich_text', 'image', 'rich_text']);
    expect(shown.blocks[2]).toMatchObject({
      alt_text: 'A timeline of <two> events',
      slack_file: { id: expect.stringMatching(/^F/) },
    });
    expect(calls(trial, /files\.info/)).toBe(4); // ready at the fourth look
    expect(trial.peer.refusals).toEqual([]);
  });

  test('is uploaded once for all channels that get it at once or later, and another one by itself', async () => {
    const trial = await open();
    const { platform } = trial;
    const prepared = await Promise.all([1, 2, 3].map(() => platform.prepare(digest(picture()))));
    prepared.push(await platform.prepare(digest(picture())));
    expect(new Set(prepared.flatMap(hostedIn)).size).toBe(1);
    expect(calls(trial, /files\.getUploadURLExternal/)).toBe(1);
    const two = await platform.prepare(digest(picture('b'), picture('a')));
    expect(new Set(hostedIn(two)).size).toBe(2);
    expect(calls(trial, /files\.getUploadURLExternal/)).toBe(2);
  });

  test('that was uploaded already is left as it is', async () => {
    const trial = await open();
    const once = await trial.platform.prepare(digest(picture()));
    expect(await trial.platform.prepare(once)).toEqual(once);
  });

  test('is uploaded anew after an hour', async () => {
    const clock = { ms: Date.now() };
    const now = () => clock.ms;
    const trial = await open({ peer: { now }, settings: { now } });
    await trial.platform.prepare(digest(picture()));
    clock.ms += 61 * 60_000;
    await trial.platform.prepare(digest(picture()));
    expect(calls(trial, /files\.getUploadURLExternal/)).toBe(2);
  });

  test('waits for a rate limit', async () => {
    const trial = await open();
    trial.peer.faults.next(/files\./, { retryAfterS: 0 }, 2);
    expect(hostedIn(await trial.platform.prepare(digest(picture())))).toHaveLength(1);
  });

  test.for([
    [/files\.getUploadURLExternal/, { error: 'missing_scope' }, 'missing_scope'],
    [/files\.getUploadURLExternal/, { retryAfterS: 60 }, 'ratelimited'],
    [/upload/, { status: 500 }, 'Error: the upload was refused: HTTP 500'],
    [/upload/, 'reset', 'fetch failed'],
    [/files\.completeUploadExternal/, { error: 'file_not_found' }, 'file_not_found'],
    [/files\.info/, { error: 'file_not_found' }, 'file_not_found'],
  ] as const)(
    'that cannot be uploaded (%s, %j) is left out, said to the operator, and tried again for the next',
    async ([where, fault, reason]) => {
      const trial = await open();
      trial.peer.faults.next(where, fault);
      const without = await trial.platform.prepare(digest(picture()));
      expect(without.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
      const [told] = await trial.hears('picture not uploaded');
      expect(JSON.stringify(told)).toContain(reason);
      expect(JSON.stringify(told)).not.toContain('http://');
      expect(hostedIn(await trial.platform.prepare(digest(picture())))).toHaveLength(1);
    },
  );

  test('that Slack never looks at is left out after a while', async () => {
    const trial = await open({ peer: { looks: 100 } });
    expect(hostedIn(await trial.platform.prepare(digest(picture())))).toEqual([]);
    expect(calls(trial, /files\.info/)).toBe(8);
  });

  test('that was deleted since is left out, and the words are posted', async () => {
    const trial = await open();
    const gone = digest({ ...picture(), hosted: 'F0DELETED0' } as Block);
    expect(await trial.platform.deliver(trial.post(gone))).toMatchObject({ kind: 'sent' });
    expect(kindsIn(trial.shown())).toEqual(['header', 'rich_text']);
    const { ts } = trial.shown();
    const sent = { to: trial.post(gone).to, id: ts, key: 'slot-1' };
    expect(await trial.platform.amend(sent, gone)).toEqual({ kind: 'done' });
  });

  test('that was never uploaded is said in words', async () => {
    const trial = await open();
    await trial.platform.deliver(trial.post(digest(picture())));
    expect(textOf(trial.shown())).toContain('Picture: A timeline of <two> events');
  });

  test('stays through a change, as does the group that was pinged', async () => {
    const trial = await open();
    const group = trial.peer.group('editors');
    const message = await trial.platform.prepare(digest(picture()));
    const sent = await trial.platform.deliver(trial.post(message, { mention: group.id }));
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    const change = { to: trial.post(message).to, id: sent.id, key: 'slot-1', mention: group.id };
    for (const next of [message, digest(picture())]) {
      expect(await trial.platform.amend(change, next)).toEqual({ kind: 'done' });
      expect(kindsIn(trial.shown())).toEqual(['rich_text', 'header', 'rich_text', 'image', 'rich_text']);
      expect(JSON.stringify(trial.shown().blocks[0])).toContain(group.id);
    }
  });
});

describe('an answer', () => {
  const answered = async (prepare: (trial: Trial) => void = () => {}) => {
    const trial = await begin('socket', { settings: { slowMs: 10_000 } });
    prepare(trial);
    const ann = trial.peer.reader('ann');
    const typed = await message(ann.type('/dateline', 'picture').answered);
    const mentioned = await message(ann.mention('picture').answered);
    return { ...trial, typed, mentioned };
  };

  test('shows its picture, however it is given', async () => {
    const { typed, mentioned, peer } = await answered();
    for (const shown of [typed, mentioned])
      expect(kindsIn(shown)).toEqual(['header', 'rich_text', 'image', 'rich_text']);
    expect(peer.refusals).toEqual([]);
  });

  test('says in words what a picture shows that cannot be uploaded', async () => {
    const { typed } = await answered(({ peer }) => peer.faults.next(/files\./, { error: 'missing_scope' }, 2));
    expect(textOf(typed)).toMatch(/before.*Picture: A timeline of <two>.*behind/s);
  });

  test('is given without a picture that Slack does not take', async () => {
    const refused = { status: 400, body: { ok: false, error: 'invalid_blocks' } };
    const { typed } = await answered(({ peer }) => peer.faults.next(/response/, refused));
    expect(kindsIn(typed)).toEqual(['header', 'rich_text']);
  });
});
