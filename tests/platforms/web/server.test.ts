import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../../src/bot/log.ts';
import { startBot } from '../../../src/bot/start-bot.ts';
import { loadConfig } from '../../../src/config/index.ts';
import { WebPlatform } from '../../../src/platforms/web/index.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { type LocalBot, send, startLocalBot, startPage } from './local-bot.ts';

describe('the page’s server', () => {
  let bot: LocalBot;
  beforeAll(async () => {
    bot = await startLocalBot();
  });
  afterAll(() => bot.stop());

  it('answers a form with a whole page, where no script runs', async () => {
    const { status, body } = await send(bot.address, {}, '/briefing invented-water');
    expect(status).toBe(200);
    expect(body).toMatch(/^<!doctype html>/);
    for (const part of ['id="line"', 'As Discord shows it', 'As Slack shows it', 'What was known when', 'Petrel-2'])
      expect(body).toContain(part);
    expect(body).not.toContain('id="welcome"');
  });

  it('gives back hostile words as words', async () => {
    const hostile = `/briefing "'><img src=x onerror=alert(1)></pre></form><script>alert(2)</script>&amp;`;
    for (const path of ['', 'say']) {
      const { body } = await send(bot.address + path, {}, hostile);
      expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(body).toContain('&amp;amp;');
      expect(body).not.toMatch(/<img src=x|<script>alert|"'>/);
    }
  });

  it('answers 100 kB of text with a sentence, and more than it takes with another', async () => {
    const long = await send(`${bot.address}say`, {}, `/briefing ${'x'.repeat(100_000)}`);
    expect(long).toMatchObject({ status: 200, body: expect.stringMatching(/\d+ characters; at most/) });
    expect(long.body.length).toBeLessThan(10_000);
    const over = await send(`${bot.address}say`, {}, 'x'.repeat(256 * 1024));
    expect(over).toMatchObject({ status: 413, body: 'That is too much text.' });
  });

  it('refuses a form that cannot be read, and takes a file for no line', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const torn = await fetch(`${bot.address}say`, { method: 'POST', headers, body: 'say=/help' });
    expect([torn.status, await torn.text()]).toEqual([400, 'The form could not be read.']);
    const form = new FormData();
    form.set('say', new Blob(['/help']), 'line.txt');
    const file = await fetch(`${bot.address}say`, { method: 'POST', body: form });
    expect(await file.text()).toContain('Type a command, such as /briefing.');
  });

  it('takes a line that is missing, empty or sent twice', async () => {
    expect(await send(`${bot.address}say`, {}, '')).toMatchObject({ status: 200 });
    const nothing = await fetch(`${bot.address}say`, { method: 'POST' });
    expect(nothing.status).toBe(200);
    const twice = await fetch(`${bot.address}say`, { method: 'POST', body: new URLSearchParams('say=a&say=/help') });
    expect(await twice.text()).toContain('What you can type');
  });

  it('has no other pages', async () => {
    for (const path of ['nothing', 'browser/', 'browser/../server.ts', 'styles/tsconfig.json', '.env'])
      expect(await send(bot.address + path), path).toMatchObject({ status: 404, body: 'There is no such page.' });
  });

  it('completes a line, and leaves alone one that is longer than any command', async () => {
    const complete = async (line: string) =>
      JSON.parse((await send(`${bot.address}complete?line=${encodeURIComponent(line)}`)).body);
    expect(await complete('/br')).toMatchObject([{ value: '/briefing ' }]);
    expect(await complete(`/briefing${' '.repeat(600)}`)).toEqual([]);
  });

  it('says in one sentence that its port is in use', async () => {
    const data = await mkdtemp(join(tmpdir(), 'dateline-'));
    const config = { ...loadConfig({}), stories: 'tests/stories', data, port: bot.port, logLevel: 'silent' } as const;
    await expect(startBot(config, openLog('silent'))).rejects.toThrow(
      `Port ${bot.port} is in use: stop the other program, or set PORT to another number.`,
    );
    await (await openStorage({ data })).close(); // and it has let go of its data
    await rm(data, { recursive: true });
  });
});

it('ends its streams when it stops, and does not wait for a request that never ends', async () => {
  const bot = await startLocalBot();
  const order: string[] = [];
  const [stream] = await once(get(`${bot.address}changes`), 'response');
  expect(stream.headers['connection']).toBe('close'); // or the connection would be kept, and waited for
  expect(String((await once(stream, 'data'))[0])).toMatch(/^event: stories\n/);
  stream.on('end', () => order.push('stream ended')).resume();
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 10 };
  const stalled = request(`${bot.address}say`, { method: 'POST', headers: { ...form, expect: '100-continue' } });
  const broken = new Promise<void>((resolve) => {
    stalled.on('error', () => resolve(void order.push('request broken')));
  });
  stalled.flushHeaders();
  await once(stalled, 'continue');
  stalled.write('say=');
  await Promise.all([bot.stop(), broken]);
  expect(order).toEqual(['stream ended', 'request broken']);
});

it('lets go of its data also where a platform does not stop, and tells why', async () => {
  const data = await mkdtemp(join(tmpdir(), 'dateline-'));
  const config = { ...loadConfig({}), stories: 'tests/stories', data, port: 0, logLevel: 'silent' } as const;
  const running = await startBot(config, openLog('silent'));
  const stop = vi.spyOn(WebPlatform.prototype, 'stop').mockRejectedValue(new Error('it does not stop'));
  await expect(running.stop()).rejects.toThrow('it does not stop');
  stop.mockRestore();
  await (await openStorage({ data })).close();
  await rm(data, { recursive: true });
});

it('makes a fault of the program a sentence with a reference, under which the log says more', async () => {
  const logged: { details: object; message: string }[] = [];
  const page = await startPage({ log: { error: (details, message) => void logged.push({ details, message }) } }, [], {
    answer: () => Promise.reject(new Error('a fault inside')),
  });
  const { status, body } = await send(`${page.address}say`, {}, '/help');
  await page.stop();
  expect(status).toBe(500);
  const [, reference] = /^That failed here, .* under ([\da-f]{8})\.$/.exec(body) ?? [];
  expect(reference).toBeDefined();
  const error = expect.stringContaining('a fault inside');
  expect(logged).toEqual([{ message: 'page failed', details: { reference, error } }]);
});
