/** Where there is room for one platform's rendering: the switch, each one's pages, pictures in full size, and the inbox as a sheet. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { pictured } from '../../conformance/trial-commands.ts';
import { describeInBrowser, eventually, launchBrowser, openPage, phone, say } from './browser.ts';
import { startPage } from './local-bot.ts';
import { messageOf } from './trial.ts';

const to = { platform: 'web', id: 'page' };

/** In the browser: for each point of the answers whether it begins a line, as it does where it stands lower than the sign before it. */
const signsAtPoints = `(() => {
  const looks = [...document.querySelectorAll('.look .preview')].filter((look) => look.checkVisibility());
  return looks.flatMap((look) => {
    const walker = document.createTreeWalker(look, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const signs = [];
    while (walker.nextNode())
      for (let at = 0; at < walker.currentNode.length; at += 1) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const { top, width } = range.getBoundingClientRect();
        const sign = range.toString();
        if (width > 0 && sign.trim() !== '') signs.push({ sign, top });
      }
    const points = signs.entries().filter(([, { sign }]) => sign === '·');
    return [...points.map(([at, { top }]) => (top - signs[at - 1].top > 8 ? 'begins a line' : 'within a line'))];
  });
})()`;

describeInBrowser('the page where it is narrow', () => {
  let web: WebPlatform;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    web = await startPage();
  });
  afterEach(() => web.stop());

  /** Opens the page, and expects at the end that nothing went wrong on it. */
  async function onPage(options: BrowserContextOptions, act: (page: Page) => Promise<void>) {
    const { page, complaints } = await openPage(browser, web.address, options);
    await act(page);
    await page.close();
    expect(complaints).toEqual([]);
  }

  const shown = (page: Page) =>
    page.locator('.look:visible').evaluateAll((looks) => [...new Set(looks.map((look) => look.ariaLabel))]);

  it('ends what the empty line says with “…” where it does not fit', () =>
    onPage({ ...phone, viewport: { width: 320, height: 600 } }, async (page) => {
      const ends = () => page.evaluate(`getComputedStyle(document.querySelector('#line')).textOverflow`);
      expect(await ends()).toBe('ellipsis');
      await page.fill('#line', '/briefing');
      expect(await ends()).toBe('clip');
    }));

  it.each([320, 361, 375, 421])('has room for what the empty line says, also while it is typed in, at %d px', (width) =>
    onPage({ ...phone, viewport: { width, height: 600 } }, async (page) => {
      await page.focus('#line');
      const [wide, room] = await page.evaluate<[number, number]>(`(() => {
        const field = document.querySelector('#line');
        const said = document.createElement('span');
        const { fontFamily, fontSize } = getComputedStyle(field, '::placeholder');
        Object.assign(said.style, { fontFamily, fontSize, position: 'absolute' });
        said.textContent = field.placeholder;
        document.body.append(said);
        const { paddingLeft, paddingRight } = getComputedStyle(field);
        const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return [said.getBoundingClientRect().width, room];
      })()`);
      expect(wide).toBeLessThan(room);
    }),
  );

  it('neither ends nor begins a line with the point between two parts', async () => {
    for (const width of [1280, 390, 320])
      await onPage({ viewport: { width, height: 800 } }, async (page) => {
        if (width === 1280) await say(page, '/ask invented-water how far is Zanzibar?');
        await page.locator('#inbox summary').click();
        const parts = page.locator('.parts:visible');
        await parts.first().waitFor();
        // The point stands in each part's padding, which is cut away where the part begins a line.
        const said = await parts.evaluateAll((all) =>
          all.flatMap((each) => {
            const { left } = each.getBoundingClientRect();
            const boxes = [...each.children].map((part) => part.getBoundingClientRect());
            return [...each.children].map((part, at) => {
              const [box, before] = [boxes[at], boxes[at - 1]];
              const isFirst = box && (!before || box.top > before.top);
              return { holds: part.textContent?.includes('·'), isCut: !isFirst || box.left - left < 1 };
            });
          }),
        );
        expect(said.length, `${width}`).toBeGreaterThan(1);
        for (const each of said) expect(each).toEqual({ holds: false, isCut: true });
      });
  });

  it('begins no line of an answer with a point, as neither platform does', async () => {
    for (const width of [320, 375, 390])
      await onPage({ ...phone, viewport: { width, height: 800 } }, async (page) => {
        for (const line of [
          '/stories',
          '/briefing invented-water people',
          '/digest preview invented-water week:2026-03-18',
        ])
          await say(page, line);
        for (const name of ['Discord', 'Slack']) {
          await page.getByRole('radio', { name }).tap();
          const begun = await page.evaluate<string[]>(signsAtPoints);
          expect(begun.length, `${width}, ${name}`).toBeGreaterThan(4);
          expect(new Set(begun), `${width}, ${name}`).toEqual(new Set(['within a line']));
        }
      });
  });

  it('shows one platform at a time, by keyboard too, and remembers which', () =>
    onPage(phone, async (page) => {
      await say(page, '/stories');
      await say(page, '/briefing invented-water');
      expect(await shown(page)).toEqual(['As Discord shows it']);
      const choice = page.getByRole('group', { name: 'Show as' }).getByRole('radio', { name: 'Slack' });
      const top = () =>
        page
          .locator('.turn')
          .last()
          .evaluate((turn) => Math.round(turn.getBoundingClientRect().top));
      const before = await top();
      await page.getByRole('radio', { name: 'Discord' }).focus();
      await page.keyboard.press('ArrowRight');
      expect([await choice.isChecked(), await shown(page)]).toEqual([true, ['As Slack shows it']]);
      expect(await top()).toBe(before); // what is read stays where it is
      // In the midst of an answer, about as much of it is above the view as before.
      const read = () =>
        page.locator('#log').evaluate((log) => {
          const view = log.getBoundingClientRect();
          const turn = log.querySelector('.turn:last-child')?.getBoundingClientRect() ?? view;
          return (view.top - turn.top) / turn.height;
        });
      await page
        .locator('.turn')
        .last()
        .evaluate((turn) => turn.parentElement?.scrollBy(0, turn.clientHeight * 0.4));
      const above = await read();
      expect(above).toBeGreaterThan(0.2);
      for (const key of ['ArrowLeft', 'ArrowRight']) {
        await page.keyboard.press(key);
        expect(Math.abs((await read()) - above)).toBeLessThan(0.02);
      }
      await page.reload();
      await eventually(() => shown(page)).toEqual(['As Slack shows it']);
      expect(await choice.isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'Discord' }).tap();
      expect(await shown(page)).toEqual(['As Discord shows it']);
    }));

  it('has both side by side, and no switch, wherever there is room', async () => {
    for (const [width, both] of [
      [700, false],
      [820, true],
      [1000, false],
      [1280, true],
    ] as const)
      await onPage({ viewport: { width, height: 800 } }, async (page) => {
        await say(page, '/stories');
        expect((await shown(page)).length, `${width}`).toBe(both ? 2 : 1);
        expect(await page.locator('.switch').isVisible(), `${width}`).toBe(!both);
        const [first, second] = await Promise.all([0, 1].map((at) => page.locator('.look').nth(at).boundingBox()));
        if (both) expect(first?.y).toBe(second?.y);
      });
  });

  it('turns the page of the one that is read, and leaves the other', () =>
    onPage(phone, async (page) => {
      await say(page, '/briefing invented-water timeline private');
      await page.locator('.look:visible').getByRole('button', { name: 'Next page' }).tap();
      const look = (name: string) => page.locator(`.look[data-look="${name}"]`);
      await eventually(() => look('Discord').getAttribute('data-page')).toBe('2');
      expect(await look('Slack').getAttribute('data-page')).toBe('1');
      await page.getByRole('radio', { name: 'Slack' }).tap();
      await page.locator('.look:visible').getByRole('button', { name: 'Next page' }).tap();
      await eventually(() => look('Slack').getAttribute('data-page')).toBe('2');
      expect(await look('Discord').getAttribute('data-page')).toBe('2');
      expect(await page.locator('.turn').count()).toBe(1);
    }));

  it('opens a picture in full size, and closes it by Escape, its button, or beside it', () =>
    onPage(phone, async (page) => {
      await web.deliver({ to, message: { ...messageOf('A post', 'It happened.'), blocks: pictured }, key: 'key-1' });
      const picture = page.locator('.look:visible .preview a img');
      const dialog = page.getByRole('dialog', { name: 'Picture in full size' });
      const closings = [
        () => page.keyboard.press('Escape'),
        () => dialog.getByRole('button', { name: 'Close' }).tap(),
        () => page.touchscreen.tap(10, 800),
      ];
      for (const close of closings) {
        await picture.tap();
        await dialog.getByRole('img', { name: 'A timeline of <two> *events*' }).waitFor();
        const box = await dialog.getByRole('img').boundingBox();
        expect(box?.width).toBeGreaterThan(phone.viewport.width);
        await close();
        await dialog.waitFor({ state: 'hidden' });
      }
      expect(page.context().pages()).toHaveLength(1);
    }));

  it('has room for the switch and the inbox beside each other, down to 320 pixels', () =>
    onPage(phone, async (page) => {
      await say(page, '/ask invented-water how far is Zanzibar?');
      await say(page, '/report invented-water about:boil-notice the lake is another');
      await page.locator('#inbox summary').getByText('1 mistake, 1 question').waitFor({ state: 'attached' });
      for (const width of [320, 390, 600, 700]) {
        await page.setViewportSize({ width, height: 700 });
        const [switched, inbox] = await Promise.all([
          page.locator('.switch label').last().boundingBox(),
          page.locator('#inbox h2').boundingBox(),
        ]);
        const beyond = await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
        const between = (inbox?.x ?? Number.NaN) - (switched?.x ?? 0) - (switched?.width ?? 0);
        expect(between, `${width}`).toBeGreaterThan(0);
        expect(beyond, `${width}`).toBe(0);
      }
    }));

  it('lets an open inbox be closed by whatever one tries', () =>
    onPage(phone, async (page) => {
      await say(page, '/ask invented-water how far is Zanzibar?');
      const summary = page.locator('#inbox summary');
      const panel = page.locator('#inbox .panel');
      await summary.waitFor();
      const closings = [
        () => page.keyboard.press('Escape'),
        () => panel.getByRole('button', { name: 'Close' }).tap(),
        () => page.touchscreen.tap(200, 300),
        () => summary.tap(),
        () => panel.getByRole('button', { name: 'Skarnvåg' }).tap(),
      ];
      for (const close of closings) {
        await summary.tap();
        await panel.waitFor();
        await close();
        await panel.waitFor({ state: 'hidden' });
      }
      await page.locator('.turn[data-command="/briefing invented-water"]').waitFor();
      await summary.tap();
      await panel.getByRole('button', { name: 'Dismiss' }).tap();
      await eventually(() => page.locator('#inbox').textContent()).toBe('');
    }));
});
