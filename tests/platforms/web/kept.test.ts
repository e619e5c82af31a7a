/** A conversation outlives a reload of its tab. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { describeInBrowser, eventually, launchBrowser, openPage, say, type Watched } from './browser.ts';
import { startPage } from './local-bot.ts';
import { messageOf, trialCommand } from './trial.ts';

const to = { platform: 'web', id: 'page' };

describeInBrowser('a tab that is loaded again', () => {
  let web: WebPlatform;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let tried: object[];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    tried = [];
    web = await startPage({}, [trialCommand((values) => tried.push(values))]);
    watched = await openPage(browser, web.address);
    page = watched.page;
  });
  afterEach(async () => {
    await page.close();
    await web.stop();
  });

  const lines = () => page.locator('.turn:not(.post) .typed-line').allTextContents();

  it('has its conversation again, each look on its page, and what was typed under the arrow', async () => {
    await say(page, '/briefing invented-water timeline private');
    await page.getByRole('group', { name: 'As Discord' }).getByRole('button', { name: 'Next page' }).click();
    await page.locator('.look[data-look="Discord"][data-page="2"]').waitFor();
    await say(page, '/ask invented-water who won the world cup?');
    await page.locator('.turn').last().getByRole('button', { name: 'Full briefing' }).first().click();
    await page.locator('.turn[data-kind="briefing"]').nth(1).waitFor();
    const before = await page.locator('.turn .summary').allTextContents();
    const asked = watched.requests.length;
    await page.reload();
    await eventually(() => page.locator('.turn .look').count()).toBe(6);
    expect(await lines()).toEqual([
      '/briefing invented-water timeline private',
      '/ask invented-water who won the world cup?',
      'Full briefing',
    ]);
    expect(await page.locator('.turn .summary').allTextContents()).toEqual(before);
    const pages = page.locator('.turn').first().locator('.look');
    expect(await pages.evaluateAll((looks) => looks.map((look) => look.getAttribute('data-page')))).toEqual(['2', '1']);
    expect(await page.locator('.typed-command').last().textContent()).toBe('/briefing invented-water');
    expect([await page.locator('#welcome').count(), await page.locator('.note').count()]).toEqual([0, 0]);
    for (const url of watched.requests.slice(asked)) expect(url.startsWith(web.address)).toBe(true);

    await page.press('#line', 'ArrowUp');
    expect(await page.inputValue('#line')).toBe('/ask invented-water who won the world cup?');
    await page.press('#line', 'ArrowUp');
    expect(await page.inputValue('#line')).toBe('/briefing invented-water timeline private');
    expect(watched.complaints).toEqual([]);
  });

  it('does nothing a second time: what changes something is told, not done', async () => {
    await say(page, '/digest subscribe invented-water every week on monday at 9 UTC');
    const came = await page.locator('.turn .summary').textContent();
    await say(page, '/trial');
    await page.reload();
    await eventually(lines).toEqual(['/digest subscribe invented-water every week on monday at 9 UTC', '/trial']);
    const first = page.locator('.turn').first();
    await first.getByText(came ?? '', { exact: true }).waitFor();
    expect(await first.getByRole('button').count()).toBe(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.asks').waitFor();
    await say(page, '/digest list');
    expect(await page.locator('.turn').last().locator('.summary').textContent()).toBe(came); // there is still one
    expect(tried).toEqual([]);
  });

  it('asks for no more than the bot answers; the rest waits for a press', async () => {
    for (let count = 0; count < 10; count += 1) await say(page, `/help ${['ask', 'digest'][count % 2]}`);
    await page.reload();
    await eventually(() => page.locator('.turn .look').count()).toBe(16);
    const short = page.locator('.turn', { has: page.locator('.note') });
    expect(await short.count()).toBe(2);
    expect(await short.first().locator('.summary').isVisible()).toBe(true);
    await short.first().getByRole('button', { name: 'Show it' }).click();
    await eventually(() => page.locator('.turn .look').count()).toBe(18);
    expect(await short.count()).toBe(1);
  });

  it('has the conversation among the posts where it stood', async () => {
    await web.deliver({ to, message: messageOf('First', 'It began.'), key: 'key-1' });
    await page.locator('.post').waitFor();
    await say(page, '/stories');
    await web.deliver({ to, message: messageOf('Second', 'It ended.'), key: 'key-2' });
    await page.locator('.post').nth(1).waitFor();
    await say(page, '/help');
    const order = () => page.locator('.turn').evaluateAll((turns) => turns.map((turn) => turn.ariaLabel));
    const before = await order();
    await page.reload();
    await eventually(() => page.locator('.turn .look').count()).toBe(8);
    expect(await order()).toEqual(before);
  });

  it('takes nothing that was stored for HTML, and nothing of another shape', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const kept = { line: hostile, by: 'say', label: hostile, command: hostile, kind: 'answer', summary: hostile };
    const said = [{ ...kept, pages: hostile, post: hostile }, { line: 1 }, null, 'x', { ...kept, by: 'x' }];
    await page.addInitScript(`
      sessionStorage.setItem('dateline.said', ${JSON.stringify(JSON.stringify(said))});
      sessionStorage.setItem('dateline.typed', '{"x":1}');
      localStorage.setItem('dateline.look', 'no JSON');`);
    await page.reload();
    await eventually(lines).toEqual([hostile]);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await say(page, '/stories');
    expect(watched.complaints).toEqual([]);
  });
});
