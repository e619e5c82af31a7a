/** The suite that every platform passes. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bot/create-bot.ts';
import { Metrics } from '../../src/bot/metrics.ts';
import type { Option } from '../../src/commands/index.ts';
import type { Post } from '../../src/digest/index.ts';
import { type Block, line } from '../../src/message/index.ts';
import type { SpacesSeen } from '../../src/platforms/platform.ts';
import { nothingKept, openStories } from '../commands/typing.ts';
import { digest } from './digest.ts';
import { formOf, messageOf, type OpenSurface, type Person, type Surface } from './surface.ts';
import { Gate, pictured, trialCommands } from './trial-commands.ts';

/** For what is to be announced, and for all else: on a busy machine any command takes a while. */
const [slowMs, patientMs] = [120, 30_000] as const;
const graceMs = 100;
const { memory } = await nothingKept();

/** What one option of each kind is given as, and what the handler then gets. A role and a channel are ids of the platform's. */
const kinds: Record<Exclude<Option['kind'], 'role' | 'channel'>, readonly [given: string, got: string]> = {
  story: ['albania-iran', '"story":"albania-iran"'],
  choice: ['green', '"choice":"green"'],
  topic: ['diplomacy', '"topic":"diplomacy"'],
  day: ['2022-09-08', '"day":"2022-09-08"'],
  hour: ['18:30', '"hour":1110'],
  zone: ['Europe/Tirane', '"zone":"Europe/Tirane"'],
  flag: ['yes', '"flag":true'],
  count: ['7', '"count":7'],
  text: ['a <b>&amp; *c* @everyone', '"text":"a <b>&amp; *c* @everyone"'],
};

/** Describes a platform. @param open connects it to the bot, with people to use it */
export function describePlatform(name: string, open: OpenSurface) {
  describe(name, () => {
    const gate = new Gate();
    const logged: string[] = [];
    const spaces: (readonly string[])[] = [];
    let surface: Surface;
    let ann: Person;
    let people = 0;

    const opening = async () => {
      const stories = await openStories();
      const write = (details: object, message: string) => void logged.push(JSON.stringify({ ...details, message }));
      const log = { debug: write, info: write, warn: write, error: write };
      const metrics = new Metrics();
      const commands = trialCommands(gate);
      const bot = createBot({ stories, memory, log: log as never, metrics, commands, spaces: notedIn(spaces) });
      return { bot, monitor: metrics.monitor(name, log as never), slowMs: patientMs, graceMs };
    };

    beforeAll(async () => {
      surface = await open(await opening());
    });
    beforeEach(() => {
      // Another one each time: nobody may send more than 20 commands in ten seconds.
      people += 1;
      ann = surface.person(`ann-${people}`);
    });
    afterEach(() => {
      gate.open();
      gate.close();
    });
    afterAll(async () => {
      await surface.stop();
    });

    test('it is connected', () => {
      expect(surface.platform.connected).toBe(true);
    });

    test('its server or workspace is told once it is connected', () => {
      const { space, platform } = surface;
      expect(spaces).toEqual(space === undefined ? [] : [['present', platform.name, space]]);
    });

    test.for(['briefing', 'stories', 'help'])('/%s is answered', async (command) => {
      const shown = messageOf(await ann.type(command));
      expect(shown.to).toBe('reader');
      expect(shown.text).toMatch(/Stories|What you can type/);
      expect(shown.buttons.length).toBeGreaterThan(0);
    });

    test('what was found is seen by the channel, and what is private by the reader alone', async () => {
      const found = messageOf(await ann.type('briefing', { story: 'albania-iran' }));
      expect(found).toMatchObject({ to: 'channel', text: expect.stringContaining('Albania breaks with Iran') });
      const hidden = messageOf(await ann.type('briefing', { story: 'albania-iran', private: 'yes' }));
      expect(hidden.to).toBe('reader');
      expect(hidden.text).toContain('Albania breaks with Iran');
    });

    test.for(Object.entries(kinds))('an option of the kind %s arrives', async ([option, [given, got]]) => {
      const shown = messageOf(await ann.type('every', { [option]: given }));
      expect(unescaped(shown.text)).toContain(got);
    });

    test('a role and a channel arrive, and what they are is found where there are any', async () => {
      const { role, channel, person } = surface;
      const chosen = { role: role.id, channel: channel.id };
      const mia = person('mia', 'manager');
      const every = unescaped(messageOf(await mia.type('every', chosen)).text);
      expect(every).toContain(`"role":"${role.id}"`);
      expect(every).toContain(`"channel":"${channel.id}"`);
      const around = unescaped(messageOf(await mia.type('around', chosen)).text);
      expect(JSON.parse(/found (\{.*\})/.exec(around)?.[1] ?? '')).toEqual({
        home: channel.id,
        personal: false,
        role: role.isKnown ? 'role' : 'unknown',
        all: role.isKnown ? 'everyone' : 'unknown',
        channel: role.isKnown ? 'channel' : 'unknown',
        nowhere: 'unknown',
      });
    });

    test('stories, choices, zones and topics complete, the best first', async () => {
      expect((await ann.complete('briefing', 'story', 'alban'))[0]).toBe('albania-iran');
      expect(await ann.complete('every', 'choice', 'gren')).toContain('green');
      expect((await ann.complete('every', 'zone', 'tiran')).join()).toContain('Europe/Tirane');
      expect((await ann.complete('every', 'topic', 'diplomac')).join()).toContain('diplomacy');
    });

    test('a button answers whoever pressed it, alone', async () => {
      const found = messageOf(await ann.type('briefing', { story: 'albania-iran' }));
      const bob = surface.person('bob');
      const pressed = messageOf(await bob.press(found, '/briefing albania-iran timeline'));
      expect(pressed).toMatchObject({ to: 'reader', inPlace: false });
      expect(pressed.text).toContain('timeline');
    });

    test('a menu opens what is chosen', async () => {
      const list = messageOf(await ann.type('menu'));
      expect(list.menu).toContain('/briefing invented-water');
      const chosen = messageOf(await ann.choose(list, '/briefing invented-water'));
      expect(chosen.to).toBe('reader');
    });

    test('a picture is shown, or what it shows is said, between what stands around it', async () => {
      const { text, native } = messageOf(await ann.type('picture'));
      expect(text).toMatch(/before.*behind/s);
      expect(`${text} ${JSON.stringify(native)}`).toMatch(/A timeline of (?:<|&lt;)two(?:>|&gt;) \*events\*/);
    });

    test('a private message’s page is turned in its place', async () => {
      const first = messageOf(await ann.type('pages'));
      expect(first.text).toContain('Paragraph 1.');
      const second = messageOf(await ann.press(first, '/pages page:2'));
      expect(second).toMatchObject({ to: 'reader', inPlace: true });
      expect(second.text).not.toContain('Paragraph 1.');
      expect(messageOf(await ann.press(second, '/pages page:1')).text).toContain('Paragraph 1.');
    });

    test('a private answer can be shown to the channel', async () => {
      const hidden = messageOf(await ann.type('briefing', { story: 'albania-iran', private: 'yes' }));
      const show = hidden.buttons.find((command) => command.endsWith(' #show'));
      expect(show).toBe('/briefing albania-iran #show');
      const shown = messageOf(await ann.press(hidden, show ?? ''));
      expect(shown).toMatchObject({ to: 'channel', inPlace: false });
      expect(shown.buttons.some((command) => command.endsWith(' #show'))).toBe(false);
    });

    test('a handler that fails answers privately, with a reference that is in the log', async () => {
      const shown = messageOf(await ann.type('broken'));
      expect(shown.to).toBe('reader');
      const reference = /under ([\da-f]{8})/.exec(shown.text)?.[1];
      expect(logged.find((entry) => entry.includes(String(reference)))).toContain('the secret of the handler');
      expect(shown.text).not.toContain('secret');
    });

    describe('a slow handler', () => {
      let slow: Surface;
      beforeAll(async () => {
        slow = await open({ ...(await opening()), slowMs });
      });
      afterAll(() => slow.stop());

      test('is announced, and answered when it is there', async () => {
        const typed = slow.person('ann').begin('slow');
        await typed.announced;
        gate.open();
        expect(messageOf(await typed.answered)).toMatchObject({
          to: 'channel',
          text: expect.stringContaining('slow but sure'),
        });
      });

      test('that is private is announced to the reader alone', async () => {
        const typed = slow.person('ann').begin('slow-private');
        expect(await typed.announced).toBe('reader');
        gate.open();
        expect(messageOf(await typed.answered)).toMatchObject({
          to: 'reader',
          text: expect.stringContaining('slow but sure'),
        });
      });

      test('that fails says so in the place that it announced', async () => {
        const typed = slow.person('ann').begin('broken-late');
        await typed.announced;
        gate.open();
        expect(messageOf(await typed.answered).text).toContain('through no fault of yours');
      });
    });

    test('what a command needs is asked of whoever types and of whoever presses', async () => {
      const [manager, guest] = [surface.person('mia', 'manager'), surface.person('guy', 'guest')];
      expect(messageOf(await manager.type('desk close')).text).toContain('the desk is closed');
      const opener = messageOf(await manager.type('opener'));
      expect(messageOf(await manager.press(opener, '/desk close')).text).toContain('the desk is closed');
      if (name === 'page') return; // whoever has the page has the bot
      const refused = messageOf(await guest.press(opener, '/desk close'));
      expect(refused).toMatchObject({
        to: 'reader',
        text: expect.stringContaining('for those who may manage this channel'),
      });
    });

    test('a form asks for what is missing, and is answered', async () => {
      const opener = messageOf(await ann.type('opener'));
      const form = formOf(await ann.press(opener, '/desk enrol count:3'));
      expect(form.fields).toEqual(['cadence', 'name']);
      expect(form.offers['cadence']).toEqual(['daily', 'weekly']);
      const sent = messageOf(await ann.submit(form, { cadence: 'weekly', name: 'Ann *of* <all>' }));
      expect(sent.to).toBe('reader');
      expect(unescaped(sent.text)).toContain('enrolled Ann *of* <all>, weekly, 3');
    });

    test('a form asks for a role, a channel, an hour and a zone as the platform lets them be chosen', async () => {
      const form = formOf(await ann.press(messageOf(await ann.type('opener')), '/appoint'));
      expect(form.fields).toEqual(['role', 'channel', 'at', 'zone']);
      const { role, channel } = surface;
      const values = { role: role.id, channel: channel.id, at: '18:30', zone: 'Europe/Tirane' };
      const sent = messageOf(await ann.submit(form, values));
      expect(unescaped(sent.text)).toContain(`appointed ${JSON.stringify({ ...values, at: 1110 })}`);
    });

    test('a question is answered to the channel, and what is offered next answers whoever presses', async () => {
      const question = 'what did NATO say?';
      const found = messageOf(await ann.type('ask', { question, story: 'albania-iran' }));
      expect(found).toMatchObject({ to: 'channel', text: expect.stringMatching(/What did NATO say\?.*NATO/s) });
      const next = found.buttons.filter((command) => command.startsWith('/ask '));
      expect(next.length).toBeGreaterThanOrEqual(2);
      for (const command of next) {
        const pressed = messageOf(await surface.person(`eve ${command}`).press(found, command));
        expect(pressed.to).toBe('reader');
        expect(pressed.text).not.toMatch(/The story does not say|no sure answer/);
      }
    });

    test('a question without an answer is refused in private, with the nearest thing', async () => {
      const question = 'was anyone arrested at the embassy?';
      const refused = messageOf(await ann.type('ask', { question, story: 'albania-iran' }));
      expect(refused.to).toBe('reader');
      expect(refused.text).toMatch(/The story does not say\..*The nearest thing that it does say/s);
    });

    test('a question that was not typed is asked for by a form', async () => {
      const form = formOf(await ann.type('ask', { story: 'albania-iran' }));
      expect(form.fields).toEqual(['question']);
      const sent = messageOf(await ann.submit(form, { question: 'what did the attack take down?' }));
      expect(sent).toMatchObject({ to: 'reader', text: expect.stringContaining('What did the attack take down?') });
      const next = messageOf(await ann.type('ask', { question: 'when was that?' }));
      expect(next.text).toContain('About: Cyberattack takes down government services');
    });

    test('a mistake is reported by a form, thanked for in private, and waits in the inbox', async () => {
      const found = messageOf(await ann.type('ask', { question: 'what did NATO say?', story: 'albania-iran' }));
      const button = found.buttons.find((command) => command.startsWith('/report ')) ?? '';
      expect(button).toMatch(/^\/report albania-iran about:(?:order|attack)\/nato$/);
      const form = formOf(await ann.press(found, button));
      expect(form.fields).toEqual(['mistake']);
      const words = `Seen on ${name}: “24” *hours* & <all>`;
      const sent = messageOf(await ann.submit(form, { mistake: words }));
      expect(sent).toMatchObject({ to: 'reader', text: expect.stringContaining('Thank you: the editor of') });
      const statement = button.slice(button.indexOf(':') + 1);
      expect(await memory.inbox.open('albania-iran')).toContainEqual(
        expect.objectContaining({ kind: 'mistake', statement, words }),
      );
    });

    test('a button of an older version, and one of a story that is gone, are answered by a sentence', async () => {
      const opener = messageOf(await ann.type('opener'));
      expect(messageOf(await ann.press(opener, '/nomore x')).text).toContain('from an earlier version');
      const gone = messageOf(await ann.press(opener, '/briefing no-such-story-here timeline'));
      expect(gone).toMatchObject({ to: 'reader', text: expect.stringContaining('is gone') });
    });

    test('two who press at once, and one who presses twice, are each answered', async () => {
      const found = messageOf(await ann.type('briefing', { story: 'albania-iran' }));
      const bob = surface.person('bob');
      const pressed = await Promise.all(
        [ann, bob, ann].map((each) => each.press(found, '/briefing albania-iran people')),
      );
      for (const answer of pressed) expect(messageOf(answer)).toMatchObject({ to: 'reader' });
    });

    test('who sends more than 20 commands in ten seconds is told once, alone; others are answered', async () => {
      for (let count = 0; count < 20; count += 1) expect(messageOf(await ann.type('help')).text).toContain('type');
      const told = messageOf(await ann.type('briefing', { story: 'albania-iran' }));
      expect(told).toMatchObject({ to: 'reader', text: expect.stringContaining('more than 20 commands') });
      const other = messageOf(await surface.person('somebody else').type('briefing', { story: 'albania-iran' }));
      expect(other.text).toContain('Albania breaks with Iran');
    });

    test('text of 2,000 emoji is answered by a sentence', async () => {
      const shown = messageOf(await ann.type('stories', { query: '🗞️'.repeat(600) }));
      expect(shown.to).toBe('reader');
      expect(shown.text.length).toBeLessThan(500);
    });

    describe('posts', () => {
      const post = (key: string, more: Partial<Post> = {}): Post => ({
        to: surface.channel,
        message: digest(key),
        key,
        ...more,
      });
      const send = async (key: string, more: Partial<Post> = {}) => {
        const sent = await surface.platform.deliver(post(key, more));
        if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
        return { ...post(key, more), id: sent.id };
      };
      const texts = async () => (await surface.channelPosts()).map(({ text }) => text);
      const seen = async (id: string) => {
        const found = (await surface.channelPosts()).find((each) => each.id === id);
        if (!found) throw new Error(`there is no ${id}`);
        return found;
      };

      test('a post is sent once, also where it is tried again', async () => {
        const sent = await surface.platform.deliver(post('once'));
        expect(sent).toMatchObject({ kind: 'sent' });
        expect(await surface.platform.deliver(post('once', { firstTried: Date.now() }))).toEqual(sent);
        expect((await texts()).filter((text) => text.includes('digest once'))).toHaveLength(1);
      });

      test('one that was tried and did not land is sent', async () => {
        expect(await surface.platform.deliver(post('late', { firstTried: Date.now() }))).toMatchObject({
          kind: 'sent',
        });
        expect((await texts()).filter((text) => text.includes('digest late'))).toHaveLength(1);
      });

      test('a channel that is no more is gone', async () => {
        const to = surface.trouble.gone();
        expect(await surface.platform.deliver({ ...post('gone'), to })).toMatchObject({
          kind: 'gone',
          why: expect.any(String),
        });
      });

      test('a message that fits no page is refused', async () => {
        const huge: Block = { kind: 'paragraph', content: line('x'.repeat(20_000)) };
        const message = { ...digest('huge'), blocks: [huge] };
        expect(await surface.platform.deliver({ ...post('huge'), message })).toMatchObject({ kind: 'refused' });
      });

      test('what is made ready is posted with its picture, and keeps it through a change', async () => {
        const { platform } = surface;
        const message = await platform.prepare({ ...digest('pictured'), blocks: pictured });
        const sent = await send('pictured', { message });
        const shows = {
          text: expect.stringMatching(/before.*behind/s),
          pictures: ['A timeline of <two> *events*'],
        };
        expect(await seen(sent.id)).toMatchObject(shows);
        expect(await platform.amend(sent, await platform.prepare(message))).toEqual({ kind: 'done' });
        expect(await seen(sent.id)).toMatchObject(shows);
      });

      test('only the one role or group that is asked for is pinged, and no text pings', async () => {
        const { id } = surface.role;
        const words = `<@&${id}> <!subteam^${id}> @everyone <!channel> <!here> <@1>`;
        const loud = await send('loud', { message: digest(words), mention: id });
        const quiet = await send('quiet', { message: digest(words) });
        const pings = async () => [(await seen(loud.id)).pings, (await seen(quiet.id)).pings];
        expect(await pings()).toEqual([[id], []]);
        for (const sent of [loud, quiet])
          expect(await surface.platform.amend(sent, digest(`${words} again`))).toEqual({ kind: 'done' });
        expect(await pings()).toEqual([[id], []]);
      });

      test('a post answers another, and pings nobody for that', async () => {
        const first = await send('answered');
        const reply = await send('reply', { replyTo: first.id });
        expect(await seen(reply.id)).toMatchObject({ answers: first.id, pings: [] });
        expect((await seen(first.id)).answers).toBeUndefined();
      });

      test('room is kept free for a correction: what was shown is still shown beside it', async () => {
        const blocks = Array.from({ length: 100 }, (_, index): Block => {
          return { kind: 'paragraph', content: line(`part ${index}: ${'It says a little of everything. '.repeat(6)}`) };
        });
        const correction: Block = {
          ...{ kind: 'correction', label: 'Correction of 8 Sep', why: 'The report was wrong.' },
          ...{ was: line('w'.repeat(240)), now: line('n'.repeat(240)) },
        };
        const shown = async (id: string) => (await seen(id)).text.match(/part \d+:/g) ?? [];
        const roomy = await send('roomy', {
          message: digest('roomy', { blocks, spare: { characters: 600, components: 4 } }),
        });
        const full = await send('full', { message: digest('full', { blocks }) });
        const before = await shown(roomy.id);
        expect(before.length).toBeGreaterThan(5);
        expect(before.length).toBeLessThan((await shown(full.id)).length);
        const message = digest('roomy', { blocks: [correction, ...blocks] });
        expect(await surface.platform.amend(roomy, message)).toEqual({ kind: 'done' });
        expect((await seen(roomy.id)).text).toContain('Correction of 8 Sep');
        expect(await shown(roomy.id)).toEqual(expect.arrayContaining(before));
      });

      test('a reader is told something in private', async () => {
        const { platform, person } = surface;
        const ann = person('ann-told');
        await platform.tell(ann.id, digest('for Ann'));
        expect((await ann.told()).filter((text) => text.includes('digest for Ann'))).toHaveLength(1);
        expect((await texts()).filter((text) => text.includes('digest for Ann'))).toEqual([]);
      });

      test('a post is changed', async () => {
        const sent = await surface.platform.deliver(post('changing'));
        if (sent.kind !== 'sent') throw new Error(sent.kind);
        const change = { to: surface.channel, id: sent.id, key: 'changing' };
        expect(await surface.platform.amend(change, digest('changed'))).toEqual({ kind: 'done' });
        expect((await texts()).filter((text) => text.includes('digest changed'))).toHaveLength(1);
        expect((await texts()).filter((text) => text.includes('digest changing'))).toHaveLength(0);
        await surface.trouble.closed(sent.id);
        expect(await surface.platform.amend(change, digest('too late'))).toMatchObject({
          kind: 'closed',
          why: expect.any(String),
        });
      });

      test('nothing that was sent was refused, late or twice', () => {
        const unexpected = surface
          .complaints()
          .filter((each) => !/50013|10003|10008|is_archived|edit_window_closed/.test(JSON.stringify(each)));
        expect(unexpected).toEqual([]);
      });

      test('who is not there is told nothing', async () => {
        await surface.platform.tell('nobody', digest('for nobody'));
        expect((await texts()).filter((text) => text.includes('for nobody'))).toEqual([]);
      });

      test('a limit, or a platform that cannot take it now, is tried again later', async () => {
        const retry = await surface.trouble.retry().deliver(post('retry'));
        expect(retry).toMatchObject({ kind: 'retry', untouched: true });
        expect(retry.kind === 'retry' && retry.afterMs).toBeGreaterThan(0);
      });

      test('a limit on changes is waited for by the caller', async () => {
        const sent = await surface.platform.deliver(post('limited'));
        if (sent.kind !== 'sent') throw new Error(sent.kind);
        const change = { to: surface.channel, id: sent.id, key: 'limited' };
        expect(await surface.trouble.limited().amend(change, digest('changed later'))).toMatchObject({ kind: 'retry' });
      });

      test('what the platform does not take is refused', async () => {
        if (!surface.trouble.refused()) return;
        expect(await surface.platform.deliver(post('bad'))).toMatchObject({ kind: 'refused', why: expect.any(String) });
      });

      test('what cannot be looked up is uncertain', async () => {
        const firstTried = surface.trouble.unreadable();
        expect(await surface.platform.deliver(post('unknown', { firstTried }))).toMatchObject({
          kind: 'uncertain',
          why: expect.any(String),
        });
        expect((await texts()).filter((text) => text.includes('digest unknown'))).toHaveLength(0);
      });
    });
  });

  describe(`${name}, stopping`, () => {
    test.for(['answered', 'refused'] as const)(
      'in the middle of an answer, which is %s and never left half',
      async (end) => {
        const gate = new Gate();
        const stories = await openStories();
        const log = { debug() {}, info() {}, warn() {}, error() {} };
        const metrics = new Metrics();
        const bot = createBot({ stories, memory, log: log as never, metrics, commands: trialCommands(gate) });
        const surface = await open({ bot, monitor: metrics.monitor(name, log as never), slowMs, graceMs });
        const typed = surface.person('ann').begin('slow');
        await gate.reached;
        const stopped = surface.platform.stop();
        if (end === 'answered') gate.open();
        const { text } = messageOf(await typed.answered);
        expect(text).toContain(end === 'answered' ? 'slow but sure' : 'was stopped before it could answer');
        await stopped;
        expect(surface.platform.connected).toBe(false);
        expect(await surface.platform.deliver({ to: surface.channel, message: digest('x'), key: 'x' })).toMatchObject({
          kind: 'retry',
          untouched: true,
        });
        gate.open();
        await surface.stop();
      },
    );
  });
}

/** Notes which servers and workspaces there are. */
function notedIn(told: (readonly string[])[]): SpacesSeen {
  return {
    present: async (platform, all) => void told.push(['present', platform, ...all]),
    joined: async (platform, space) => void told.push(['joined', platform, space]),
    left: async (platform, space) => void told.push(['left', platform, space]),
  };
}

/** Discord's text with the signs that escape it taken out. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
