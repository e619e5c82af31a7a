import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { graceMs, UnderWay } from '../../src/platforms/under-way.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A task that ends when it is told to. */
const task = () => Promise.withResolvers<string>();

/** Closes, and tells whether it has. */
function closing(underWay: UnderWay, mostMs?: number) {
  const state = { closed: false };
  void underWay.close(mostMs).then(() => {
    state.closed = true;
  });
  return state;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('a task gives what it gives, and fails as it fails', async () => {
  const underWay = new UnderWay();
  expect(await underWay.track(Promise.resolve('answer'))).toBe('answer');
  await expect(underWay.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(
    await underWay.orElse(
      async () => 'answer',
      () => 'stopped',
    ),
  ).toBe('answer');
  await expect(
    underWay.orElse(
      () => Promise.reject(new Error('no')),
      () => 'stopped',
    ),
  ).rejects.toThrow('no');
});

test('with nothing under way it closes at once, and takes nothing more', async () => {
  const underWay = new UnderWay();
  expect(underWay.closed).toBe(false);
  await underWay.track(Promise.reject(new Error('no'))).catch(() => undefined);
  const state = closing(underWay);
  expect(underWay.closed).toBe(true);
  await pass(0);
  expect(state.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('a closed one begins no task, and says what is said instead', async () => {
  const underWay = new UnderWay();
  const begin = vi.fn(async () => 'answer');
  await underWay.close();
  expect(await underWay.orElse(begin, () => 'stopped')).toBe('stopped');
  expect(begin).not.toHaveBeenCalled();
});

test('closing waits for what is under way, and for what that began', async () => {
  const underWay = new UnderWay();
  const [first, second] = [task(), task()];
  const answered = underWay.track(
    underWay.orElse(
      () => first.promise,
      () => 'stopped',
    ),
  );
  const state = closing(underWay);
  await pass(graceMs - 1000);
  void underWay.track(second.promise);
  first.resolve('answer');
  expect(await answered).toBe('answer');
  await pass(500);
  expect(state.closed).toBe(false);
  second.resolve('answer');
  await pass(0);
  expect(state.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('a task that fails is one that ended', async () => {
  const underWay = new UnderWay();
  const failing = task();
  const failed = underWay.track(failing.promise).catch(() => 'failed');
  const state = closing(underWay);
  failing.reject(new Error('no'));
  expect(await failed).toBe('failed');
  await pass(0);
  expect(state.closed).toBe(true);
});

test('what is not done in time is refused, and the refusal is waited for', async () => {
  const underWay = new UnderWay();
  const never = task();
  const said = task();
  const sending = underWay.track(
    (async () => {
      const answer = await underWay.orElse(
        () => never.promise,
        () => 'stopped',
      );
      await said.promise;
      return answer;
    })(),
  );
  const state = closing(underWay, 200);
  await pass(199);
  expect(state.closed).toBe(false);
  await pass(1);
  expect(state.closed).toBe(false);
  said.resolve('');
  expect(await sending).toBe('stopped');
  await pass(0);
  expect(state.closed).toBe(true);
});

test('what cannot even be refused is left behind: within ten seconds it has closed', async () => {
  const underWay = new UnderWay();
  void underWay.track(task().promise);
  const state = closing(underWay);
  await pass(graceMs);
  expect(state.closed).toBe(false);
  await pass(10_000 - graceMs);
  expect(state.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer that comes or fails after its refusal changes nothing', async () => {
  const underWay = new UnderWay();
  const [late, failing] = [task(), task()];
  const answers = [late, failing].map(({ promise }) =>
    underWay.track(
      underWay.orElse(
        () => promise,
        () => 'stopped',
      ),
    ),
  );
  const state = closing(underWay, 10);
  await pass(10);
  late.resolve('late');
  failing.reject(new Error('late'));
  expect(await Promise.all(answers)).toEqual(['stopped', 'stopped']);
  await pass(0);
  expect(state.closed).toBe(true);
});
