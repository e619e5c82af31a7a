/** `/briefing`: a story's first screen, or one of its sections, now or as of an earlier day. */
import { composeBriefing, composeNotBegun, composeNothingYet, sections } from '../briefing/index.ts';
import type { Message } from '../message/index.ts';
import { asOf, type Day, reportingDays, type Story } from '../story/index.ts';
import { type Context, defineCommand } from './command.ts';
import { rememberStory } from './conversation.ts';
import { toChannel, toReader } from './invocation.ts';
import { noteLook } from './looks.ts';
import { listStories } from './stories.ts';
import { today } from './today.ts';
import { commandText } from './typed/command-text.ts';

export const briefing = defineCommand({
  name: 'briefing',
  description: 'What a story is about, who says what, and where it stands',
  also: Object.fromEntries(Object.keys(sections).map((section) => [section, section])),
  example: ({ story }) => `/briefing ${story} timeline`,
  seenBy: ({ story, private: hidden }) => (story && hidden !== true ? 'channel' : 'reader'),
  options: {
    story: { kind: 'story', description: 'Which story; without it, the list to choose from' },
    section: { kind: 'choice', description: 'One part of the briefing in full', choices: sections },
    'as-of': { kind: 'day', description: 'What was reported by that day: 8 sep, 2022-09-08, yesterday, last friday' },
    private: { kind: 'flag', description: 'Show it only to me' },
    page: { kind: 'count', description: 'Which page' },
  },
  async run({ story, section, 'as-of': day, private: hidden, page }, context) {
    const { call } = context;
    const turns = page !== undefined;
    if (!story) return toReader(chooseStory(context, page, day), turns);
    await rememberStory(context, story);
    const to = hidden === true ? toReader : toChannel;
    const view = { ...(section && { section }), ...(page !== undefined && { page }) };
    if (day === undefined) {
      if (!turns) await noteLook(context, story);
      return to(composeBriefing(story, { ...view, today: today(story, call.at) }), turns);
    }
    const reported = reportingDays(story).at(-1)?.day ?? day;
    if (day > today(story, call.at) && day > reported) return toReader(composeNotBegun(story, day, section));
    const then = asOf(story, day);
    if (!then) return toReader(composeNothingYet(story, day, reportingDays(story)[0]?.day ?? day));
    return to(composeBriefing(then, { ...view, asOf: day }), turns);
  },
});

/** A day as it was typed is another in another story: `8 sep` has no year. Longer ones have one, and a button has 100 characters. */
const mostOfDay = 12;

/** Which one? Whatever else was typed goes with the choice. */
function chooseStory({ stories, given }: Context, page: number | undefined, day: Day | undefined): Message {
  const { page: _, 'as-of': typedDay = '', ...others } = given;
  const rest = { ...others, 'as-of': typedDay.length > mostOfDay ? (day ?? '') : typedDay };
  const command = commandText(briefing, rest);
  const opens = ({ id }: Story) => commandText(briefing, { ...rest, story: id });
  return listStories(stories.stories, command === '/briefing' ? '/stories' : command, page, opens);
}
