import { once } from 'node:events';
import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Post, Recalled, Sent } from '../../../src/digest/index.ts';
import type { Look } from '../../../src/platforms/platform.ts';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { pictured } from '../../conformance/trial-commands.ts';
import { describeInBrowser, eventually, launchBrowser, openPage, say } from './browser.ts';
import { makePage, send, startPage } from './local-bot.ts';
import { messageOf } from './trial.ts';

const to = { platform: 'web', id: 'page' };
const news = messageOf('Invented: a dam holds', 'The dam holds.');

function post(key: string, more: Partial<Post> = {}): Post {
  return { to, message: news, key, ...more };
}

/** Posts, and expects it to be there. */
async function posted(page: WebPlatform, key: string, more?: Partial<Post>): Promise<Sent> {
  const outcome = await page.deliver(post(key, more));
  if (outcome.kind !== 'sent') throw new Error(JSON.stringify(outcome));
  return { to, id: outcome.id, key };
}

/** The titles of the posts on the page as it is loaded, as Discord shows them; with how each is marked. */
async function onPage(page: WebPlatform): Promise<string[]> {
  const { body } = await send(page.address);
  const turns = body.split('<article class="turn post"').slice(1);
  return turns.map((turn) => {
    const [, title] = /aria-label="Posted to the channel: ([^"]*)"/.exec(turn) ?? [];
    return `${title}${turn.includes('<span class="seen">edited</span>') ? ' (edited)' : ''}`;
  });
}

let page: WebPlatform;
afterEach(() => page?.stop());

describe('a post to the page’s channel', () => {
  it('is on the page when it is loaded later, as both platforms show it', async () => {
    page = await startPage();
    await posted(page, 'key-1');
    await posted(page, 'key-2', { message: messageOf('Second <b>', 'More.'), mention: 'desk <i>' });
    expect(await onPage(page)).toEqual(['Invented: a dam holds', 'Second &lt;b&gt;']);
    const { body } = await send(page.address);
    for (const part of ['As Discord shows it', 'As Slack shows it']) expect(body.split(part)).toHaveLength(3);
    expect(body).toContain('pings desk &lt;i&gt;');
    expect(body).not.toMatch(/<[bi]>/);
  });

  it('is found again by its key, and not shown twice', async () => {
    page = await startPage({ now: () => 5000 });
    const { id } = await posted(page, 'key-1');
    expect(await page.deliver(post('key-1', { firstTried: 4000 }))).toEqual({ kind: 'sent', id });
    expect(await onPage(page)).toHaveLength(1);
  });

  it('is posted where it was tried in vain, and uncertain where that was before the page’s time', async () => {
    page = await startPage({ now: () => 5000 });
    expect(await page.deliver(post('key-1', { firstTried: 4999 }))).toMatchObject({ kind: 'uncertain' });
    expect(await onPage(page)).toEqual([]);
    expect(await page.deliver(post('key-1', { firstTried: 5000 }))).toMatchObject({ kind: 'sent' });
    expect(await onPage(page)).toHaveLength(1);
  });

  it('is kept with the last 20, and uncertain once it is no longer', async () => {
    let now = 1000;
    page = await startPage({ now: () => now });
    const first = await posted(page, 'key-0');
    for (let count = 1; count <= 20; count += 1) {
      now += 10;
      await posted(page, `key-${count}`, { message: messageOf(`Post ${count}`, 'It happened.') });
    }
    const titles = await onPage(page);
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([20, 'Post 1', 'Post 20']);
    expect(await page.deliver(post('key-0', { firstTried: 1000 }))).toMatchObject({ kind: 'uncertain' });
    expect(await page.amend(first, news)).toMatchObject({ kind: 'closed' });
    // Whatever was first tried after that is known.
    expect(await page.deliver(post('key-new', { firstTried: 1001 }))).toMatchObject({ kind: 'sent' });
  });

  it('has nowhere else to go', async () => {
    page = await startPage();
    expect(await page.deliver(post('key-1', { to: { platform: 'web', id: 'other' } }))).toEqual({
      kind: 'gone',
      why: 'the page has no such channel',
    });
  });

  it('answers another, which it leads to', async () => {
    page = await startPage();
    const { id } = await posted(page, 'key-1', { message: messageOf('A <b> dam', 'It holds.') });
    await posted(page, 'key-2', { replyTo: id });
    const { body } = await send(page.address);
    expect(body).toContain(`id="post-${id}"`);
    expect(body).toContain(`answers <a href="#post-${id}">A &lt;b&gt; dam</a>`);
    expect(await page.deliver(post('key-3', { replyTo: 'nothing' }))).toEqual({
      kind: 'refused',
      why: 'the page no longer has the post that it answers',
    });
  });

  it('shows its picture in both looks, served by what is in it', async () => {
    page = await startPage();
    const prepared = await page.prepare({ ...news, blocks: pictured });
    await posted(page, 'key-1', { message: prepared });
    const { body } = await send(page.address);
    const shown = [...body.matchAll(/<img class="(\w+)-picture" src="([^"]+)" alt="([^"]+)"/g)];
    const alt = 'A timeline of &lt;two&gt; *events*';
    expect(shown.map(([, look, , words]) => [look, words])).toEqual([
      ['discord', alt],
      ['slack', alt],
    ]);
    const [, , source = ''] = shown[0] ?? [];
    expect(new Set(shown.map(([, , each]) => each))).toEqual(new Set([source]));
    expect(source).toMatch(/^\/pictures\/[\da-f]{32}\.png$/);
    const picture = await fetch(new URL(source, page.address));
    expect(picture.headers.get('content-type')).toBe('image/png');
    const [, block] = pictured;
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(block?.kind === 'picture' ? block.png : []));
    expect((await send(`${page.address}pictures/none.png`)).status).toBe(404);
  });

  it('is refused where a platform could not show all of it', async () => {
    const full: Look = {
      name: 'Narrow',
      render: ({ title, blocks }) => ({ payload: {}, page: 1, pages: 1, omitted: title === 'Wide' ? blocks : [] }),
      measure: () => [],
      preview: () => '',
      styles: [],
    };
    page = await startPage({ looks: [full] });
    const wide = messageOf('Wide', 'Too much.');
    const why = 'parts of it fit no page of Narrow';
    expect(await page.deliver(post('key-1', { message: wide }))).toEqual({ kind: 'refused', why });
    const sent = await posted(page, 'key-1');
    expect(await page.amend(sent, wide)).toEqual({ kind: 'closed', why });
    expect(await onPage(page)).toEqual(['Invented: a dam holds']);
  });

  it('changes in its place', async () => {
    page = await startPage();
    const sent = await posted(page, 'key-1');
    await posted(page, 'key-2');
    expect(await page.amend(sent, messageOf('Invented: a dam broke', 'It broke.'))).toEqual({ kind: 'done' });
    expect(await page.amend({ ...sent, key: 'key-2' }, news)).toMatchObject({ kind: 'closed' });
    expect(await onPage(page)).toEqual(['Invented: a dam broke (edited)', 'Invented: a dam holds']);
  });

  it('is told at once to every stream, and again to one that comes back', async () => {
    page = await startPage();
    const streams = await Promise.all(
      [1, 2].map(async () => {
        const [stream] = await once(get(`${page.address}changes`), 'response');
        let told = '';
        stream.on('data', (part: Buffer) => {
          told += part;
        });
        await expect.poll(() => told).toContain('event: problems');
        return () => told.split('\n\n').filter((event) => event.startsWith('event: post'));
      }),
    );
    const sent = await posted(page, 'key-1');
    for (const told of streams) await expect.poll(told).toEqual([expect.stringContaining('a dam holds')]);
    await page.amend(sent, messageOf('Invented: a dam broke', 'It broke.'));
    for (const told of streams) await expect.poll(() => told()[1]).toContain('a dam broke');
    const [again] = await once(get(`${page.address}changes`), 'response');
    let told = '';
    again.on('data', (part: Buffer) => {
      told += part;
    });
    await expect.poll(() => told).toMatch(/event: post\ndata: .*\n(?:data: .*\n)*?.*a dam broke/);
  });
});

describe('posts of an earlier process', () => {
  const earlier = (id: string, more: Partial<Recalled> = {}): Recalled => ({
    ...{ to, id, key: `key of ${id}`, message: messageOf(`Post ${id}`, 'It happened.'), isAmended: false, ...more },
  });

  it('are on the page again, changed in their place and answered', async () => {
    page = await startPage();
    page.recall([earlier('1', { isAmended: true }), earlier('2', { replyTo: '1', mention: 'desk' })]);
    expect(await onPage(page)).toEqual(['Post 1 (edited)', 'Post 2']);
    const { body } = await send(page.address);
    expect(body).toContain('answers <a href="#post-1">Post 1</a>');
    expect(body).toContain('pings desk');
    expect(await page.amend({ to, id: '2', key: 'key of 2' }, news)).toEqual({ kind: 'done' });
    expect(await page.deliver(post('key-3', { replyTo: '1' }))).toMatchObject({ kind: 'sent' });
    expect(await onPage(page)).toEqual(['Post 1 (edited)', 'Invented: a dam holds (edited)', 'Invented: a dam holds']);
  });

  it('do not tell what else was posted then', async () => {
    page = await startPage({ now: () => 5000 });
    page.recall(Array.from({ length: 20 }, (_, index) => earlier(String(index))));
    expect(await page.deliver(post('key of 3', { firstTried: 4000 }))).toEqual({ kind: 'sent', id: '3' });
    for (let count = 0; count < 3; count += 1) await posted(page, `key-${count}`);
    expect(await page.deliver(post('another', { firstTried: 4999 }))).toMatchObject({ kind: 'uncertain' });
    expect(await onPage(page)).toHaveLength(20);
  });
});

describe('a note to the reader', () => {
  it('stands among the posts, and says that nobody else sees it', async () => {
    page = await startPage();
    await page.tell('local', messageOf('A digest did not come', 'It could not be sent.'));
    const { body } = await send(page.address);
    expect(body).toContain('aria-label="The bot tells you: A digest did not come"');
    expect(body).toContain('<span class="seen" data-to="reader">Only you see this</span>');
    expect(await onPage(page)).toHaveLength(1);
  });

  it('is lost where the page is not there, and nothing else', async () => {
    const { page } = await makePage();
    await page.tell('local', news);
  });
});

describeInBrowser('posts in open tabs', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('come at once, change in their place, and move nothing that is read', async () => {
    page = await startPage();
    const tabs = await Promise.all([1, 2].map(() => openPage(browser, page.address)));
    const [first, second] = tabs.map((tab) => tab.page);
    if (!first || !second) throw new Error('no tabs');
    for (const line of ['/stories', '/briefing invented-water']) await say(second, line);
    const scrolled = () => second.locator('#log').evaluate((log) => log.scrollTop);
    const before = await scrolled();

    const sent = await posted(page, 'key-1');
    for (const tab of [first, second]) {
      const turn = tab.locator('.post');
      await turn.getByText('Posted to the channel').waitFor();
      for (const platform of ['Discord', 'Slack'])
        await turn.locator(`[aria-label="As ${platform} shows it"] .preview`, { hasText: 'The dam holds.' }).waitFor();
      await eventually(() => tab.locator('#heard').textContent()).toBe('Posted to the channel: The dam holds.');
    }
    expect(await second.locator('.turn').last().getAttribute('data-post')).toBe(sent.id);
    expect(await scrolled()).toBe(before);

    await second.getByRole('button', { name: 'New post below' }).click();
    await second.locator('.post:focus').waitFor();
    await second.locator('#news').waitFor({ state: 'hidden' });

    await first.locator('.post .payload summary').first().click();
    await page.amend(sent, messageOf('Invented: a dam broke', 'The dam broke.'));
    for (const tab of [first, second]) {
      await tab.locator('.post .seen', { hasText: 'edited' }).waitFor();
      await tab.locator('.post').getByText('The dam broke.').first().waitFor();
      expect(await tab.locator('.post').count()).toBe(1);
      expect(await tab.getByRole('article', { name: 'Posted to the channel: Invented: a dam broke' }).count()).toBe(1);
    }
    expect(await first.locator('.payload[open] summary:focus').count()).toBe(1);

    await first.locator('.post').getByRole('button', { name: 'All stories' }).first().click();
    await first.locator('.turn[data-command="/stories"]').waitFor();
    expect(await first.locator('.post').getByText('The dam broke.').count()).toBeGreaterThan(0);
    for (const { complaints } of tabs) expect(complaints).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  it('are followed by who reads at the end, and else found by a button, wherever they are', async () => {
    page = await startPage();
    const { page: tab, complaints } = await openPage(browser, page.address, { viewport: { width: 1280, height: 480 } });
    const news = tab.locator('#news');
    const log = tab.locator('#log');
    const isInView = (at: number) =>
      tab
        .locator('.post')
        .nth(at)
        .evaluate((post) => {
          const view = post.parentElement?.getBoundingClientRect() ?? post.getBoundingClientRect();
          const { top, height } = post.getBoundingClientRect();
          return top >= view.top - 1 && top + Math.min(height, 100) <= view.bottom;
        });
    // What has been in view for half a second has been seen: by the page's own clock, from when it was last scrolled or resized.
    const settled = () =>
      tab.evaluate(`new Promise((done) => {
        const log = document.querySelector('#log');
        let waiting;
        const again = () => {
          clearTimeout(waiting);
          waiting = setTimeout(done, 600);
        };
        log.addEventListener('scroll', again);
        new ResizeObserver(again).observe(log);
        again();
      })`);
    await say(tab, '/briefing invented-water');
    await log.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await posted(page, 'key-1');
    await eventually(() => isInView(0)).toBe(true);
    expect(await news.isVisible()).toBe(false);
    await settled();

    await log.evaluate((element) => element.scrollTo(0, 0));
    for (const key of ['key-2', 'key-3']) await posted(page, key);
    await news.getByText('2 new posts below').waitFor();
    expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
    await news.click();
    await tab.locator('.post:nth-child(3):focus').waitFor();
    expect(await isInView(1)).toBe(true);
    await log.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await news.waitFor({ state: 'hidden' });
    await settled();

    // Who presses something at the end does not lose it.
    await tab.locator('.payload summary').last().focus();
    await posted(page, 'key-4');
    await news.getByText('New post below').waitFor();
    await say(tab, '/briefing invented-satellite');
    await news.getByText('New post above').waitFor();
    await news.click();
    await news.waitFor({ state: 'hidden' });
    expect(await isInView(3)).toBe(true);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('show their pictures, and the notes are announced as such', async () => {
    page = await startPage();
    const { page: tab, complaints, requests } = await openPage(browser, page.address);
    await posted(page, 'key-1', { message: { ...news, blocks: pictured } });
    const picture = tab.locator('.post img.slack-picture');
    await picture.waitFor();
    await eventually(() => picture.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0))).toBe(1);
    await page.tell('local', messageOf('A digest did not come', 'It could not be sent.'));
    await eventually(() => tab.locator('#heard').textContent()).toBe('The bot tells you: It could not be sent.');
    expect(complaints).toEqual([]);
    for (const request of requests) expect(request.startsWith(page.address)).toBe(true);
    await tab.close();
  });

  it('are caught up with by a tab that was cut off', async () => {
    page = await startPage();
    const { page: tab } = await openPage(browser, page.address);
    await posted(page, 'key-1');
    await tab.locator('.post').waitFor();
    await tab.reload();
    await tab.locator('.post').waitFor();
    await tab.waitForTimeout(200); // the stream tells of it again
    expect(await tab.locator('.post').count()).toBe(1);
    await tab.close();
  });
});
