import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser, openPage, say } from './browser.ts';
import { type LocalBot, startLocalBot } from './local-bot.ts';

const story = 'invented-water.yaml';
const sections = ['', ' timeline', ' who-says-what', ' people', ' background', ' sources', ' quotes'];
const lines = [
  '/stories',
  '/help',
  '/breifing',
  'x'.repeat(3000),
  ...sections.map((name) => `/briefing invented-water${name}`),
];

/** Adds up what moves by itself from now on, shortly after a key as well. */
const watchShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      shifts.push(value + ' ' + sources.map(({ node }) => node?.className || node?.nodeName).join(', '));
  }).observe({ type: 'layout-shift', buffered: true });`;

async function shifts(page: Page): Promise<readonly string[]> {
  // What has moved is known once two more frames are drawn.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return page.evaluate('shifts');
}

describeInBrowser('the page’s layout', () => {
  let bot: LocalBot;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  // Each with a bot of its own, which has not been asked too much yet.
  beforeEach(async () => {
    bot = await startLocalBot();
  });
  afterEach(() => bot.stop());

  for (const width of [1400, 390]) {
    it(`stands still as answers and problems come, ${width} pixels wide`, async () => {
      const { page } = await openPage(browser, bot.address, { viewport: { width, height: 844 } });
      await page.evaluate(watchShifts);
      for (const line of lines.slice(0, 6)) await say(page, line);
      await bot.edit(story, 'state: developing', 'state: exploded');
      await page.locator('.wrong').waitFor();
      await bot.edit(story, 'state: exploded', 'state: developing');
      await page.locator('.wrong').waitFor({ state: 'detached' });
      expect(await shifts(page)).toEqual([]);
      await page.evaluate(`document.querySelector('#log').prepend(document.createElement('hr'))`);
      expect(await shifts(page)).not.toEqual([]);
      await page.close();
    });
  }

  it('needs no scrolling aside on a phone 360 pixels wide, not even for the longest words', async () => {
    const words = `Invented: ${'Æ'.repeat(90)}`;
    await bot.edit(story, 'Invented: Skarnvåg must boil its tap water', words);
    const { page } = await openPage(browser, bot.address, { viewport: { width: 360, height: 740 } });
    await page.locator('#stories', { hasText: words }).waitFor({ state: 'attached' });
    for (const line of lines) await say(page, line);
    await page.evaluate(`for (const panel of document.querySelectorAll('details')) panel.open = true`);
    await bot.edit(story, 'state: developing', `${'x'.repeat(200)}: developing`);
    await page.locator('.wrong').waitFor();
    await page.fill('#line', '/briefing ');
    await page.locator('#choices li').first().waitFor();
    expect(await page.locator('.look').count()).toBeGreaterThan(20);
    const wide = await page.evaluate(`
      [...document.querySelectorAll('body *')]
        .filter((each) => each.checkVisibility() && !each.closest('.brand, .stories, .visually-hidden'))
        .filter((each) => each.getBoundingClientRect().right > 360 ||
          (getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth))
        .map((each) => each.outerHTML.slice(0, 120))`);
    expect(wide).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.close();
  });

  it('asks for no more days than the bot answers, however fast the slider moves', async () => {
    const { page, requests } = await openPage(browser, bot.address);
    await say(page, '/briefing invented-water');
    const turn = page.locator('.turn');
    await turn.getByRole('slider').focus();
    const from = performance.now();
    for (let count = 0; count < 15; count += 1) {
      await page.keyboard.press('Home');
      await page.keyboard.press('End');
    }
    await page.keyboard.press('Home');
    await page.locator('.turn[data-command$="as-of:2026-03-11"]').waitFor();
    expect(await page.locator('output').textContent()).toMatch(/^Wed 11 Mar 2026 adds/);
    // At most one in 600 ms, beside the first of them and the briefing's own: 20 in ten seconds are answered.
    const most = 2 + (performance.now() - from) / 600;
    expect(requests.filter((url) => url.endsWith('/say')).length).toBeLessThanOrEqual(most);
    expect(await turn.getByText('Slow down').count()).toBe(0);
    await page.close();
  });

  it('shows that an answer is awaited after a second, and keeps what could not be sent', async () => {
    const { page } = await openPage(browser, bot.address);
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    const held = new Promise<() => Promise<void>>((resolve) => {
      void page.route('**/say', (route) => resolve(() => route.abort()), { times: 1 });
    });
    await page.fill('#line', '/help');
    await page.press('#line', 'Enter');
    const release = await held;
    const turn = page.locator('.turn');
    await page.clock.runFor(999);
    expect(await turn.getAttribute('class')).toBe('turn');
    await page.clock.runFor(1);
    expect(await turn.getAttribute('class')).toBe('turn late');
    expect(await turn.getAttribute('aria-busy')).toBe('true');
    expect(await page.getByRole('status').allTextContents()).toContain('Waiting for the answer…');
    await release();
    await turn.getByText('The bot cannot be reached.').waitFor();
    expect([await turn.getAttribute('class'), await page.inputValue('#line')]).toEqual(['turn', '/help']);
    await page.close();
  });
});
