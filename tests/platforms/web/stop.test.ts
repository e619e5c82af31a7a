import { expect, it } from 'vitest';
import { graceMs } from '../../../src/platforms/under-way.ts';
import { makePage, send, startPage } from './local-bot.ts';
import { messageOf, waitCommand } from './trial.ts';

it('finishes an answer that is under way before it stops, and takes nothing more meanwhile', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let runs = 0;
  const count = () => {
    runs += 1;
    begin();
  };
  const page = await startPage({}, [waitCommand(released, count)]);
  const answer = send(`${page.address}say`, {}, '/wait');
  await begun;
  const stopped = page.stop();
  expect(page.connected).toBe(false);
  expect((await send(`${page.address}say`, {}, '/wait')).body).toContain('The bot was stopped before it could answer');
  expect(runs).toBe(1); // what is said to be left undone is
  expect(await send(`${page.address}readyz`)).toMatchObject({ status: 503, body: '{"web":false}' });
  release();
  expect(await answer).toMatchObject({ status: 200, body: expect.stringContaining('That took its time.') });
  await stopped;
  await expect(send(page.address)).rejects.toThrow();
});

it('says that it was stopped where an answer takes too long', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const page = await startPage({ graceMs: 50 }, [waitCommand(new Promise(() => {}), begin)]);
  const answer = send(`${page.address}say`, {}, '/wait');
  await begun;
  const before = performance.now();
  await page.stop();
  expect(performance.now() - before).toBeLessThan(graceMs);
  expect(await answer).toMatchObject({ status: 200, body: expect.stringContaining('The bot was stopped before') });
});

it('is connected from its start to its stop, and posts only then', async () => {
  const { page, bot } = await makePage();
  const to = { platform: 'web', id: 'page' };
  const message = messageOf('Something new', 'It happened.');
  const both = async () => [
    await page.deliver({ to, message, key: 'key-1' }),
    await page.amend({ to, id: 'none', key: 'key-1' }, message),
  ];
  const retry = { kind: 'retry', afterMs: 1000 };
  await page.stop(); // there is nothing to stop yet
  expect([page.connected, await both()]).toEqual([false, [{ ...retry, untouched: true }, retry]]);
  await page.start(bot);
  const why = 'the page no longer has the post';
  expect([page.connected, await both()]).toMatchObject([true, [{ kind: 'sent' }, { kind: 'closed', why }]]);
  const stopping = page.stop();
  expect([page.connected, await both()]).toEqual([false, [{ ...retry, untouched: true }, retry]]);
  await stopping;
  expect([page.connected, await both()]).toEqual([false, [{ ...retry, untouched: true }, retry]]);
});
