import { once } from 'node:events';
import { get } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskOf } from '../../../src/bot/desk.ts';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import type { WebSettings } from '../../../src/platforms/web/settings.ts';
import { openTransientStorage, type Storage } from '../../../src/storage/index.ts';
import { StoryLibrary } from '../../../src/story/index.ts';
import { describeInBrowser, desktop, eventually, launchBrowser, openPage, phone } from './browser.ts';
import { send, startPage } from './local-bot.ts';

const stories = await StoryLibrary.open(new URL('../../stories', import.meta.url).pathname);
const day = '2026-11-23';
const now = () => Date.parse(`${day}T12:00:00Z`);
const story = 'invented-water';

let storage: Storage;
let page: WebPlatform;
beforeEach(async () => {
  storage = await openTransientStorage();
});
afterEach(async () => {
  await page?.stop();
  await storage.close();
});

const ask = (question: string, of = story, on = day) =>
  storage.inbox.ask({ story: of, question, group: question, day: on });
const report = (words: string, statement = 'too-late/krakmo') => storage.inbox.report({ story, statement, words, day });
const open = async () => (await storage.inbox.open()).map(({ words }) => words);
const idOf = async (words: string) => (await storage.inbox.open()).find((item) => item.words === words)?.id ?? 0;

async function start(settings: Partial<WebSettings> = {}): Promise<string> {
  page = await startPage({ desk: deskOf({ stories }, storage.inbox, now), ...settings });
  return page.address;
}

/** What a page's inbox says, a line an item. */
async function inboxOf(address: string): Promise<string[]> {
  const { body } = await send(address);
  const inbox = body.slice(body.indexOf('<div id="inbox"'), body.indexOf('<div id="problems"'));
  const items = inbox.match(/<h3>.*?<\/h3>|<li>.*?<\/li>|<p class="none">.*?<\/p>/gs) ?? [];
  return items.map((item) =>
    item
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('the inbox on the page', () => {
  it('is not there where nothing waits', async () => {
    const { body } = await send(await start());
    expect(body).toContain('<div id="inbox" class="inbox"></div>');
  });

  it('lists mistakes and questions, most asked first, each with its story, how often and the last day', async () => {
    await ask('How far is Zanzibar?', story, '2026-11-20');
    await ask('Who is the king?', 'gone-story');
    for (const on of ['2026-11-19', '2026-11-20', '2026-11-21']) await ask('dog?', 'invented-satellite', on);
    await report('It was Tuesday.');
    for (const _ of [1, 2]) await report('Nobody said so.', 'no-such-statement');
    expect(await inboxOf(await start())).toEqual([
      'Reported mistakes',
      'Nobody said so. About: no-such-statement Skarnvåg&#39;s water reported twice, last Mon 23 Nov 2026 Done',
      expect.stringMatching(/^It was Tuesday\. About: .*Five days of silence.* reported once, Mon 23 Nov 2026 Done$/),
      'Questions without an answer',
      'dog? Petrel-2 asked 3 times, last Sat 21 Nov 2026 Dismiss',
      'Who is the king? gone-story asked once, Mon 23 Nov 2026 Dismiss',
      'How far is Zanzibar? Skarnvåg&#39;s water asked once, Fri 20 Nov 2026 Dismiss',
    ]);
  });

  it('shows what readers wrote as plain text', async () => {
    const hostile = '<img src=x onerror=alert(1)> "><script>alert(2)</script> &amp; </li>';
    await ask(hostile, hostile);
    await report(hostile, hostile);
    const { body } = await send(await start());
    expect(body.match(/&lt;img src=x onerror=alert\(1\)&gt; &quot;&gt;&lt;script&gt;/g)).toHaveLength(4);
    expect(body).not.toMatch(/<img src=x|<script>/);
    expect(body).toContain('&amp;amp;');
  });

  it('lists a hundred of a kind, and says how many more there are', async () => {
    for (let number = 1; number <= 102; number += 1) await ask(`Question ${number}?`);
    const items = await inboxOf(await start());
    expect(items).toHaveLength(102);
    expect(items[1]).toContain('Question 102?');
    expect(items.at(-1)).toBe('2 more: dateline inbox lists all.');
    expect((await send(page.address)).body).toContain('>102 questions</span>');
  });

  it('loses what is marked as done, once and for all', async () => {
    await ask('dog?');
    await report('It was Tuesday.');
    const address = await start();
    const settle = await idOf('It was Tuesday.');
    for (const _ of [1, 2])
      expect(await send(`${address}settle`, {}, { settle: `${settle}` })).toMatchObject({
        status: 303,
        headers: { location: '/' },
      });
    expect(await open()).toEqual(['dog?']);
    expect(await inboxOf(address)).toHaveLength(2);
  });

  it('is changed by its own page alone', async () => {
    await report('It was Tuesday.');
    const accessToken = 'a-secret-of-the-test';
    const address = await start({ accessToken });
    const fields = { settle: `${await idOf('It was Tuesday.')}` };
    const cookie = { cookie: `dateline=${accessToken}` };
    expect(await send(`${address}settle`, {}, fields)).toMatchObject({ status: 401 });
    expect(await send(`${address}settle`, { ...cookie, origin: 'http://evil.example' }, fields)).toMatchObject({
      status: 403,
    });
    expect(await send(`${address}settle?settle=${fields.settle}`, cookie)).toMatchObject({ status: 404 });
    expect(await open()).toEqual(['It was Tuesday.']);
    expect(await send(`${address}settle`, { ...cookie, origin: address.slice(0, -1) }, fields)).toMatchObject({
      status: 303,
    });
    expect(await open()).toEqual([]);
  });

  it.for(['', '0', '-1', '1.5', '1e3', 'x', '9'.repeat(30)])('takes ‘%s’ for no item', async (settle) => {
    await report('It was Tuesday.');
    expect(await send(`${await start()}settle`, {}, { settle })).toMatchObject({
      status: 400,
      body: 'That names nothing in the inbox.',
    });
    expect(await open()).toHaveLength(1);
  });

  it('is told to open pages at once, and many changes in one', async () => {
    const [stream] = await once(get(`${await start()}changes`), 'response');
    let told = '';
    stream.on('data', (part: Buffer) => {
      told += part;
    });
    const events = () => told.split('\n\n').filter((event) => event.startsWith('event: inbox'));
    await expect.poll(events).toHaveLength(1);
    for (let number = 1; number <= 30; number += 1) await ask(`Question ${number}?`);
    await expect.poll(() => events().at(-1)).toContain('30 questions');
    expect(events().length).toBeLessThan(5);
    await storage.inbox.close(
      (await storage.inbox.open()).map(({ id }) => id),
      day,
    );
    await expect.poll(() => events().at(-1)).toBe('event: inbox\ndata: ');
  });
});

describeInBrowser('an editor at the inbox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** Opens the page, and expects at the end that nothing went wrong on it. */
  async function onPage(options: BrowserContextOptions, act: (page: Page) => Promise<void>) {
    const watched = await openPage(browser, page.address, options);
    await act(watched.page);
    await watched.page.close();
    expect(watched.complaints).toEqual([]);
  }

  it('sees each question as it comes, opens its story, and takes off what is done', async () => {
    await start();
    await onPage(desktop, async (tab) => {
      const inbox = tab.locator('#inbox');
      expect(await inbox.textContent()).toBe('');
      await ask('How far is Zanzibar?');
      await inbox.getByText('How far is Zanzibar?').waitFor(); // visible: an editor's screen has it open
      for (const words of ['It was Tuesday.', 'It was Monday.']) await report(words);
      await inbox.locator('summary', { hasText: '2 mistakes, 1 question' }).waitFor();

      await inbox.getByRole('button', { name: 'Skarnvåg' }).last().click();
      await tab.locator('.turn[data-command="/briefing invented-water"]').waitFor();

      const done = inbox.getByRole('button', { name: 'Done' });
      await done.first().focus();
      await tab.keyboard.press('Enter');
      await inbox.locator('summary', { hasText: '1 mistake, 1 question' }).waitFor();
      await eventually(() => tab.locator('#heard').textContent()).toBe('Taken off the list.');
      expect((await open()).sort()).toEqual(['How far is Zanzibar?', 'It was Tuesday.']);
      // Focus stands on the one that has taken its place.
      await inbox.locator('.settle:focus').waitFor();
      expect(await inbox.locator('li:has(:focus)').textContent()).toContain('It was Tuesday.');
      await ask('How far is Zanzibar?');
      await inbox.getByText('asked twice').waitFor();
      expect(await inbox.locator('li:has(:focus)').textContent()).toContain('It was Tuesday.');

      await inbox.locator('summary').click();
      await ask('dog?');
      await inbox.locator('summary', { hasText: '2 questions' }).waitFor();
      expect(await inbox.getByText('dog?').isVisible()).toBe(false);
      expect(await tab.locator('.turn').count()).toBe(1);
    });
  });

  it('is told where the bot cannot be reached, and nothing is lost', async () => {
    await report('It was Tuesday.');
    await start();
    const { page: tab } = await openPage(browser, page.address);
    await tab.route('**/settle', (route) => route.abort());
    await tab.getByRole('button', { name: 'Done' }).click();
    await tab.locator('#inbox .failed', { hasText: 'The bot cannot be reached.' }).waitFor();
    await tab.unroute('**/settle');
    await tab.getByRole('button', { name: 'Done' }).click();
    await eventually(() => tab.locator('#inbox').textContent()).toBe('');
    await tab.close();
  });

  it('has the conversation before it on a phone, and what waits under a finger', async () => {
    await ask('How far is Zanzibar?');
    await start();
    await onPage(phone, async (tab) => {
      const words = tab.getByText('How far is Zanzibar?');
      await tab.locator('#inbox details[data-live]').waitFor();
      expect(await words.isVisible()).toBe(false);
      await tab.locator('#inbox summary').tap();
      await words.waitFor();
      const box = await tab.getByRole('button', { name: 'Dismiss' }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24); // WCAG 2.2, target size
      const width = await tab.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(phone.viewport.width);
    });
  });

  it('scrolls by itself where it is long, and the page stays where it is', async () => {
    for (let number = 1; number <= 40; number += 1) await report(`Mistake ${number}.`);
    await start();
    for (const options of [desktop, phone])
      await onPage(options, async (tab) => {
        await tab.locator('#inbox details[data-live]').waitFor();
        await tab.locator('#inbox details').evaluate((panel) => panel.setAttribute('open', ''));
        await tab.getByRole('button', { name: 'Done' }).last().focus();
        const beyond = await tab.evaluate('document.documentElement.scrollHeight - innerHeight');
        expect(beyond).toBe(0);
      });
  });

  it('needs no script', async () => {
    for (const words of ['It was Tuesday.', 'It was Monday.']) await report(words);
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.goto(await start());
    await tab.locator('#inbox summary').click();
    await tab.getByRole('button', { name: 'Done' }).first().click();
    await tab.locator('#inbox summary', { hasText: '1 mistake' }).click();
    expect(await tab.locator('#inbox li').allTextContents()).toEqual([expect.stringContaining('It was Tuesday.')]);
    await tab.getByRole('button', { name: 'Skarnvåg' }).last().click();
    expect(await tab.locator('.typed-line').textContent()).toBe('/briefing invented-water');
    await tab.close();
  });

  it.for(['light', 'dark'] as const)('finds nothing that axe would find, %s', async (colorScheme) => {
    await ask('x'.repeat(500));
    await ask('How far is Zanzibar?', 'gone-story');
    await report('It was Tuesday.');
    await start();
    for (const options of [desktop, phone])
      await onPage({ ...options, colorScheme }, async (tab) => {
        await tab.locator('#inbox details[data-live]').waitFor();
        await tab.locator('#inbox details').evaluate((panel) => panel.setAttribute('open', ''));
        const { violations, passes } = await new AxeBuilder({ page: tab }).include('#inbox').setLegacyMode().analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
        expect(passes.length).toBeGreaterThan(8);
      });
  });
});
