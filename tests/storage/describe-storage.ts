/** The suite that every storage passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type InboxItem, talkMs } from '../../src/commands/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { describeEntries } from './describe-entries.ts';
import { describeLedger } from './describe-ledger.ts';
import { describeSubscriptions } from './describe-subscriptions.ts';

/** Where one storage is kept, with at most three subscriptions of a space; it may be opened again once it is closed. */
export interface Place {
  open(): Promise<Storage>;
  remove(): Promise<void>;
}

const day = '2026-11-20';
const later = '2026-11-23';
const now = Date.parse('2026-11-23T09:00:00Z');
const talk = { story: 'dam', question: 'Who "said" so? 💧 ’; --', statements: ['leak/mayor', 'leak'], at: now };
const hostile = 'It’s <b>"wrong"</b>; DROP TABLE questions; -- \\ %_ ‮ 💧\n<@everyone>';

/** Describes a storage. @param make a place of its own for each test */
export function describeStorage(name: string, make: () => Promise<Place>) {
  describe(name, () => {
    let place: Place;
    let storage: Storage;
    beforeEach(async () => {
      place = await make();
      storage = await place.open();
    });
    afterEach(async () => {
      await storage.close();
      await place.remove();
    });

    const again = async () => {
      await storage.close();
      storage = await place.open();
    };
    const ask = (
      group: string,
      more: Partial<{ story: string; question: string; statement: string; day: string }> = {},
    ) => storage.inbox.ask({ story: 'dam', question: `${group}?`, group, day, ...more });
    const open = async (story?: string) => (await storage.inbox.open(story)).map(brief);

    describeSubscriptions(() => storage, again);
    describeEntries(() => storage, again);
    describeLedger(() => storage, again);

    describe('a conversation', () => {
      test('is recalled as it was last, and no other', async () => {
        const { conversations } = storage;
        expect(await conversations.recall('ann here', now)).toBeUndefined();
        await conversations.remember('ann here', { ...talk, question: 'Before?' });
        await conversations.remember('ann here', talk);
        await conversations.remember('ann there', { ...talk, story: 'ferry', statements: [] });
        expect(await conversations.recall('ann here', now)).toEqual(talk);
        expect(await conversations.recall('ann there', now)).toEqual({ ...talk, story: 'ferry', statements: [] });
        expect(await conversations.recall('ann', now)).toBeUndefined();
        for (const behind of [[], ['order/nato'], undefined]) {
          await conversations.remember('ann here', { ...talk, behind });
          expect((await conversations.recall('ann here', now))?.behind).toEqual(behind);
        }
      });

      test('is recalled for half an hour', async () => {
        await storage.conversations.remember('ann', talk);
        expect(await storage.conversations.recall('ann', now + talkMs)).toEqual(talk);
        expect(await storage.conversations.recall('ann', now + talkMs + 1)).toBeUndefined();
      });

      test('that a wrong clock put into the future is none', async () => {
        await storage.conversations.remember('ann', talk);
        expect(await storage.conversations.recall('ann', now - talkMs - 1)).toBeUndefined();
      });

      test('is kept when the storage is closed', async () => {
        await storage.conversations.remember('ann', talk);
        await again();
        expect(await storage.conversations.recall('ann', now)).toEqual(talk);
      });
    });

    describe('the inbox', () => {
      test('counts questions that ask the same, in the words of the first', async () => {
        await ask('flood', { question: 'Was there a flood?' });
        await ask('flood', { question: 'flood?', day: later });
        await ask('cost');
        await ask('flood', { story: 'ferry' });
        expect(await storage.inbox.open('dam')).toEqual([
          {
            id: expect.any(Number),
            kind: 'question',
            story: 'dam',
            words: 'Was there a flood?',
            times: 2,
            first: day,
            last: later,
          },
          { id: expect.any(Number), kind: 'question', story: 'dam', words: 'cost?', times: 1, first: day, last: day },
        ]);
        expect(await open('ferry')).toEqual(['question ferry flood? ×1']);
        expect(await open('none')).toEqual([]);
      });

      test('counts a follow-up by the statement that it leans on', async () => {
        for (const statement of ['leak', 'leak', 'flood']) await ask('denied', { statement });
        await ask('denied');
        expect(await open()).toEqual([
          'question dam leak denied? ×2',
          'question dam denied? ×1',
          'question dam flood denied? ×1',
        ]);
      });

      test('counts each of many that come at once', async () => {
        const groups = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'cost' : 'flood'));
        await Promise.all(groups.map((group) => ask(group)));
        expect(await open()).toEqual(['question dam flood? ×40', 'question dam cost? ×20']);
      });

      test('lists what was asked most first, then what was asked last', async () => {
        for (const group of ['old', 'twice', 'older']) await ask(group);
        await ask('twice');
        await ask('new', { day: later });
        expect(await open()).toEqual([
          'question dam twice? ×2',
          'question dam new? ×1',
          'question dam older? ×1',
          'question dam old? ×1',
        ]);
      });

      test('keeps the first and the last day, whichever way the clock is set', async () => {
        for (const each of [later, day, '2026-11-21']) await ask('flood', { day: each });
        expect(await storage.inbox.open()).toMatchObject([{ first: day, last: later }]);
      });

      test('keeps reported mistakes beside the questions, each report once', async () => {
        const { inbox } = storage;
        await ask('same words');
        await inbox.report({ story: 'dam', words: 'same words', day });
        for (const statement of ['leak', 'leak', 'leak/mayor'])
          await inbox.report({ story: 'dam', statement, words: 'It was Tuesday.', day: later });
        expect(await open()).toEqual([
          'mistake dam leak It was Tuesday. ×2',
          'mistake dam leak/mayor It was Tuesday. ×1',
          'mistake dam same words ×1',
          'question dam same words? ×1',
        ]);
        expect((await inbox.open()).map((item) => 'statement' in item)).toEqual([true, true, false, false]);
      });

      test('takes any text as it is', async () => {
        await ask(hostile, { question: hostile });
        await storage.inbox.report({ story: 'dam', statement: hostile, words: hostile, day });
        await again();
        expect(await storage.inbox.open()).toMatchObject([
          { statement: hostile, words: hostile },
          { kind: 'question', words: hostile },
        ]);
        await ask(hostile);
        expect((await storage.inbox.open())[0]).toMatchObject({ kind: 'question', times: 2 });
      });

      test('closes more at once than one statement takes', async () => {
        await ask('flood');
        const ids = Array.from({ length: 70_000 }, (_, id) => id);
        await storage.inbox.close(ids, day);
        expect(await open()).toEqual([]);
      });

      test('no longer lists what was closed, and opens it anew where it is asked again', async () => {
        await ask('flood');
        await ask('flood');
        await ask('cost');
        const [flood] = await storage.inbox.open();
        await storage.inbox.close([flood?.id ?? 0, 4711], later);
        await storage.inbox.close([], later);
        expect(await open()).toEqual(['question dam cost? ×1']);
        await again();
        await ask('flood', { day: later });
        const items = await storage.inbox.open();
        expect(items.map(brief)).toEqual(['question dam flood? ×1', 'question dam cost? ×1']);
        expect(items[0]).toMatchObject({ first: later, last: later });
        expect(items[0]?.id).not.toBe(flood?.id);
      });

      test('holds 1,000 of a kind in a story: then the least asked goes, of these the oldest', async () => {
        await ask('twice');
        await ask('twice');
        await storage.inbox.report({ story: 'dam', words: 'It was Tuesday.', day });
        await ask('ferry', { story: 'ferry' });
        await ask('oldest');
        await ask('newer', { day: later });
        for (let each = 3; each < 1000; each += 1) await ask(`filler ${each}`, { day: '2026-11-21' });
        expect(await storage.inbox.open('dam')).toHaveLength(1001);
        await ask('one more');
        const left = await open();
        expect(left).toHaveLength(1002);
        const others = ['twice? ×2', 'newer? ×1', 'one more? ×1'].map((each) => `question dam ${each}`);
        expect(left).toEqual(
          expect.arrayContaining([...others, 'mistake dam It was Tuesday. ×1', 'question ferry ferry? ×1']),
        );
        expect(left).not.toContain('question dam oldest? ×1');
      });

      test('tells of each change, until it need not', async () => {
        let told = 0;
        const stop = storage.inbox.onChange(() => {
          told += 1;
        });
        await ask('flood');
        await storage.inbox.report({ story: 'dam', words: 'It was Tuesday.', day });
        await storage.inbox.close([(await storage.inbox.open())[0]?.id ?? 0], day);
        expect(told).toBe(3);
        stop();
        await ask('flood');
        expect(told).toBe(3);
      });
    });
  });
}

function brief({ kind, story, statement, words, times }: InboxItem): string {
  return [kind, story, ...(statement === undefined ? [] : [statement]), words, `×${times}`].join(' ');
}
