/** Many posts at once: within what Discord takes in a second, and not much below it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postsPerSecond } from '../../../src/platforms/discord/limits.ts';
import { Turns } from '../../../src/platforms/discord/posts/turns.ts';
import { digest } from '../../conformance/digest.ts';
import { textOf } from '../../peers/discord/index.ts';
import { messageOf, started, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

test('no second holds more than Discord takes, wherever it begins and whenever turns are taken', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 200, maxLength: 400 }), (waits) => {
      const turns = new Turns(postsPerSecond);
      let now = 1000;
      const at = waits.map((waited) => {
        now += waited < 40 ? 0 : waited;
        return now + turns.take(now);
      });
      for (const [index, from] of at.entries())
        expect(at.slice(index).filter((each) => each < from + 1000).length).toBeLessThanOrEqual(50);
    }),
    { seed: 1 },
  );
});

test('where all wait, nine tenths of what Discord takes are taken', () => {
  const turns = new Turns(postsPerSecond);
  const last = Array.from({ length: 10_000 }, () => turns.take(0)).at(-1) ?? 0;
  expect(10_000 / (last / 1000)).toBeGreaterThan(0.9 * 50);
});

test('each is posted once, and commands are answered meanwhile', async () => {
  const trial = await started({}, { limits: { perRoute: { limit: 5, windowMs: 5000 } } });
  const { peer, platform } = trial;
  const channels = Array.from({ length: 70 }, (_, index) => peer.addChannel(`channel-${index}`));
  const posting = Promise.all(
    channels.map(({ id }) => platform.deliver({ to: { platform: 'discord', id }, message: digest('x'), key: id })),
  );
  const ann = peer.reader('Ann');
  const asked = ann.type('help');
  expect(textOf(messageOf(await asked.answered))).toContain('What you can type');
  const before = channels.filter(({ id }) => peer.messages(id).length > 0).length;
  expect(before).toBeLessThan(channels.length);
  expect(new Set((await posting).map(({ kind }) => kind))).toEqual(new Set(['sent']));
  expect(channels.map(({ id }) => peer.messages(id).length)).toEqual(channels.map(() => 1));
});
