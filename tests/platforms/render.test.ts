import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { type Story, statementsOf } from '../../src/story/index.ts';
import { arbitraryStory } from '../arbitrary-story.ts';
import { messagesOf, pagesOf } from '../messages-of.ts';
import { discordProblems, readDiscord } from './discord-rules.ts';
import { readSlack, slackProblems } from './slack-rules.ts';

const openapi = new URL('../../../shared/discord/openapi.json', import.meta.url);
const runs = { numRuns: 1000, seed: 20220908 };

/** Each statement's sentence that no page reads, whatever space holds a point to the word before it. */
function unread(story: Story, text: string): string[] {
  const read = text.replaceAll('\u00a0· ', ' · ');
  return statementsOf(story)
    .filter(({ what }) => !read.includes(what))
    .map(({ what }) => what);
}

describe('rendering 1,000 generated stories', () => {
  it('keeps Discord’s limits, leaves nothing out, and reads as the story does', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const pages = messagesOf(story).flatMap((message) => pagesOf(message, renderDiscord));
        expect(pages.flatMap(({ payload }) => discordProblems(payload))).toEqual([]);
        expect(pages.flatMap(({ omitted }) => omitted)).toEqual([]);
        const read = pages.map(({ payload }) => readDiscord(payload));
        const kinds = new Set(read.flatMap((each) => [...each.kinds]));
        const own = [
          'text',
          'twemoji',
          'strong',
          'em',
          'strikethrough',
          'link',
          'timestamp',
          'line',
          '# ',
          '## ',
          '### ',
          '-# ',
          '> ',
          '- ',
        ];
        expect([...kinds].filter((kind) => !own.includes(kind))).toEqual([]);
        expect(unread(story, read.map(({ text }) => text).join('\n'))).toEqual([]);
      }),
      runs,
    );
  });

  it('keeps Slack’s limits, leaves nothing out, and reads as the story does', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const pages = messagesOf(story).flatMap((message) => pagesOf(message, renderSlack));
        expect(pages.flatMap(({ payload }) => slackProblems(payload))).toEqual([]);
        expect(pages.flatMap(({ omitted }) => omitted)).toEqual([]);
        const read = pages.map(({ payload }) => readSlack(payload));
        const kinds = new Set(read.flatMap((each) => [...each.kinds]));
        expect(
          [...kinds].filter((kind) => /^(?:user|usergroup|channel|broadcast|emoji|team|mrkdwn)$/.test(kind)),
        ).toEqual([]);
        expect(unread(story, read.map(({ text }) => text).join('\n'))).toEqual([]);
      }),
      runs,
    );
  });

  it.skipIf(!existsSync(openapi))(
    'is valid by Discord’s published schema (skipped where there is no copy of it)',
    () => {
      const validate = discordSchema();
      fc.assert(
        fc.property(arbitraryStory, (story) => {
          for (const { payload } of messagesOf(story).flatMap((message) => pagesOf(message, renderDiscord))) {
            expect(validate(payload)).toEqual([]);
          }
        }),
        runs,
      );
    },
  );
});

/** Discord's own schema of a message that is posted. */
function discordSchema(): (payload: unknown) => unknown[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...JSON.parse(readFileSync(openapi, 'utf8')), $id: 'discord' });
  const validate = ajv.compile({ $ref: 'discord#/components/schemas/MessageCreateRequest' });
  // A schema that accepts everything would prove nothing.
  expect(validate({ components: [{ type: 17, components: [{ type: 10 }] }] })).toBe(false);
  return (payload) => (validate(payload) ? [] : (validate.errors ?? []).slice(0, 3));
}
