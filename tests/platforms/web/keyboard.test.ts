import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, eventually, launchBrowser, openPage, say } from './browser.ts';
import { type LocalBot, startLocalBot } from './local-bot.ts';

/** What has the focus, by its name; with ` (unseen)` where nothing shows it. */
const focused = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent;
  const isSeen = outlineStyle !== 'none' && outlineWidth !== '0px';
  return name.trim().split('\\n', 1)[0].trim() + (isSeen ? '' : ' (unseen)');
})()`;

/** The names of what Tab reaches, from where it enters the page until it leaves it. */
async function tabbedThrough(page: Page): Promise<string[]> {
  await page.locator('.send').focus();
  await page.keyboard.press('Tab');
  const names: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    if (await page.evaluate('document.activeElement === document.body')) return names;
    names.push(await page.evaluate<string>(focused));
  }
}

describeInBrowser('the page by keyboard', () => {
  let bot: LocalBot;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [bot, browser] = await Promise.all([startLocalBot(), launchBrowser()]);
    ({ page } = await openPage(browser, bot.address));
  });
  afterAll(() => Promise.all([bot.stop(), browser.close()]));

  it('reaches everything in the order in which it stands, and shows where one is', async () => {
    const stories = ['Petrel-2', "Skarnvåg's water"];
    const composer = ['Type a command', 'Send'];
    const tries = [
      '/briefing invented-satellite A story on one phone screen',
      '/ask invented-satellite What happened to Petrel-2? An answer, in the story’s own sentences',
      '/digest preview invented-satellite week:2025-10-10 A week’s digest, as a channel gets it',
    ];
    expect(await tabbedThrough(page)).toEqual([
      ...stories,
      ...tries,
      '/stories All stories, and where each stands',
      '/help What you can type',
      ...composer,
    ]);
    await say(page, '/briefing invented-water');
    const sections = ['Timeline', 'Who says what', 'People', 'Background', 'Sources'];
    const others = ['When were the bacteria found?', 'Who criticised the warning?', 'Report a mistake'];
    const payload = expect.stringMatching(/^Payload /);
    const look = [...sections, ...others, payload];
    expect(await tabbedThrough(page)).toEqual([...stories, 'What was known when', ...look, ...look, ...composer]);
  });

  it('sends what stands in the line, not what was chosen for an earlier text', async () => {
    const { page: fresh } = await openPage(browser, bot.address);
    const line = fresh.locator('#line');
    await line.fill('/briefing ');
    await fresh.getByRole('option').first().waitFor();
    await line.press('ArrowDown');
    // The completions of what comes next are never answered.
    await fresh.route('**/complete?*', () => undefined);
    await line.fill('/stories');
    await line.press('Tab'); // would take the first of the earlier list
    expect(await line.inputValue()).toBe('/stories');
    await line.press('Enter');
    await fresh.locator('.turn[data-command="/stories"]').waitFor();
    await fresh.close();
  });

  it('takes the first completion by Tab though it is typed faster than completions come', async () => {
    const { page: fresh } = await openPage(browser, bot.address);
    const line = fresh.locator('#line');
    await line.fill('/briefing ');
    await fresh.getByRole('option').first().waitFor();
    await line.pressSequentially('skar');
    await line.press('Tab');
    await eventually(() => line.inputValue()).toBe('/briefing invented-water ');
    await fresh.close();
  });

  it('offers completions as a combobox with a list', async () => {
    const line = page.getByRole('combobox', { name: 'Type a command' });
    const list = page.locator(`#${await line.getAttribute('aria-controls')}`);
    const options = list.getByRole('option');
    const active = async () => {
      const id = await line.getAttribute('aria-activedescendant');
      return id === null ? 'none' : page.locator(`#${id}[aria-selected="true"]`).textContent();
    };
    expect([await line.getAttribute('aria-expanded'), await list.isVisible()]).toEqual(['false', false]);
    await line.pressSequentially('/');
    await options.nth(2).waitFor();
    expect([await line.getAttribute('aria-expanded'), await list.getAttribute('role')]).toEqual(['true', 'listbox']);
    const names = await options.allTextContents();
    expect(await active()).toBe('none');
    await line.press('ArrowUp');
    expect(await active()).toBe(names.at(-1));
    await line.press('ArrowDown');
    expect(await active()).toBe(names[0]);
    expect(await list.locator('[aria-selected="true"]').count()).toBe(1);
    await line.press('Escape');
    expect([await line.getAttribute('aria-expanded'), await list.isVisible()]).toEqual(['false', false]);
    expect([await active(), await line.inputValue()]).toEqual(['none', '/']);

    await line.pressSequentially('h');
    await options.first().waitFor();
    await options.first().click();
    await eventually(() => line.inputValue()).toBe('/help ');
    expect(await page.locator('#line:focus').count()).toBe(1);
    await line.fill('/b');
    await options.first().waitFor();
    await line.press('Shift+Tab');
    expect([await list.isVisible(), await line.inputValue()]).toEqual([false, '/b']);
  });

  it('leaves a list closed that was closed before it came', async () => {
    const line = page.locator('#line');
    for (const close of [() => line.press('Escape'), () => line.blur(), () => line.fill('')]) {
      const held = new Promise<() => Promise<void>>((resolve) => {
        void page.route('**/complete?*', (route) => resolve(() => route.continue()), { times: 1 });
      });
      await line.fill('/b');
      const release = await held;
      await close();
      const came = page.waitForResponse('**/complete?*');
      await release();
      await (await came).finished();
      await page.evaluate('new Promise(requestAnimationFrame)');
      expect(await page.locator('#choices').isVisible()).toBe(false);
    }
  });

  it('brings back what was typed, with the arrows', async () => {
    const line = page.locator('#line');
    for (const typed of ['/help', '/stories']) await say(page, typed);
    const seen: string[] = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await line.press(key);
      seen.push(await line.inputValue());
    }
    expect(seen).toEqual(['/stories', '/help', '/stories', '']);
  });

  it('says nothing while one moves through a closed list of choices', async () => {
    const turns = page.locator('.turn');
    const before = await turns.count();
    const list = turns.last().getByRole('combobox').first();
    await list.focus();
    for (const key of ['ArrowDown', 'End', 'p']) {
      await list.press(key);
      expect(await list.inputValue()).toBe('');
      await page.keyboard.press('Escape');
    }
    expect(await turns.count()).toBe(before);
  });
});
