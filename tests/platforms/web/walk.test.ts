import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, eventually, launchBrowser, openPage, say, type Watched } from './browser.ts';
import { type LocalBot, startLocalBot } from './local-bot.ts';

const story = 'invented-water.yaml';

describeInBrowser('the local page', () => {
  let bot: LocalBot;
  let browser: Browser;
  beforeAll(async () => {
    [bot, browser] = await Promise.all([startLocalBot(), launchBrowser()]);
  });
  afterAll(() => Promise.all([bot.stop(), browser.close()]));

  /** Does something on a fresh page; it may ask only its own server, and nothing may go wrong on it. */
  async function onPage(act: (page: Page) => Promise<void>) {
    const watched: Watched = await openPage(browser, bot.address);
    await act(watched.page);
    await watched.page.close();
    expect(watched.requests.length).toBeGreaterThan(10);
    expect(watched.requests.filter((url) => !url.startsWith(bot.address))).toEqual([]);
    expect(watched.complaints).toEqual([]);
  }

  it('leads a newcomer from two letters to any page and any day of a story', () =>
    onPage(async (page) => {
      const line = page.locator('#line');
      const choices = page.getByRole('option');
      await page.getByRole('heading', { name: 'Ask for a briefing' }).waitFor();
      await page.locator('#line:focus').waitFor();
      await page.keyboard.type('/br');
      await choices.filter({ hasText: '/briefing' }).waitFor();
      await page.keyboard.press('Tab');
      await eventually(() => line.inputValue()).toBe('/briefing ');
      await page.keyboard.type('skar');
      await eventually(() => choices.allInnerTexts()).toEqual([expect.stringContaining('/briefing invented-water')]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await eventually(() => line.inputValue()).toBe('/briefing invented-water ');
      await choices.filter({ hasText: 'Timeline' }).waitFor();
      await page.keyboard.press('Enter');

      const turns = page.locator('.turn');
      for (const platform of ['Discord', 'Slack']) {
        const shown = turns.getByRole('group', { name: `As ${platform} shows it` });
        await shown.getByRole('heading', { name: 'Invented: Skarnvåg must boil its tap water' }).waitFor();
      }
      expect(await line.inputValue()).toBe('');

      await turns.first().getByRole('button', { name: 'Timeline' }).first().click();
      const timeline = turns.nth(1);
      await timeline.locator('.page-of', { hasText: 'page 1 of' }).first().waitFor();
      expect(await timeline.locator('.typed-line').textContent()).toBe('Timeline');
      expect(await timeline.locator('.typed-command').textContent()).toBe('/briefing invented-water timeline');
      expect(await timeline.getAttribute('aria-label')).toBe('Answer to Timeline');
      expect(await turns.first().locator('.typed-command').count()).toBe(0); // it was typed
      await timeline.getByRole('button', { name: 'Next page' }).first().click();
      await timeline.locator('.page-of', { hasText: 'page 2 of' }).first().waitFor();
      expect(await turns.count()).toBe(2);
      await page.locator('.turn:nth-child(2):focus').waitFor();

      const slider = timeline.getByRole('slider', { name: 'What was known when' });
      const said = timeline.locator('output');
      const adds = await said.textContent();
      await slider.evaluate((input) => input.setAttribute('data-same', ''));
      await slider.focus();
      await page.keyboard.press('Home');
      await eventually(() => said.textContent()).toMatch(/^Wed 11 Mar 2026 adds \d+ statements$/);
      expect(adds).not.toBe(await said.textContent());
      expect(await slider.getAttribute('aria-valuetext')).toBe(await said.textContent());
      await timeline.locator('.looks', { hasNotText: 'Correction' }).waitFor();
      expect(await timeline.locator('input[data-same]:focus').count()).toBe(1);
      await page.keyboard.press('ArrowRight');
      await timeline.locator('.looks', { hasText: 'Correction' }).waitFor();
      expect(await timeline.locator('input[data-same]:focus').count()).toBe(1);
    }));

  it('shows an editor each save: what is wrong and where, and the answer as it now reads', () =>
    onPage(async (page) => {
      await say(page, '/briefing invented-water');
      const answer = page.locator('.turn');
      const problems = page.locator('#problems');
      await page.locator('#stories button').last().focus();
      await bot.edit(story, 'state: developing', 'state: exploded');
      await problems.getByText(/^invented-water\.yaml:\d+:\d+$/).waitFor();
      await eventually(() => problems.textContent()).toContain('A story that has loaded before stays as it was.');
      expect(await answer.textContent()).toContain('developing');

      await bot.edit(story, 'state: exploded', 'state: closed');
      await eventually(() => problems.textContent()).toBe('');
      await page.locator('#stories', { hasText: 'closed last development' }).waitFor();
      await answer.filter({ hasText: 'closed · last development' }).waitFor();
      expect(await page.locator('#stories li:last-child button:focus').count()).toBe(1);

      await answer.locator('.payload summary').last().click();
      await bot.edit(story, 'must boil its tap water', 'must boil all of its water');
      const titles = answer.getByRole('heading', { name: 'Invented: Skarnvåg must boil all of its water' });
      await eventually(() => titles.count()).toBe(2);
      expect(await answer.count()).toBe(1);
      expect(await answer.locator('.look:last-child .payload[open] summary:focus').count()).toBe(1);
      await bot.edit(story, 'must boil all of its water', 'must boil its tap water');
      await bot.edit(story, 'state: closed', 'state: developing');
    }));

  it('lets buttons and lists of both previews be used, and shows what would be sent', () =>
    onPage(async (page) => {
      await page.getByRole('button', { name: '/stories' }).click();
      const turns = page.locator('.turn');
      const question = 'Did the solar panels of Petrel-2 stay shut?';
      for (const [index, platform] of ['Discord', 'Slack'].entries()) {
        const preview = (turn: number) => turns.nth(turn).getByRole('group', { name: `As ${platform} shows it` });
        await preview(0).getByRole('combobox').selectOption('Petrel-2');
        await preview(2 * index + 1)
          .getByRole('button', { name: 'Who says what' })
          .click();
        await preview(2 * index + 2)
          .locator('form', { hasText: question })
          .waitFor();
        expect(await preview(0).getByRole('combobox').inputValue()).toBe('');
      }
      // A button's answer is for whoever pressed it.
      expect(await page.locator('.seen').allTextContents()).toEqual(
        Array.from({ length: 5 }, () => 'Only you see this'),
      );
      for (const payload of await turns.last().locator('.payload').all()) {
        await payload.locator('summary').click();
        expect(await payload.locator('summary').textContent()).toMatch(/^Payload · \d+% full$/);
        expect(await payload.locator('li').first().textContent()).toMatch(/[\d,]+ of [\d,]+ characters/);
        const json = JSON.parse((await payload.locator('pre').textContent()) ?? '');
        expect(JSON.stringify(json)).toContain(question);
      }
    }));

  it('keeps for the channel what was shown to it, when its story is saved', async () => {
    const own = await startLocalBot();
    const { page } = await openPage(browser, own.address);
    await say(page, '/briefing invented-water private');
    const turns = page.locator('.turn');
    await turns.first().getByRole('button', { name: 'Show to the channel' }).first().click();
    await turns.nth(1).locator('.seen[data-to="channel"]').waitFor();
    await own.edit(story, 'must boil its tap water', 'must boil all of its water');
    await turns.nth(1).getByRole('heading', { name: 'must boil all of its water' }).first().waitFor();
    expect(await turns.nth(1).locator('.seen').textContent()).toBe('The channel sees this');
    await page.close();
    await own.stop();
  });

  it('shows an answer anew when its story is saved, which counts no question twice', async () => {
    const own = await startLocalBot();
    const { page } = await openPage(browser, own.address);
    await say(page, '/ask invented-water who won the world cup?');
    await page.getByText('The story does not say.').first().waitFor();
    const anew = page.waitForResponse((response) => response.url().endsWith('/say'));
    await own.edit(story, 'must boil its tap water', 'must boil all of its water');
    expect((await anew).request().postData()).toMatch(/&again=yes(?:&|$)/);
    const inbox = await (await fetch(own.address)).text();
    expect(inbox).toContain('who won the world cup?');
    expect(inbox).toMatch(/asked once/);
    await page.close();
    await own.stop();
  });

  it('answers without scripts too, each time with a whole page', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(bot.address);
    await page.locator('#stories button').last().click();
    await page.getByRole('button', { name: 'Wed 18 Mar 2026' }).click();
    expect(await page.locator('output').textContent()).toMatch(/^Wed 18 Mar 2026 adds/);
    await page.getByRole('button', { name: 'Timeline' }).first().click();
    expect(await page.locator('.typed-line').textContent()).toBe('/briefing invented-water timeline as-of:2026-03-18');
    await page.fill('#line', '/help');
    await page.press('#line', 'Enter');
    await page.getByRole('heading', { name: 'What you can type' }).first().waitFor();
    await page.close();
  });
});
