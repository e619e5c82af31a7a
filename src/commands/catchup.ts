/** `/catchup`: only what is new to this reader since they last looked. */
import { composeCatchUp, isNews, type StoryNews } from '../briefing/index.ts';
import { dayAt, type EntryNumber, newsOf } from '../digest/index.ts';
import { line, type Message } from '../message/index.ts';
import type { Day, Story } from '../story/index.ts';
import { allStories } from './buttons.ts';
import { type Context, defineCommand } from './command.ts';
import { forgetConversation, rememberStory } from './conversation.ts';
import { type MessageAnswer, toReader } from './invocation.ts';
import { noteLook, readerOf } from './looks.ts';

export const catchup = defineCommand({
  name: 'catchup',
  description: 'Only what is new to you since you last looked',
  example: ({ story }) => `/catchup ${story}`,
  seenBy: () => 'reader',
  options: {
    story: { kind: 'story', description: 'Which story; without it, all that you have looked at' },
    forget: { kind: 'flag', alone: true, description: 'Delete what is kept of what you have looked at' },
    since: { kind: 'count', most: 999_999_999, description: 'The first entry that is told', unlisted: true },
    from: { kind: 'day', description: 'When the reader had last looked', unlisted: true },
    page: { kind: 'count', description: 'Which page', unlisted: true },
  },
  async run({ story, forget: forgets, since, from, page }, context): Promise<MessageAnswer> {
    if (forgets === true) return story ? forgetsAll() : forget(context);
    if (!story) return ofAll(context, page);
    if (since === undefined) return ofOne(story, context);
    return ofOneAgain(story, from === undefined ? undefined : { since, from }, page ?? 1, context);
  },
});

const personal = (message: Message, turns = false): MessageAnswer => ({ ...toReader(message, turns), personal: true });

/** All stories that the reader has looked at; if only one has something new, that. */
async function ofAll(context: Context, page: number | undefined): Promise<MessageAnswer> {
  const { memory, stories, call } = context;
  const looks = (await memory.readers.looks(readerOf(call))).filter(({ story }) => stories.find(story)?.id === story);
  const [latest] = looks;
  if (!latest) return personal(noLook());
  const news: StoryNews[] = [];
  for (const look of looks) {
    const found = await newsSince(look.story, look.entry, context);
    if (found) news.push(found);
  }
  const fresh = news.filter(isNews);
  const [only] = fresh;
  if (only && fresh.length === 1) return ofOne(only.story, context);
  const [first] = news;
  if (first && news.length === 1) return ofOne(first.story, context);
  const zone = await zoneOf(context);
  const since = fresh.length === 0 ? { since: dayAt(zone, latest.at) } : {};
  const view = { ...since, today: dayAt(zone, call.at), page: page ?? 1 };
  return personal(composeCatchUp(news, view), page !== undefined);
}

/** What is new in one story, which then is no longer new. */
async function ofOne(story: Story, context: Context): Promise<MessageAnswer> {
  const { memory, call } = context;
  const looks = await memory.readers.looks(readerOf(call));
  const look = looks.find((each) => each.story === story.id);
  await rememberStory(context, story);
  const last = look && { since: look.entry + 1, from: dayAt(await zoneOf(context, story), look.at) };
  const told = await tell(story, last, 1, context);
  await noteLook(context, told.story);
  return personal(told.message);
}

/** The first entry that the reader had not seen, and when they had last looked. */
interface LastLook {
  readonly since: EntryNumber;
  readonly from: Day;
}

/** A page of what was told before: that the reader has looked since does not matter. */
async function ofOneAgain(
  story: Story,
  last: LastLook | undefined,
  page: number,
  context: Context,
): Promise<MessageAnswer> {
  return personal((await tell(story, last, page, context)).message, true);
}

/** @param last undefined where the reader had never looked: then all is told */
async function tell(story: Story, last: LastLook | undefined, page: number, context: Context) {
  const since = last?.since ?? 1;
  const news = (await newsSince(story.id, since - 1, context)) ?? newsOf(story, []);
  const today = dayAt(await zoneOf(context, story), context.call.at);
  // The look that it was composed by is gone when a page of it is turned.
  const command = `/catchup ${story.id} since:${since}${last ? ` from:${last.from}` : ''}`;
  const look = last ? { since: last.from } : { isFirstLook: true };
  return { story: news.story, message: composeCatchUp([news], { ...look, today, command, page }) };
}

/** What entered a story behind an entry, as the story stands when that is known. */
async function newsSince(id: string, entry: EntryNumber, { memory, stories }: Context): Promise<StoryNews | undefined> {
  const entries = await memory.entries.since(id, entry);
  const story = stories.find(id);
  if (story?.id !== id) return undefined;
  const keys = entries.map(({ key }) => key);
  return newsOf(story, keys);
}

/** The reader’s, where the platform tells; else the story’s. */
async function zoneOf({ call }: Context, story?: Story): Promise<string> {
  return (await call.around.zone()) ?? story?.timeZone ?? 'UTC';
}

function noLook(): Message {
  const sentence = 'You have not looked at a story yet. Open one: from then on this tells what is new in it.';
  return {
    kind: 'list',
    title: 'New to you',
    summary: sentence,
    command: '/catchup',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(sentence) }],
    buttons: [{ ...allStories, primary: true }],
  };
}

/** Deletes what is kept of the reader’s looks, and of this conversation. */
async function forget(context: Context): Promise<MessageAnswer> {
  const { memory, call } = context;
  const count = await memory.readers.forget(readerOf(call));
  const hadTalk = await forgetConversation(context);
  const looks = count === 0 ? '' : `when you last looked at ${count === 1 ? 'one story' : `${count} stories`}`;
  const talk = hadTalk ? 'the last answer in this conversation' : '';
  const deleted = [looks, talk].filter((part) => part !== '').join(', and ');
  const sentence = deleted === '' ? 'Nothing was kept about you here.' : `Deleted: ${deleted}.`;
  const done = deleted === '' ? 'Nothing kept' : 'Forgotten';
  return personal(aboutForgetting(done, sentence, [allStories]));
}

function forgetsAll(): MessageAnswer {
  const sentence = '‘forget’ deletes what is kept of all stories that you have looked at, not of one.';
  return personal(
    aboutForgetting('Forget all?', sentence, [{ label: 'Forget all', command: '/catchup forget', primary: true }]),
  );
}

function aboutForgetting(title: string, summary: string, buttons: Message['buttons']): Message {
  const blocks: Message['blocks'] = [{ kind: 'paragraph', content: line(summary) }];
  return { kind: 'help', title, summary, command: '/help catchup', page: 1, blocks, buttons };
}
