import { expect, test } from 'vitest';
import { sections } from '../../src/briefing/index.ts';
import { answer, audience, type Invocation } from '../../src/commands/index.ts';
import { reportingDays } from '../../src/story/index.ts';
import { withTrials } from './trial.ts';
import { messageOf, nothingKept, openStories, pressed, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();
const rights: Invocation['rights'] = async () => ['manage-channel'];
const where = { platform: 'test', shared: true };

const views = stories.stories.flatMap((story) => {
  const days = ['', ...reportingDays(story).map(({ day }) => ` as-of:${day}`)];
  const parts = ['', ...Object.keys(sections).map((section) => ` ${section}`)];
  return parts.flatMap((part) => days.map((day) => `/briefing ${story.id}${part}${day}`));
});
const lines = [
  ...views,
  ...views.flatMap((view) => [`${view} private`, `${view} private:no page:2`, `${view} private:yes`]),
  ...['/briefing private tirana embassy', '/briefing 8 sep albania timeline', '/BRIEFING Albania–Iran PRIVATE'],
  ...[
    '/stories',
    '/stories iran',
    '/stories page:2',
    '/help',
    '/help briefing',
    '/help follow add',
    '/home',
    '/welcome',
  ],
  ...['/follow add albania-iran', '/follow add albania-iran private', '/follow add private albania', '/follow list'],
  ...['/fault albania-iran "it is wrong"', '/briefing', '/briefing page:2'],
];

test('who will see an answer is told before it is there, of every line that finds something', async () => {
  const told = new Set<string>();
  for (const line of lines) {
    for (const call of [
      typed(line, { rights, where }),
      pressed(line, { rights, where }),
      pressed(`${line} #show`, { rights, where }),
    ]) {
      const { message, to } = messageOf(await answer(call, { commands: withTrials, stories, ...kept }));
      expect(message.kind, line).not.toBe('mistake');
      expect(audience(call, withTrials, stories), JSON.stringify(call)).toBe(to);
      told.add(`${call.pressed === true} ${to}`);
    }
  }
  expect(told).toEqual(new Set(['false channel', 'false reader', 'true channel', 'true reader']));
});

test('so it is of the options of a form, of a reply, and of words among signs that nobody reads', async () => {
  const calls = [
    typed('', { command: 'briefing', options: { story: 'albania-iran' } }),
    typed('', { command: 'briefing', options: { story: 'albania-iran', private: 'true', section: 'timeline' } }),
    typed('', { command: 'briefing', options: { story: 'albania-iran', private: 'false', 'as-of': '8 sep' } }),
    typed('', { command: 'follow add', options: { story: 'albania-iran' } }),
    typed('/briefing timeline', { about: ['/briefing albania-iran'] }),
    typed('/briefing timeline private', { about: ['/briefing albania-iran'] }),
    typed('/briefing\u202c albania-iran'),
    typed('', { command: '', text: '\u202a/briefing albania-iran\u202c' }),
    typed('', { command: 'briefing', options: { story: 'albania-iran', 'as-of': '8\u0000sep' } }),
    pressed('/follow add', { options: { story: 'albania-iran', private: 'no' } }),
  ];
  for (const call of calls) {
    const { message, to } = messageOf(
      await answer({ ...call, rights, where }, { commands: withTrials, stories, ...kept }),
    );
    expect(message.kind).not.toBe('mistake');
    expect(audience({ ...call, where }, withTrials, stories), JSON.stringify(call)).toBe(to);
  }
});

test('what cannot be read will be a mistake, which the reader sees alone', async () => {
  const wrong = [
    '/briefing nobody',
    '/briefing albania-iran timelin',
    '/briefing albania-iran as-of:never',
    '/xyzzy',
    '',
    '/follow',
  ];
  for (const line of [...wrong, ...wrong.map((each) => `${each} page:0`)]) {
    expect(audience(typed(line, { where }), withTrials, stories)).toBe('reader');
  }
});
