/** What is on the page stays there whatever happens to a story's file, and tells what a save has changed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, desktop, eventually, launchBrowser, openPage, say } from './browser.ts';
import { type LocalBot, startLocalBot } from './local-bot.ts';

const story = 'invented-water.yaml';
const gone = 'The story’s file is gone.';

describeInBrowser('an open answer', () => {
  let bot: LocalBot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bot = await startLocalBot();
    ({ page } = await openPage(browser, bot.address));
  });
  afterEach(async () => {
    await page.close();
    await bot.stop();
  });

  it('stays while its story’s file is away, says so, and follows again once it is back', async () => {
    await say(page, '/briefing invented-water');
    const answer = page.locator('.turn');
    const title = answer.getByRole('heading', { name: 'must boil its tap water' }).first();
    const putBack = await bot.take(story);
    await answer.getByText(gone).waitFor();
    expect(await page.locator('#heard').textContent()).toContain(gone);
    expect(await title.isVisible()).toBe(true);
    expect(await answer.locator('.seen').textContent()).toBe('The channel sees this');
    // What is pressed in it meanwhile is answered below; the slider's own answer leaves it as it was.
    await answer.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await answer.locator('.note', { hasText: 'This is how it last read: ' }).waitFor();
    expect(await title.isVisible()).toBe(true);
    await putBack();
    await answer.locator('.note').waitFor({ state: 'detached' });
    await bot.edit(story, 'must boil its tap water', 'must boil all of its water');
    await answer.getByRole('heading', { name: 'must boil all of its water' }).first().waitFor();
    expect(await answer.locator('.seen').textContent()).toBe('The channel sees this');
  });

  it('comes by itself where it was asked for while the file was away', async () => {
    const putBack = await bot.take(story);
    await eventually(() => page.locator('#stories button').count()).toBe(1);
    await say(page, '/briefing invented-water');
    await page.locator('.turn[data-kind="mistake"]').waitFor();
    await putBack();
    await page.locator('.turn[data-kind="briefing"]').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
  });

  it('follows what was saved while the bot could not be reached', async () => {
    await say(page, '/briefing invented-water');
    const { port } = bot;
    await bot.stop();
    await page.waitForTimeout(100);
    bot = await startLocalBot({ port });
    await bot.edit(story, 'must boil its tap water', 'must boil all of its water');
    await page.locator('.turn').getByRole('heading', { name: 'must boil all of its water' }).first().waitFor();
    expect(await page.locator('.note').count()).toBe(0);
  });

  it('marks what a save has changed for a few seconds, and nothing else', async () => {
    await say(page, '/briefing invented-water');
    const marked = page.locator('.changed');
    expect(await marked.count()).toBe(0);
    await bot.edit(story, 'must boil its tap water', 'must boil all of its water');
    await marked.first().waitFor();
    for (const text of await marked.allTextContents()) expect(text).toContain('must boil all of its water');
    const looks = await marked.evaluateAll((parts) => parts.map((part) => part.closest('.look')?.ariaLabel));
    expect(new Set(looks)).toEqual(new Set(['As Discord shows it', 'As Slack shows it']));
    await eventually(() => marked.count()).toBe(0);
  });

  it('fades its marks only for those who do not mind', async () => {
    for (const [reducedMotion, name] of [
      ['reduce', 'none'],
      ['no-preference', 'fade'],
    ] as const) {
      const { page: tab } = await openPage(browser, bot.address, { ...desktop, reducedMotion });
      await tab.evaluate(`document.querySelector('#log').innerHTML = '<p class="changed">x</p>'`);
      expect(await tab.evaluate(`getComputedStyle(document.querySelector('.changed')).animationName`)).toBe(name);
      await tab.close();
    }
  });

  it('can be asked for once more where none came', async () => {
    await page.route('**/say', (route) => route.fulfill({ status: 204 }), { times: 2 });
    await page.fill('#line', '/stories');
    await page.press('#line', 'Enter');
    const failed = page.locator('.turn .failed');
    await failed.getByText('No answer: wait a moment.').waitFor();
    expect(await page.inputValue('#line')).toBe('/stories');
    const again = failed.getByRole('button', { name: 'Try again' });
    await again.press('Enter');
    await page.locator('.turn .again:focus').waitFor();
    await again.press('Enter');
    await page.locator('.turn[data-command="/stories"]:focus').waitFor();
    expect([await page.locator('.turn').count(), await failed.count()]).toEqual([1, 0]);
    expect(await page.inputValue('#line')).toBe('');
  });
});
