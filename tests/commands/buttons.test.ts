import { describe, expect, test } from 'vitest';
import { sections } from '../../src/briefing/index.ts';
import { answer, commands, type MessageAnswer } from '../../src/commands/index.ts';
import { reportingDays } from '../../src/story/index.ts';
import { nothingKept, openStories, pressed, readerOf } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();
const reader = readerOf(stories);

const views = stories.stories.flatMap((story) => {
  const days = reportingDays(story).map(({ day }) => ` as-of:${day}`);
  const parts = Object.keys(sections).map((section) => ` ${section}`);
  return ['', ...parts].flatMap((part) => ['', ...days].map((day) => `/briefing ${story.id}${part}${day}`));
});

/** What one can press in a message besides questions and the form for mistakes: its buttons, and the stories of a list. */
function pressable({ message }: MessageAnswer): string[] {
  const items = message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
  const buttons = message.buttons.map(({ command }) => command);
  return [...buttons.filter((command) => !/^\/(?:ask|report) /.test(command)), ...items];
}

test('there are a view for each section and each day of reports', () => {
  // 7 views of one day and now; of 4 and 5 days and now.
  expect(stories.stories.map((story) => [story.id, reportingDays(story).length])).toEqual([
    ['albania-iran', 1],
    ['invented-satellite', 4],
    ['invented-water', 4],
  ]);
  expect(views).toHaveLength(7 * (2 + 5 + 5));
});

describe.for(views)('under ‘%s’', (view) => {
  test('the message gives itself again, and no button leads to a mistake', async () => {
    const answered = await reader.say(view);
    expect(answered.message).toMatchObject({ kind: 'briefing', command: view, page: 1 });
    const offered = pressable(answered);
    expect(offered.length).toBeGreaterThanOrEqual(5);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered).not.toContain(view);
    for (const command of offered) {
      expect(command.length).toBeLessThanOrEqual(100);
      const again = await reader.say(`${command} #1`);
      expect(again.message).toMatchObject({ kind: 'briefing', command });
    }
  });

  test('its last button opens the form for a mistake in the story', async () => {
    const [story = ''] = view.split(' ').slice(1);
    const last = (await reader.say(view)).message.buttons.at(-1)?.command ?? '';
    expect(last).toBe(`/report ${story}`);
    const form = await answer(pressed(`${last} #1`), { commands, stories, ...kept });
    expect(form).toMatchObject({ kind: 'form', given: { story }, asks: ['mistake'] });
  });

  test('its second page is the same message', async () => {
    const { message } = await reader.say(view);
    const turned = await reader.say(`${message.command} page:2`);
    expect(turned).toMatchObject({ place: 'same', message: { ...message, page: 2 } });
  });

  test('its buttons keep the day', async () => {
    const day = /as-of:\S+/.exec(view)?.[0];
    for (const command of pressable(await reader.say(view))) expect(/as-of:\S+/.exec(command)?.[0]).toBe(day);
  });
});

test('from any message every other can be reached by pressing, and none of them is a mistake', async () => {
  const seen = new Set<string>();
  const next = ['/help', '/stories', '/help briefing', '/help stories', '/help help', ...views];
  for (let command = next.pop(); command !== undefined; command = next.pop()) {
    if (seen.has(command)) continue;
    seen.add(command);
    const answered = await reader.say(command);
    expect(answered.message.kind, command).not.toBe('mistake');
    next.push(...pressable(answered));
  }
  // and help with each of the six commands of digests, and with them all
  expect(seen.size).toBe(views.length + 5 + 7);
});

test('the questions that a first screen offers are answered', async () => {
  for (const { id } of stories.stories) {
    const { message } = await reader.say(`/briefing ${id}`);
    const asked = message.buttons.filter(({ command }) => command.startsWith('/ask '));
    expect(asked).toHaveLength(2);
    for (const { label, command } of asked) {
      const answered = await reader.press(command);
      expect(answered.message).toMatchObject({ kind: 'answer', title: label });
      expect(answered.message.summary).not.toMatch(/does not say|no sure answer/);
    }
  }
});

test('the quotes are reached from the people who said them', async () => {
  expect(pressable(await reader.say('/briefing albania-iran people'))).toContain('/briefing albania-iran quotes');
  expect(pressable(await reader.say('/briefing albania-iran'))).not.toContain('/briefing albania-iran quotes');
});
