import { expect, test } from 'vitest';
import { fanOut, takenPerSecond } from './fan-out.ts';

test('hundreds of channels whose digests are due at once get them in order, fairly, and nearly as fast as Discord takes them', async () => {
  const { posts, rate, disordered, unfairness, commands, tooMany } = await fanOut({
    large: 200,
    servers: 20,
    each: 5,
    twice: 20,
  });
  expect(posts).toBe(320);
  expect(disordered).toBe(0);
  // Small servers do not wait for the large one.
  expect(unfairness).toBeLessThan(1.3);
  expect(rate).toBeGreaterThan(0.8 * takenPerSecond);
  expect(rate).toBeLessThanOrEqual(takenPerSecond);
  expect(tooMany).toBeLessThan(posts / 20);
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.at(-1)).toBeLessThan(3000);
});
