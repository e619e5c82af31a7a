/** `/digest preview`: what the next digest would be, or that of any week; nothing is posted. */
import { dayAt, type Previewed, previewDigest, type Standing, type Subscription } from '../../digest/index.ts';
import { type Button, line, type Message, note } from '../../message/index.ts';
import type { Day, Story } from '../../story/index.ts';
import { type Context, defineCommand } from '../command.ts';
import { type MessageAnswer, toReader } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import { digestButtons, digestCommand } from './buttons.ts';
import { type FoundDigest, findDigest, numberOptions } from './find-digest.ts';
import { placeOf } from './place.ts';
import { sayStories, tellsOf } from './say.ts';
import { ownZone } from './zone.ts';

export const preview = defineCommand({
  name: 'digest preview',
  description: 'What the next digest would be, or that of any week; only you see it',
  example: ({ story, day }) => `/digest preview ${story} week:${day}`,
  needs: 'manage-channel',
  seenBy: () => 'reader',
  options: {
    story: {
      kind: 'story',
      description: 'Which story: as the next digest here tells it, or a weekly one where none comes',
    },
    // Before the number: of `8 sep` the 8 is none.
    week: { kind: 'day', description: 'A day of the week that it is to tell of: 8 sep, 2022-09-08, last friday' },
    number: {
      ...numberOptions.number,
      description: 'The number of the digest, as the list gives it; without it, the next one',
    },
    channel: numberOptions.channel,
    page: { kind: 'count', description: 'Which page', unlisted: true },
  },
  async run({ story, week, page, ...which }, context): Promise<MessageAnswer> {
    if (story && which.number !== undefined) return bothGiven(story, which.number);
    const view = { week, page };
    if (story) return ofStory(story, view, which.channel, context);
    const one = await findDigest(which, { subcommand: 'preview', pick: (all) => nextOf(all, week) }, context);
    if ('refused' in one) return one.refused;
    const { subscription } = one.standing;
    const command = digestCommand('preview', subscription.id, one.place);
    return ofDigest({ wanted: subscription, name: `digest No. ${subscription.id}`, command }, one, view, context);
  },
});

async function ofDigest(subject: Subject, { standing, place }: FoundDigest, view: View, context: Context) {
  const answer = await tell(subject, view, context);
  const buttons = [...thisWeek(subject, view, context), ...digestButtons(standing.subscription, place).slice(1)];
  return { ...answer, message: { ...answer.message, buttons } };
}

/** The one that comes first; of those that tell of a week a weekly one, where a week is asked for. */
function nextOf(all: readonly Standing[], week: Day | undefined): Standing | undefined {
  const coming = all.flatMap((standing) => {
    const { state, next } = standing.subscription;
    return state === 'active' && next !== undefined ? [{ standing, next }] : [];
  });
  const ordered = coming.toSorted((a, b) => a.next - b.next).map(({ standing }) => standing);
  const weekly = ordered.find(({ subscription: { cadence } }) => cadence.kind === 'weekly');
  return (week === undefined ? undefined : weekly) ?? ordered[0];
}

interface View {
  readonly week: Day | undefined;
  readonly page: number | undefined;
}

/** As the next digest here will tell it; where none is to come that tells of it, as one that comes each Monday would. */
async function ofStory(
  story: Story,
  view: View,
  channel: string | undefined,
  context: Context,
): Promise<MessageAnswer> {
  const place = await placeOf(context.call, channel);
  if ('refused' in place && channel !== undefined) return place.refused;
  const all = 'refused' in place ? [] : await context.memory.subscriptions.of(place.to);
  const standing = nextOf(
    all.filter(({ subscription }) => tellsOf(subscription, story)),
    view.week,
  );
  return standing && !('refused' in place)
    ? ofDigest(aloneIn(standing.subscription, story), { standing, place }, view, context)
    : asWeekly(story, view, context);
}

/** What a digest tells of one of its stories. */
function aloneIn({ topic, ...subscription }: Subscription, story: Story): Subject {
  const isAll = topic === undefined && subscription.stories.length === 1;
  return {
    wanted: { ...subscription, stories: [story.id] },
    name: `digest No. ${subscription.id}${isAll ? '' : `, of ${story.name} alone,`}`,
    command: `/digest preview ${story.id}`,
  };
}

async function asWeekly(story: Story, view: View, context: Context): Promise<MessageAnswer> {
  const zone = (await ownZone(context.call)) ?? story.timeZone;
  const cadence = { kind: 'weekly', on: 1, at: 9 * 60 } as const;
  const wanted: Previewed = { stories: [story.id], cadence, zone, quiet: 'line' };
  const subject = { wanted, name: 'a weekly digest', command: `/digest preview ${story.id}` };
  const answer = await tell(subject, view, context);
  const buttons = [{ label: 'Subscribe', command: `/digest subscribe ${story.id}`, primary: true }];
  return { ...answer, message: { ...answer.message, buttons } };
}

/** Where news alone is posted, there is often none to preview. */
function thisWeek({ wanted: { cadence, zone }, command }: Subject, { week }: View, { call }: Context): Button[] {
  if (cadence.kind !== 'news' || week !== undefined) return [];
  return [{ label: 'Preview this week', command: `${command} week:${dayAt(zone, call.at)}` }];
}

interface Subject {
  readonly wanted: Previewed;
  readonly name: string;
  /** What gives the preview of the next one. */
  readonly command: string;
}

async function tell({ wanted, name, command: next }: Subject, { week, page }: View, context: Context) {
  const { memory, stories, pictures, call } = context;
  const command = week === undefined ? next : `${next} week:${week}`;
  const view = { now: call.at, command, page: page ?? 1, ...(week !== undefined && { week }) };
  const { message, why } = await previewDigest(
    wanted,
    { stories, entries: memory.entries, ...(pictures && { pictures }) },
    view,
  );
  const what =
    week === undefined
      ? `This is how ${name} would read next`
      : `This is how ${name} tells of that week, by what was known at its end`;
  const nothing = why === undefined ? '' : `, but nothing would be posted: ${why}`;
  const none = `${week === undefined ? 'Nothing would be posted now' : 'Nothing is told of that week'}: ${why}.`;
  const shown: Message = message ?? {
    kind: 'digest',
    title: sayStories(wanted, stories),
    summary: none,
    command,
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(none) }],
    buttons: [],
  };
  const blocks = message ? [note(`Preview. ${what}${nothing}.`), ...shown.blocks] : shown.blocks;
  return { ...toReader({ ...shown, blocks }, page !== undefined), personal: true };
}

function bothGiven(story: Story, number: number): MessageAnswer {
  return mistake('Which of them?', 'A preview is of a digest or of a story, not of both.', [
    { label: `Digest No. ${number}`, command: `/digest preview number:${number}`, primary: true },
    { label: story.name, command: `/digest preview ${story.id}` },
  ]);
}
