import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, desktop, launchBrowser, openPage, phone, say } from './browser.ts';
import { type LocalBot, startLocalBot, startPage } from './local-bot.ts';
import { messageOf, trialCommand } from './trial.ts';

/** What axe finds on the page as it stands, each with the elements concerned; in the dark, only colours differ. */
async function findings(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, passes } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze();
  expect(passes.length).toBeGreaterThan(colorScheme === 'light' ? 15 : 0);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

describeInBrowser('the page for every reader', () => {
  let bot: LocalBot;
  let browser: Browser;
  beforeAll(async () => {
    [bot, browser] = await Promise.all([startLocalBot(), launchBrowser()]);
    await bot.edit('invented-satellite.yaml', 'state: quiet', 'state: silent');
  });
  afterAll(() => Promise.all([bot.stop(), browser.close()]));

  for (const [device, options] of Object.entries({ desktop, phone })) {
    it.concurrent(`has nothing that axe finds on a ${device}, light or dark`, async () => {
      const { page } = await openPage(browser, bot.address, options);
      const inBoth = async () => {
        expect(await findings(page, 'light')).toEqual([]);
        expect(await findings(page, 'dark')).toEqual([]);
      };
      await page.locator('.wrong').waitFor();
      await page.fill('#line', '/briefing ');
      await page.getByRole('option').first().waitFor();
      await page.press('#line', 'ArrowDown');
      await inBoth(); // the welcome, with completions open and a problem shown
      await say(page, '/briefing invented-water');
      await say(page, '/stories');
      await say(page, '/breifing');
      for (const payload of await page.locator('.payload summary:visible').all()) await payload.click();
      await inBoth(); // answers of every kind, with their payloads
      if (device === 'phone') {
        await page.getByRole('radio', { name: 'Slack' }).tap();
        await page.locator('.log[data-shown="1"]').waitFor();
        await inBoth(); // the other platform's
      }
      await page.close();
    });

    it.concurrent(`has nothing that axe finds in forms and posts on a ${device}, light or dark`, async () => {
      const web = await startPage({}, [trialCommand()]);
      const { page } = await openPage(browser, web.address, options);
      const inBoth = async () => {
        expect(await findings(page, 'light')).toEqual([]);
        expect(await findings(page, 'dark')).toEqual([]);
      };
      const to = { platform: 'web', id: 'page' };
      const post = { to, message: messageOf('A post', 'It happened.'), key: 'key-1', mention: '@desk' };
      const sent = await web.deliver(post);
      await page.locator('.post').waitFor();
      await inBoth(); // the welcome above a post
      if (sent.kind === 'sent') await web.amend({ ...post, id: sent.id }, messageOf('A post', 'It did not happen.'));
      await page.locator('.post .seen', { hasText: 'edited' }).waitFor();
      await say(page, '/trial');
      await say(page, '/trial day invented-water');
      const form = page.locator('.asks').last();
      await form.getByLabel('As of').fill('never');
      await form.getByLabel('Most').fill('2');
      await form.getByLabel('Loud').selectOption('No');
      await form.getByRole('button', { name: 'Send' }).click();
      await page.locator('[data-kind="mistake"]').waitFor();
      await web.deliver({ ...post, key: 'key-2' });
      await page.locator('.post').nth(1).waitFor();
      await inBoth(); // two forms, a mistake, an edited post, and another one
      await page.close();
      await web.stop();
    });
  }
});
