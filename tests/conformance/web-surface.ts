/** The local page, by its own requests. */
import { openLog } from '../../src/bot/log.ts';
import { discordLook } from '../../src/platforms/discord/index.ts';
import { slackLook } from '../../src/platforms/slack/index.ts';
import { WebPlatform } from '../../src/platforms/web/index.ts';
import { digest } from './digest.ts';
import type { Given, Opening, Person, SeenPost, Shown, ShownForm, Surface } from './surface.ts';

/** All who use the page are one reader, who may send 20 commands in ten seconds: each person comes a minute later. */
class Clock {
  #ahead = 0;
  readonly now = () => Date.now() + this.#ahead;

  later() {
    this.#ahead += 60_000;
  }
}

export async function openPage({ bot, graceMs }: Opening): Promise<Surface> {
  const clock = new Clock();
  const make = () =>
    new WebPlatform({
      host: '127.0.0.1',
      port: 0,
      looks: [discordLook, slackLook],
      desk: {
        stories: () => [],
        problems: () => ({ broken: [], leftOut: [], changed: [] }),
        daysOf: () => undefined,
        onChange: () => () => {},
        waiting: async () => ({ questions: [], mistakes: [] }),
        settle: async () => {},
        onWaiting: () => () => {},
      },
      health: { connections: () => ({}), metrics: async () => '' },
      log: openLog('silent'),
      now: clock.now,
      graceMs,
    });
  const platform = make();
  await platform.start(bot);
  const channel = { platform: 'web', id: 'page' };
  let articles: readonly string[] = [];
  /** What stands in it, the last that was seen where the page is gone. */
  const standing = async () => {
    const page = platform.connected ? await (await fetch(platform.address)).text() : '';
    if (platform.connected) articles = page.split('<article').filter((part) => part.includes('data-post'));
    return articles;
  };
  const isNote = (article: string) => article.includes('data-to="reader"');
  return {
    platform,
    channel,
    role: { id: 'readers', isKnown: false },
    person() {
      clock.later();
      return personOf(platform.address, async () => (await standing()).filter(isNote).map(textOf));
    },
    channelPosts: async () => (await standing()).filter((article) => !isNote(article)).map(seenOf),
    trouble: {
      retry: make, // one that does not listen yet
      limited: make,
      gone: () => ({ platform: 'web', id: 'another' }),
      refused: () => false, // nobody else has a say
      unreadable: () => 0, // before the page's memory began
      async closed() {
        for (let count = 0; count < 20; count += 1) {
          const key = `newer-${count}`;
          await platform.deliver({ to: channel, key, message: digest(key) });
        }
      },
    },
    complaints: () => [],
    stop: () => platform.stop(),
  };
}

/** A post, by the first of its looks. */
function seenOf(article: string): SeenPost {
  const [head = '', look = ''] = article.split('class="look"');
  return {
    id: /data-post="([^"]+)"/.exec(head)?.[1] ?? '',
    text: textOf(look),
    pictures: [...look.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, alt = '']) => unescaped(alt)),
    pings: [...head.matchAll(/class="pings">pings ([^<]+)</g)].map(([, id = '']) => id),
    answers: /class="answers">[^<]*<a href="#post-([^"]+)"/.exec(head)?.[1],
  };
}

function personOf(address: string, told: Person['told']): Person {
  const post = async (fields: Given) => {
    const response = await fetch(`${address}say`, { method: 'POST', body: new URLSearchParams(fields) });
    return shownOf(await response.text());
  };
  const line = (command: string, options: Given = {}) =>
    [`/${command}`, ...Object.entries(options).map(([name, value]) => `${name}:"${value}"`)].join(' ');
  return {
    id: 'local',
    told,
    type: (command, options) => post({ say: line(command, options) }),
    async press(_, command) {
      const answer = await post({ press: command });
      // So the page's script turns pages; in a browser it is shown beside its other tests.
      const inPlace = answer.kind === 'message' && answer.to === 'reader' && / page:\d+$/.test(command);
      return answer.kind === 'message' ? { ...answer, inPlace } : answer;
    },
    choose: (_, value) => post({ press: value }),
    submit(form, values) {
      const filled = Object.entries(values).map(([name, value]) => [`asked.${name}`, value]);
      return post({ ...(form.native as Given), ...Object.fromEntries(filled) });
    },
    async complete(command, option, typed) {
      const words = option === 'story' ? typed : `albania-iran ${option}:${typed}`;
      const response = await fetch(`${address}complete?${new URLSearchParams({ line: `/${command} ${words}` })}`);
      const choices = (await response.json()) as { value: string }[];
      return choices.map(({ value }) => value.trim().split(/[ :]/).at(-1) ?? '');
    },
    // The page's script says that it waits, to whoever looks at it.
    begin: (command) => ({ announced: Promise.resolve('reader'), answered: post({ say: line(command) }) }),
  };
}

function shownOf(html: string): Shown | ShownForm {
  if (html.includes('data-kind="form"')) return formOf(html);
  const [first = ''] = html.split('class="look"').slice(1);
  const values = (tag: string) =>
    [...first.matchAll(new RegExp(`<${tag}[^>]* value="([^"]+)"`, 'g'))].map(([, value = '']) => unescaped(value));
  return {
    kind: 'message',
    text: textOf(first),
    to: html.includes('data-to="channel"') ? 'channel' : 'reader',
    buttons: values('button'),
    menu: values('option'),
    inPlace: false,
    native: html,
  };
}

function formOf(html: string): ShownForm {
  const fields = [...html.matchAll(/name="asked\.([^"]+)"/g)].map(([, name = '']) => name);
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const selects = [...html.matchAll(/<select [^>]*name="asked\.([^"]+)".*?<\/select>/gs)];
  const offers = selects.map(([list, name = '']) => [
    name,
    [...list.matchAll(/value="([^"]+)"/g)].map(([, value = '']) => unescaped(value)),
  ]);
  const native = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
  return { kind: 'form', fields, offers: Object.fromEntries(offers), native };
}

function textOf(html: string): string {
  return unescaped(html.replace(/<pre.*?<\/pre>/gs, '').replace(/<[^>]*>/g, ' '));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function unescaped(html: string): string {
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '');
}
