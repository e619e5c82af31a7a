import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { send, startPage } from './local-bot.ts';

let page: WebPlatform;
beforeEach(async () => {
  page = await startPage();
});
afterEach(() => page.stop());

/** What each platform's rendering of an answer says about its page. */
async function pagesOf(fields: Record<string, string>, path = 'say'): Promise<string[]> {
  const { body } = await send(page.address + path, {}, fields);
  const looks = body.split('<div class="look"').slice(1);
  return looks.map((look) => {
    const [, name, at] = /data-look="(\w+)" data-page="(\d+)"/.exec(look) ?? [];
    const [, of = ''] = /class="page-of">(page [^<]*)</.exec(look) ?? [];
    const [, beyond = ''] = /class="beyond">([^<]*)</.exec(look) ?? [];
    return [name, at, of, beyond].filter((part) => part !== '').join(' | ');
  });
}

const timeline = '/briefing invented-water timeline';

describe('the pages of an answer', () => {
  it('are each platform’s own, and one beyond its last says so', async () => {
    const [discord = '', slack = ''] = await pagesOf({ say: timeline });
    expect([discord, slack]).toEqual([
      expect.stringMatching(/^Discord \| 1 \| page 1 of \d$/),
      expect.stringMatching(/^Slack \| 1 \| page 1 of \d$/),
    ]);
    const last = (look: string) => look.at(-1);
    expect(await pagesOf({ say: `${timeline} page:9` })).toEqual([
      `Discord | ${last(discord)} | page ${last(discord)} of ${last(discord)} | There is no page 9 on Discord: this is the last one.`,
      `Slack | ${last(slack)} | page ${last(slack)} of ${last(slack)} | There is no page 9 on Slack: this is the last one.`,
    ]);
    expect(await pagesOf({ say: '/stories page:2' })).toEqual([
      'Discord | 1 | There is no page 2 on Discord: this is the only one.',
      'Slack | 1 | There is no page 2 on Slack: this is the only one.',
    ]);
  });

  it.for(['say', ''])('turn in the rendering whose button was pressed (/%s)', async (path) => {
    const turned = await pagesOf({ press: `${timeline} page:2`, 'page.Slack': '1' }, path);
    expect(turned.map((look) => look.split(' | ', 2).join(' '))).toEqual(['Discord 2', 'Slack 1']);
    const { body } = await send(page.address + path, {}, { press: `${timeline} page:2`, 'page.Slack': '1' });
    const [, discord = '', slack = ''] = body.split('<div class="look"');
    // What stands there goes along with the next turn.
    expect(discord).toContain('<input type="hidden" name="page.Slack" value="1">');
    expect(slack).toContain('<input type="hidden" name="page.Discord" value="2">');
  });

  it('are kept when an answer is shown once more, and by nothing else that is pressed', async () => {
    const pages = { 'page.Discord': '2', 'page.Slack': '1' };
    const at = async (fields: Record<string, string>) =>
      (await pagesOf(fields)).map((look) => look.split(' | ', 2).join(' '));
    expect(await at({ say: timeline, again: 'yes', ...pages })).toEqual(['Discord 2', 'Slack 1']);
    expect(await at({ press: timeline, ...pages })).toEqual(['Discord 1', 'Slack 1']);
    expect(await at({ press: `${timeline} page:2`, 'page.Slack': '-1', 'page.Discord': 'x' })).toEqual([
      'Discord 2',
      'Slack 2',
    ]);
  });
});

describe('what was typed', () => {
  it.for(['@Dateline invented-water timeline', '@dateline, invented-water timeline'])(
    'may call the bot: %s',
    async (line) => {
      const { body } = await send(`${page.address}say`, {}, { say: line });
      expect(body).toContain('water: timeline');
    },
  );
});

describe('what was pressed', () => {
  it('is shown as it can be typed', async () => {
    const { body } = await send(page.address, {}, { press: '/briefing invented-water #show' });
    expect(body).toContain('<span class="typed-line">/briefing invented-water</span>');
    expect(body).toContain('The channel sees this');
  });

  it('keeps to no day once the slider stands at the newest', async () => {
    const { body } = await send(`${page.address}say`, {}, { say: timeline });
    const [, stops = ''] = /<ol class="stops">(.*?)<\/ol>/s.exec(body) ?? [];
    const commands = [...stops.matchAll(/value="([^"]*)"/g)].map(([, command]) => command);
    expect(commands.length).toBeGreaterThan(2);
    expect(commands.at(-1)).toBe(timeline);
    expect(commands.at(-2)).toContain('as-of:');
  });
});

describe('what is not answered', () => {
  it.for(['say', 'press'])('can be sent once more without scripts as it came, by %s', async (way) => {
    await page.stop();
    page = await startPage({}, [], { answer: async () => ({ kind: 'silence' }) });
    const { body } = await send(page.address, {}, { [way]: '/briefing invented-water #show' });
    expect(body).toContain('No answer: wait a moment.');
    expect(body).toContain(`name="${way}" value="/briefing invented-water #show">Try again</button>`);
  });
});
