/** What Slack sends is acknowledged at once, and answered once however often it comes. */
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../../src/commands/command.ts';
import { toReader } from '../../../src/commands/invocation.ts';
import { line } from '../../../src/message/index.ts';
import type { Exchange, Redelivery } from '../../peers/slack/index.ts';
import { begin, bothModes, message, type Options, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

/** A command that counts how often it was run. */
function counting() {
  const counted = { runs: 0 };
  const count = defineCommand({
    name: 'count',
    description: 'Counts',
    example: () => '/count',
    seenBy: () => 'reader',
    options: {},
    run() {
      counted.runs += 1;
      const blocks = [{ kind: 'paragraph', content: line(`run ${counted.runs}`) }] as const;
      const buttons = [{ label: 'Again', command: '/count' }];
      return toReader({
        kind: 'list',
        title: 'Count',
        summary: 'counted',
        command: '/count',
        page: 1,
        blocks,
        buttons,
      });
    },
  });
  return { counted, commands: [count] };
}

describe.each(bothModes)('by %s', (mode) => {
  /** With a clock that the test moves: what Slack sends again it signs anew. */
  async function beginCounting(options: Options = {}) {
    const clock = { ms: Date.now() };
    const now = () => clock.ms;
    const { counted, commands } = counting();
    const trial = await begin(mode, { ...options, peer: { now, ...options.peer }, settings: { now }, commands });
    const again = async (exchange: Exchange, redelivery: Redelivery) => {
      clock.ms += 2000;
      await trial.peer.redeliver(exchange, redelivery);
    };
    return { ...trial, counted, again, ann: trial.peer.reader('ann') };
  }

  test.for(['command', 'press', 'mention', 'message'] as const)(
    'a %s is acknowledged before a slow handler is done, and answered afterwards',
    async (kind) => {
      const { peer, gate } = await begin(mode, { settings: { slowMs: 5 } });
      const ann = peer.reader('ann');
      const opener = await message(ann.type('/dateline', 'opener').answered);
      const acts = {
        command: () => ann.type('/dateline', 'slow'),
        press: () => ann.press(opener, '/slow-private'),
        mention: () => ann.mention('slow'),
        message: () => ann.dm('slow'),
      };
      const exchange = acts[kind]();
      await exchange.acknowledged;
      await gate.reached;
      const room = kind === 'message' ? peer.dmWith(ann) : peer.channels.general;
      const said = () => peer.messages(room, { ephemeralFor: ann }).filter(({ user }) => user === peer.botUserId);
      await peer.waitFor(() => said().some(({ text }) => text.startsWith('Still working')));
      gate.open();
      await peer.waitFor(() => said().some(({ text }) => text.includes('slow but sure')));
      expect(exchange).toMatchObject({ acks: 1, late: false, failed: undefined });
      expect(said().filter(({ text }) => /Still working|slow but sure/.test(text))).toHaveLength(2);
    },
  );

  test('a form is acknowledged before a slow handler is done', async () => {
    const { peer, gate } = await begin(mode, {
      settings: { slowMs: 5 },
      commands: [
        defineCommand({
          name: 'slow-form',
          description: 'Answers a form when it is let',
          example: () => '/slow-form',
          seenBy: () => 'reader',
          options: { name: { kind: 'text', description: 'A name', required: true } },
          async run({ name }) {
            await gate.pass();
            const blocks = [{ kind: 'paragraph', content: line(`for ${name}`) }] as const;
            return toReader({
              kind: 'list',
              title: 'Slow',
              summary: name,
              command: '/help',
              page: 1,
              blocks,
              buttons: [],
            });
          },
        }),
      ],
    });
    const ann = peer.reader('ann');
    const form = await view(ann.type('/dateline', 'slow-form').answered);
    const sent = ann.submit(form, { name: 'Ann' });
    await sent.acknowledged;
    await gate.reached;
    expect(form.open).toBe(false);
    gate.open();
    expect((await message(sent.answered)).text).toBe('Ann');
    expect(sent).toMatchObject({ acks: 1, late: false, failed: undefined });
  });

  test('a command that comes again is answered once', async () => {
    const { ann, counted, again } = await beginCounting();
    const exchange = ann.type('/dateline', 'count');
    await message(exchange.answered);
    await again(exchange, { times: 3 });
    await again(exchange, { times: 3, sameId: false });
    await message(ann.type('/dateline', 'count').answered);
    expect(counted.runs).toBe(2);
    expect(exchange.messages).toHaveLength(1);
    expect(exchange.acks).toBeGreaterThan(1);
  });

  test('a press that comes again is answered once', async () => {
    const { ann, counted, again } = await beginCounting();
    const shown = await message(ann.type('/dateline', 'count').answered);
    const exchange = ann.press(shown, '/count');
    await message(exchange.answered);
    await again(exchange, { times: 3 });
    await again(exchange, { times: 3, sameId: false });
    await message(ann.press(shown, '/count').answered);
    expect(counted.runs).toBe(3);
    expect(exchange.messages).toHaveLength(1);
  });

  test.for(['mention', 'dm'] as const)('a %s that comes eleven times is answered once', async (by) => {
    const { ann, counted, again } = await beginCounting();
    const exchange = ann[by]('count');
    await message(exchange.answered);
    await again(exchange, { times: 3 });
    await again(exchange, { times: 8, sameId: false });
    await message(ann[by]('count').answered);
    expect(counted.runs).toBe(2);
    expect(exchange.messages).toHaveLength(1);
  });

  test('one that comes again while it is being answered is answered once', async () => {
    const { ann, gate, again, peer } = await beginCounting();
    const exchange = ann.type('/dateline', 'slow');
    await gate.reached;
    await again(exchange, { times: 2, sameId: false });
    gate.open();
    await peer.waitFor(() => exchange.messages.some(({ text }) => text.includes('slow but sure')));
    await message(ann.type('/dateline', 'count').answered);
    expect(exchange.messages.filter(({ text }) => text.includes('slow but sure'))).toHaveLength(1);
  });

  test('two equal texts are two questions', async () => {
    const { ann, counted } = await beginCounting();
    const typed = [ann.type('/dateline', 'count'), ann.type('/dateline', 'count')];
    const said = [ann.dm('count'), ann.dm('count'), ann.mention('count'), ann.mention('count')];
    await Promise.all([...typed, ...said].map(({ answered }) => answered));
    expect(counted.runs).toBe(6);
  });

  test('two who press at once, and one who presses twice, are each answered', async () => {
    const { ann, peer, counted } = await beginCounting();
    await message(ann.type('/dateline', 'opener').answered);
    const shared = await message(ann.mention('opener').answered);
    const presses = [ann, peer.reader('bob'), ann].map((reader) => reader.press(shared, '/desk close'));
    for (const press of presses) {
      expect((await message(press.answered)).ephemeralFor).toBe(press.facts.user);
      expect(press.messages).toHaveLength(1);
    }
    expect(counted.runs).toBe(0);
  });

  test('a form that is sent twice is answered once, and so is one that comes again', async () => {
    const { ann, again, peer } = await beginCounting();
    const form = await view(ann.type('/dateline', 'desk enrol').answered);
    const filled = { cadence: 'weekly', name: 'Ann' };
    const [first, second] = [ann.submit(form, filled), ann.submit(form, filled)];
    await peer.waitFor(() => first.messages.length + second.messages.length > 0);
    await Promise.all([first.acknowledged, second.acknowledged]);
    await again(first, { times: 2, sameId: false });
    await message(ann.type('/dateline', 'count').answered);
    expect([...first.messages, ...second.messages]).toHaveLength(1);
  });
});
