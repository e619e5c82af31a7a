/** What was answered is let go: nothing of ours grows with what has been asked. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Answer, Invocation } from '../../../src/commands/index.ts';
import { prepare, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How many of them are still there. */
const alive = (refs: readonly WeakRef<object>[]) => refs.filter((ref) => ref.deref() !== undefined).length;

test('2,000 interactions and their answers are let go', async () => {
  const { peer, platform, bot, told } = await prepare({}, { keep: 100 });
  const calls: WeakRef<Invocation>[] = [];
  const answers: WeakRef<Promise<Answer>>[] = [];
  await platform.start({
    ...bot,
    answer(call) {
      const answered = bot.answer(call);
      calls.push(new WeakRef(call));
      answers.push(new WeakRef(answered));
      return answered;
    },
  });
  const readers = Array.from({ length: 8 }, (_, index) => peer.reader(`reader ${index}`));
  for (let round = 0; round < 250; round += 1) {
    await Promise.all(
      readers.map((reader, index) =>
        index === 0 ? reader.mention('help').answered : reader.type(index % 2 === 0 ? 'help' : 'pages').answered,
      ),
    );
  }
  expect(calls).toHaveLength(2000);
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  // The last ones may still lie on a stack.
  expect(alive(calls)).toBeLessThan(50);
  expect(alive(answers)).toBeLessThan(50);
  expect(told.errors).toEqual([]);
});
