/** `/ask`: the statements that answer a question, or that a story does not say. */
import { noQuestion, questionKey, wordsOf } from '../../ask/index.ts';
import { sayAsked } from '../../briefing/index.ts';
import type { Story } from '../../story/index.ts';
import { type Context, defineCommand } from '../command.ts';
import { previousTalk, recall, remember } from '../conversation.ts';
import { type Answer, type FormAnswer, type MessageAnswer, shows } from '../invocation.ts';
import { noteLook } from '../looks.ts';
import { today } from '../today.ts';
import { commandText } from '../typed/command-text.ts';
import { sayAnswer } from './ask-answer.ts';
import { answerForeignOption } from './foreign-option.ts';
import { answerForeign, answerNoQuestion, eitherStory, goneQuestion, goneStatement, noStory } from './no-question.ts';
import { talkAfter } from './read-behind.ts';
import { isAnswered, type RoutedAnswer, routeQuestion } from './which-story.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'An answer to a plain question, each sentence with its source',
  example: ({ story, question = 'what is the latest?' }) => `/ask ${story} ${question}`,
  seenBy: ({ question, number, about, private: hidden }) =>
    hidden === true || (question === undefined && number === undefined && about === undefined) ? 'reader' : 'channel',
  options: {
    question: { kind: 'text', whole: true, description: 'Your question, in plain words' },
    story: { kind: 'story', description: 'Which story; without it, the one you last looked at here' },
    private: { kind: 'flag', description: 'Show it only to me' },
    about: { kind: 'text', description: 'The statement that is asked about', unlisted: true },
    number: { kind: 'count', description: 'Which question of the story’s list', unlisted: true },
    page: { kind: 'count', description: 'Which page', unlisted: true },
  },
  run({ question, story, private: hidden, about, number, page = 1 }, context): Answer | Promise<Answer> {
    const view = { hidden: hidden === true, page };
    if (story && number !== undefined) return answerListed(story, number, view, context);
    if (about !== undefined) return answerAbout(story, about, question, view, context);
    const typed = question?.replace(/\s+/g, ' ').trim();
    return typed === undefined ? formFor(story, view) : answerTyped(typed, story, view, context);
  },
});

/** How the answer is to be shown. */
interface View {
  readonly hidden: boolean;
  readonly page: number;
}

function formFor(story: Story | undefined, { hidden }: View): FormAnswer {
  const given = { ...(story && { story: story.id }), ...(hidden && { private: 'yes' }) };
  return { kind: 'form', command: ask, given, asks: ['question'] };
}

/** A question of the editor's list. */
async function answerListed(story: Story, number: number, view: View, context: Context): Promise<MessageAnswer> {
  const listed = context.answers.editors(story, number);
  if (!listed) return goneQuestion(story);
  await keep(context, { story, answer: listed.answer, behind: [] }, listed.asks);
  const command = `/ask ${story.id} number:${number}`;
  return sayAnswer({ story, answer: listed.answer, question: listed.asks, command, ...view });
}

/** A statement by itself, or what is asked about it. */
async function answerAbout(
  named: Story | undefined,
  about: string,
  question: string | undefined,
  view: View,
  context: Context,
): Promise<MessageAnswer> {
  const { answers, stories, call } = context;
  const story = named ?? (stories.stories.length === 1 ? stories.stories[0] : undefined);
  if (!story) return noStory(stories.stories);
  const shown = answers.show(story, about);
  if (!shown) return goneStatement(story);
  const none = question === undefined ? undefined : noQuestion(question);
  if (none) return answerNoQuestion(none, stories, call.prefix, story);
  const answer = question === undefined ? shown : answers.ask(story, question, [about]);
  await keep(context, { story, answer, behind: [about] }, question ?? '');
  if (question === undefined)
    return sayAnswer({ story, answer, command: commandText(ask, { story: story.id, about }), ...view });
  const command = commandText(ask, { story: story.id, about, question });
  const statement = shown.statements.find(({ id }) => id === about);
  const title = statement ? sayAsked(statement, question) : question;
  return sayAnswer({ story, answer, command, question: title, ...view });
}

async function answerTyped(
  question: string,
  named: Story | undefined,
  view: View,
  context: Context,
): Promise<MessageAnswer> {
  const { stories, call, commands } = context;
  const strange = answerForeignOption(question, named, commands);
  if (strange) return strange;
  const none = noQuestion(question);
  const talk = await previousTalk(context);
  if (none) return answerNoQuestion(none, stories, call.prefix, named ?? (talk && stories.find(talk.story)));
  const [best, ...others] = routeQuestion(question, { ...context, named, talk });
  if (!best) return noStory(stories.stories);
  if (others.length > 0)
    return eitherStory(
      [best, ...others].map(({ story }) => story),
      question,
    );
  if (best.answer.foreign) return answerForeign(best.story);
  const { story, answer, found } = best;
  await keep(context, best, question);
  const isNews = !isAnswered(best) && !answer.isNotTold && !best.strange && !shows(call) && call.again !== true;
  if (isNews) await note(context, best, question);
  return sayAnswer({ story, answer, question, command: commandFor(best, question, context), found, ...view });
}

/** What gives the same answer again, also when the conversation has gone on. */
function commandFor({ story, answer, behind: [first] }: RoutedAnswer, question: string, { answers }: Context): string {
  const alone = commandText(ask, { story: story.id, question });
  if (first === undefined) return alone;
  const [was] = answer.statements;
  const [is] = answers.ask(story, question).statements;
  return was === is ? alone : commandText(ask, { story: story.id, about: first, question });
}

/** The next question is read in the light of this one, unless nothing was found that may answer it. */
async function keep(
  context: Context,
  { story, answer, behind }: Pick<RoutedAnswer, 'story' | 'answer' | 'behind'>,
  question: string,
): Promise<void> {
  if (context.call.again === true) return;
  if (answer.isAnswered) await noteLook(context, story);
  const before = answer.inView.length > 0 ? undefined : await recall(context);
  const said = before?.story === story.id ? before : { story: story.id, ...talkAfter(question, answer, behind) };
  await remember(context, said);
}

/** For the editor: who asked is not kept, nor what says nothing by itself, such as “why?” */
async function note(
  { memory, call }: Context,
  { story, answer, behind }: RoutedAnswer,
  question: string,
): Promise<void> {
  if (wordsOf(question).every(({ isStop }) => isStop)) return;
  const [statement] = answer.isFollowUp ? behind : [];
  await memory.inbox.ask({
    story: story.id,
    question,
    ...(statement !== undefined && { statement }),
    group: questionKey(question),
    day: today(story, call.at),
  });
}
