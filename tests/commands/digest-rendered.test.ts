/** What is said of digests, as the platforms show it: within their limits, and with nothing left out. */
import { describe, expect, test } from 'vitest';
import { completeOption } from '../../src/commands/index.ts';
import { entryKeys } from '../../src/digest/index.ts';
import { plainMessage } from '../../src/message/index.ts';
import { modalOf as discordForm } from '../../src/platforms/discord/calls/form.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import type { Bot } from '../../src/platforms/platform.ts';
import { modalOf as slackForm } from '../../src/platforms/slack/calls/form.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { pagesOf } from '../messages-of.ts';
import { discordProblems } from '../platforms/discord-rules.ts';
import { slackProblems } from '../platforms/slack-rules.ts';
import { finding, somebody } from './somewhere.ts';
import { friday, openStories } from './typing.ts';

const real = await openStories();
/** Names as long as a story file may have them. */
const long = finding(real, (name) => {
  const story = real.find(name);
  return story && { ...story, name: `${story.name} `.repeat(9).slice(0, 60).trim() };
});

test.for([
  ['with their own names', real],
  ['with the longest names', long],
] as const)('digests of stories %s', async ([, stories]) => {
  const storage = await openTransientStorage();
  const owner = somebody(stories, {}, storage);
  const early = somebody(stories, { at: friday - 3 * 24 * 3_600_000 }, storage);
  for (const story of stories.stories) {
    await storage.entries.enter(story, entryKeys(story).slice(20), friday - 1);
    await early.say(`/briefing ${story.id}`);
    await storage.entries.enter(story, entryKeys(story), friday - 1);
  }
  const slots = Array.from({ length: 24 }, (_, hour) => `every day at ${hour} UTC mention:readers`);
  const lines = [
    ...slots.flatMap((slot) => real.stories.map(({ id }) => `/digest subscribe ${id} ${slot}`)),
    ...['/digest subscribe topic:diplomacy news quiet-hours:22-7 UTC', '/digest subscribe albania-iran daily at 25'],
    ...['/digest list', '/digest list 1', '/digest pause', '/digest pause 1', '/digest resume 1', '/digest remove 1'],
    ...['/digest restore number:1', '/digest preview 2', '/digest preview invented-water week:2026-03-11'],
    ...['/digest list albania-iran', '/digest remove albania-iran 2', '/digest drop albania-iran number:2'],
    ...['/catchup', '/catchup invented-water', '/catchup albania-iran', '/catchup forget', '/help', '/help digest'],
    ...['list', 'preview', 'subscribe', 'pause'].map((name) => `/help digest ${name}`),
  ];
  for (const line of lines) {
    const { message } = await owner.say(line);
    for (const { payload, omitted } of pagesOf(message, renderDiscord))
      expect({ line, omitted, problems: discordProblems(payload) }).toEqual({ line, omitted: [], problems: [] });
    for (const { payload, omitted } of pagesOf(message, renderSlack))
      expect({ line, omitted, problems: slackProblems(payload) }).toEqual({ line, omitted: [], problems: [] });
    expect(plainMessage(message)).not.toMatch(/undefined|NaN|\[object/);
  }
  await storage.close();
});

describe('the form of a subscription', () => {
  const bot = {
    complete: (command, option, typed, given) => completeOption(command, option, typed, real, given),
  } as Pick<Bot, 'complete'> as Bot;

  test('on Discord has a field for each option, of which some may stay empty', async () => {
    const modal = discordForm(await somebody(real).asked('/digest subscribe'), bot);
    expect(modal?.title).toBe('/digest subscribe');
    const fields = modal?.components.flatMap((each) => ('component' in each ? [each.component] : []));
    expect(fields?.map((field) => ('required' in field ? [field.custom_id, field.required] : []))).toEqual([
      ...[
        ['story', true],
        ['every', true],
      ],
      ...[
        ['on', false],
        ['at', false],
        ['zone', false],
      ],
    ]);
    const at = modal?.components.find((each) => 'label' in each && each.label === 'Hour');
    expect(at).toMatchObject({
      description: 'At what time of day. If it stays empty: 09:00. Type 9, 09:30, 9:30 pm or noon.',
    });
  });

  test('on Slack, too', async () => {
    const kept = { platform: 'slack', responseUrl: 'https://example.org' } as never;
    const modal = slackForm(await somebody(real).asked('/digest subscribe'), kept, {}, bot);
    const fields = modal?.blocks.map((each) => ('optional' in each ? [each.block_id, each.optional] : [each.block_id]));
    expect(fields).toEqual([['story'], ['every'], ['on', true], ['at', true], ['zone', true]]);
    const at = modal?.blocks.find((each) => each.block_id === 'at');
    expect(at).toMatchObject({
      label: { text: 'Hour' },
      hint: { text: 'At what time of day. If it stays empty: 09:00.' },
      element: { type: 'timepicker' },
    });
  });
});
