import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/commands/command.ts';
import type { Command, Invocation } from '../../../src/commands/index.ts';
import { toReader } from '../../../src/commands/invocation.ts';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { describeInBrowser, eventually, launchBrowser, openPage, phone, say } from './browser.ts';
import { send, startPage } from './local-bot.ts';
import { messageOf, trialCommand } from './trial.ts';

let page: WebPlatform;
let asked: { values: object; call: Invocation }[] = [];
const trial = trialCommand((values, call) => void asked.push({ values, call }));
afterEach(() => {
  asked = [];
  return page?.stop();
});

/** Asks for what browsers have fields of their own for. */
const native: Command = defineCommand({
  name: 'native',
  description: 'Asks for an hour and a zone',
  example: () => '/native',
  seenBy: () => 'reader',
  options: {
    at: { kind: 'hour', description: 'The hour' },
    zone: { kind: 'zone', description: 'The zone' },
    on: { kind: 'choice', description: 'The day', choices: { mon: 'Monday', tue: 'Tuesday' } },
  },
  run: ({ at, zone }, { given }) =>
    at === undefined || zone === undefined
      ? { kind: 'form', command: native, given, asks: ['at', 'zone'], offers: ['on'] }
      : toReader(messageOf('Native', `${at} ${zone}`)),
});

const filledIn = { every: 'week', 'as-of': '2026-03-18', most: '3', loud: 'yes' };
const fields = Object.fromEntries(Object.entries(filledIn).map(([name, value]) => [`asked.${name}`, value]));
const sent = { form: 'trial', 'given.story': 'invented-water', 'given.quiet': 'yes', ...fields };

/** The tags of a form's fields, by name. */
function fieldsIn(html: string): Record<string, string> {
  const form = /<form [^>]*class="asks"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const found = form.matchAll(/<(input|select) [^>]*name="(?:asked|given)\.([\w-]+)"[^>]*>/g);
  return Object.fromEntries(
    [...found].map(([tag, kind = '', name]) => [name, tag.includes('hidden') ? 'hidden' : kind]),
  );
}

describe('a form that a command asks for', () => {
  it('has a field for each option that is missing, and takes the others along', async () => {
    page = await startPage({}, [trial]);
    const { status, body } = await send(`${page.address}say`, {}, '/trial quiet');
    expect(status).toBe(200);
    expect(fieldsIn(body)).toEqual({
      story: 'select',
      every: 'select',
      'as-of': 'input',
      most: 'input',
      loud: 'select',
      quiet: 'hidden',
    });
    for (const part of ['>Petrel-2</option>', '>Every week</option>', 'value="no" >No</option>', '>As of</label>'])
      expect(body).toContain(part);
    expect(body).toContain('What was reported by that day</p>');
    expect(body).toContain('<code>/trial quiet</code>');
    const less = await send(`${page.address}say`, {}, '/trial invented-water day 18 mar');
    expect(fieldsIn(less.body)).toMatchObject({ story: 'hidden', every: 'hidden', most: 'input', loud: 'select' });
  });

  it('asks for an hour and a zone with what the browser has for them, and marks what may stay empty', async () => {
    page = await startPage({}, [native]);
    const { body } = await send(`${page.address}say`, {}, '/native');
    expect(body).toMatch(/<input [^>]*name="asked\.at" required [^>]*type="time" value="">/);
    const [, list] = /name="asked\.zone" required [^>]*list="([^"]+)"/.exec(body) ?? [];
    const [, zones = ''] = new RegExp(`<datalist id="${list}">(.*?)</datalist>`, 's').exec(body) ?? [];
    expect(zones.match(/<option value="[\w+/-]+">/g)?.length).toBeGreaterThan(300);
    expect(zones).toContain('<option value="Europe/Tirane">');
    expect(body).toMatch(/<select [^>]*name="asked\.on"(?! required)[^>]*><option value="">Leave it out<\/option>/);
    expect(body.match(/may stay empty/g)).toHaveLength(1);
    // An hour that a field for times cannot show is shown as it was typed.
    const wrong = { 'asked.at': '9 o’cluck', 'asked.zone': 'Europe/Tirane', 'asked.on': '', offers: 'on' };
    const again = await send(page.address, {}, { form: 'native', ...wrong });
    expect(again.body.match(/name="asked\.on"(?: required)?/g)).toEqual(['name="asked.on"']);
    expect(again.body).toMatch(/name="asked\.at" required [^>]*value="9 o’cluck" spellcheck="false"/);
    const sent = await send(page.address, {}, { form: 'native', 'asked.at': '09:30', 'asked.zone': 'europe/tirane' });
    expect(sent.body).toContain('570 Europe/Tirane');
  });

  it('becomes an invocation with all that was given', async () => {
    page = await startPage({ now: () => 86_400_000 }, [trial]);
    for (const path of ['', 'say']) {
      const { body } = await send(page.address + path, {}, sent);
      expect(body).toContain('Tried invented-water.');
      expect(body).not.toContain('class="asks"');
    }
    expect(asked).toHaveLength(2);
    for (const { values, call } of asked) {
      expect(values).toMatchObject({ story: 'invented-water', every: 'week', most: 3, loud: true, quiet: true });
      expect(call).toMatchObject({
        command: 'trial',
        options: { story: 'invented-water', quiet: 'yes', ...filledIn },
        pressed: true,
        where: { platform: 'web', channel: 'page', shared: true },
        at: 86_400_000,
      });
      expect(await call.rights()).toEqual(['manage-channel']);
    }
  });

  it('lists what there is, unless there may be more', async () => {
    for (const [count, kind] of [
      [0, 'input'],
      [24, 'select'],
      [25, 'input'],
    ] as const) {
      const complete = () => Array.from({ length: count }, (_, index) => ({ label: `Nº ${index}`, value: `${index}` }));
      page = await startPage({}, [trial], { complete });
      const { body } = await send(`${page.address}say`, {}, '/trial');
      // A yes or no is always one of two.
      expect(fieldsIn(body), `${count}`).toMatchObject({ story: kind, every: kind, 'as-of': 'input', loud: 'select' });
      await page.stop();
    }
  });

  it('gives back hostile words as words', async () => {
    page = await startPage({}, [trial]);
    const hostile = `"'><img src=x onerror=alert(1)>`;
    const { body } = await send(page.address, {}, { ...sent, 'asked.as-of': hostile, 'given.story': hostile });
    expect(body).toContain('&lt;img src=x');
    expect(body).not.toMatch(/<img src=x|"'>/);
  });

  it('takes only the options of its command', async () => {
    page = await startPage({}, [trial]);
    const strange = { 'given.__proto__': 'x', 'asked.toString': 'x', 'asked.private': 'x' };
    await send(`${page.address}say`, {}, { ...sent, ...strange });
    expect(Object.keys(asked[0]?.call.options ?? {}).sort()).toEqual(
      [...Object.keys(filledIn), 'quiet', 'story'].sort(),
    );
    const { body } = await send(`${page.address}say`, {}, { ...sent, form: 'gone' });
    expect(body).toContain('An old button');
  });

  it('is on the page again, as it was sent, below what is wrong with it', async () => {
    page = await startPage({}, [trial]);
    const { body } = await send(page.address, {}, { ...sent, 'asked.as-of': 'never' });
    const [mistake = '', form = ''] = body.split('class="asks"');
    expect(mistake).toContain('is no day');
    expect(form).toContain('value="never"');
    expect(form).toContain('<option value="week" selected>');
    expect(fieldsIn(body)).toMatchObject({ story: 'hidden', quiet: 'hidden', every: 'select', most: 'input' });
    expect((await send(`${page.address}say`, {}, { ...sent, 'asked.as-of': 'never' })).body).not.toContain(
      'class="asks"',
    );
  });
});

describe('silence', () => {
  it('shows nothing new', async () => {
    page = await startPage({}, [], { answer: async () => ({ kind: 'silence' }) });
    expect(await send(`${page.address}say`, {}, '/help')).toMatchObject({ status: 204, body: '' });
    const whole = await send(page.address, {}, '/help');
    expect(whole).toMatchObject({ status: 200, body: expect.stringContaining('No answer: wait a moment.') });
    const form = await send(page.address, {}, sent);
    expect(form.body).toContain('No answer: wait a moment.');
  });
});

describeInBrowser('a form in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function fillIn(tab: Page, day: string) {
    const form = tab.locator('.asks').last();
    await form.getByLabel('Every').selectOption('Every week');
    await form.getByLabel('As of').fill(day);
    await form.getByLabel('Most').fill('3');
    await form.getByLabel('Loud').selectOption('Yes');
  }

  it('fits a narrow phone, and is taken with an hour and a zone as the browser gives them', async () => {
    page = await startPage({}, [native]);
    const narrow = { ...phone, viewport: { width: 360, height: 740 } };
    const { page: tab, complaints } = await openPage(browser, page.address, narrow);
    await say(tab, '/native');
    expect(await tab.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(360);
    const form = tab.locator('.asks');
    for (const field of await form.locator('input:visible, select').all()) {
      const box = await field.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360 && box.height >= 40).toBe(true);
    }
    await form.getByLabel('At').fill('17:30');
    await form.getByLabel('Zone').fill('Europe/Tirane');
    await form.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('1050 Europe/Tirane').first().waitFor();
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('is filled in by keyboard, keeps what was typed through a mistake, and is done when it is taken', async () => {
    page = await startPage({}, [trial]);
    const { page: tab, complaints } = await openPage(browser, page.address);
    await say(tab, '/trial invented-water');
    const form = tab.locator('.asks');
    await form.getByRole('group', { name: '/trial invented-water needs a little more' }).waitFor();
    expect(await tab.locator('#heard').textContent()).toContain('‘every’, ‘as-of’, ‘most’ and ‘loud’');
    const field = form.getByLabel('As of');
    expect(await field.evaluate((input) => input.ariaDescribedByElements?.[0]?.textContent)).toMatch(/^What was rep/);

    await form.getByLabel('Every').and(tab.locator(':focus')).waitFor();
    await tab.keyboard.press('w'); // chooses as in any list, and says nothing yet
    await tab.keyboard.press('E');
    expect(await tab.locator('.turn').count()).toBe(1);
    await form.getByLabel('Loud').focus();
    await tab.keyboard.press('y');
    expect(await form.getByLabel('Loud').inputValue()).toBe('yes');
    await form.getByRole('button', { name: 'Send' }).press('Enter');
    expect(await tab.locator('.turn').count()).toBe(1); // something is missing still

    await fillIn(tab, 'never');
    await form.getByRole('button', { name: 'Send' }).press('Enter');
    const mistake = tab.locator('.turn + [data-kind="mistake"]');
    await mistake.getByText('is no day').first().waitFor();
    await eventually(() => tab.locator('#heard').textContent()).toContain('is no day');
    expect(await form.locator('.asks-wrong').allTextContents()).toEqual([expect.stringContaining('is no day')]);
    expect([await field.inputValue(), await form.getByLabel('Most').inputValue()]).toEqual(['never', '3']);
    expect(await form.getByRole('button', { name: 'Send' }).and(tab.locator(':focus')).count()).toBe(1);
    await form.getByLabel('As of').press('Enter');
    await mistake.waitFor();
    expect(await tab.locator('.turn').count()).toBe(2);

    await field.fill('2026-03-18');
    await field.press('Enter');
    const answer = tab.locator('.turn + [data-kind="help"]');
    await answer.locator('.preview', { hasText: 'Tried invented-water.' }).first().waitFor();
    expect(await tab.locator('[data-kind="mistake"]').count()).toBe(0);
    expect(await answer.locator('.typed-line').textContent()).toContain('week');
    expect(await answer.and(tab.locator(':focus')).count()).toBe(1);
    expect(await field.isDisabled()).toBe(true);
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('grows with the sentences in it, which Enter sends, unless Shift begins another line', async () => {
    page = await startPage();
    const { page: tab, complaints } = await openPage(browser, page.address, phone);
    await say(tab, '/report invented-water');
    const field = tab.getByLabel('Mistake');
    await field.and(tab.locator(':focus')).waitFor();
    const height = async () => (await field.boundingBox())?.height ?? 0;
    const before = await height();
    await tab.keyboard.type('The lake is another one. '.repeat(12));
    await tab.keyboard.press('Shift+Enter');
    await tab.keyboard.type('I know the place.');
    expect(await height()).toBeGreaterThan(before * 2);
    expect(await tab.locator('.turn').count()).toBe(1);
    await tab.keyboard.press('Enter');
    await tab.locator('.turn + [data-kind="help"]', { hasText: 'Thank you' }).waitFor();
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('keeps what was typed when the bot cannot be reached, and where it says nothing', async () => {
    page = await startPage({}, [trial]);
    const { page: tab } = await openPage(browser, page.address, phone);
    await say(tab, '/trial invented-water');
    await fillIn(tab, '2026-03-18');
    const press = () => tab.locator('.asks').getByRole('button', { name: 'Send' }).click();
    await tab.route('**/say', (route) => route.abort(), { times: 1 });
    await press();
    await tab.locator('.failed', { hasText: 'cannot be reached' }).waitFor();
    await tab.route('**/say', (route) => route.fulfill({ status: 204 }), { times: 1 });
    await press();
    await tab.locator('.failed', { hasText: 'No answer: wait a moment.' }).waitFor();
    await tab.locator('.asks', { hasText: 'No answer: wait a moment.' }).waitFor();
    expect(await tab.locator('.asks').getByLabel('As of').inputValue()).toBe('2026-03-18');
    expect(await tab.locator('.turn').count()).toBe(2);
    await press();
    await tab.locator('[data-kind="help"]').waitFor();
    expect(await tab.locator('.failed').count()).toBe(0);
    await tab.close();
  });

  it('works without scripts', async () => {
    page = await startPage({}, [trial]);
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.goto(page.address);
    await tab.fill('#line', '/trial invented-water');
    await tab.press('#line', 'Enter');
    await fillIn(tab, 'never');
    await tab.getByLabel('As of').press('Enter');
    await tab.locator('.preview', { hasText: 'is no day' }).first().waitFor();
    expect(await tab.getByLabel('Every').inputValue()).toBe('week');
    expect(await tab.getByLabel('As of').inputValue()).toBe('never');
    await tab.getByLabel('As of').fill('2026-03-18');
    await tab.locator('.asks').getByRole('button', { name: 'Send' }).click();
    await tab.locator('.preview', { hasText: 'Tried invented-water.' }).first().waitFor();
    expect(asked[0]?.values).toMatchObject({ every: 'week', most: 3, loud: true });
    await tab.close();
  });

  it('is followed by answers that can be shown to the channel', async () => {
    page = await startPage({}, [trial]);
    const { page: tab } = await openPage(browser, page.address);
    await say(tab, '/stories');
    const turns = tab.locator('.turn');
    await turns.first().getByRole('button', { name: 'Show to the channel' }).first().click();
    await turns.nth(1).getByText('The channel sees this').waitFor();
    expect(await turns.nth(1).getByRole('button', { name: 'Show to the channel' }).count()).toBe(0);
    await tab.close();
  });
});
