/** One polite sentence to what is no question to a story. Nothing of what was typed is said again. */
import { longestQuestion, type NoQuestion } from '../../ask/index.ts';
import { type Button, line } from '../../message/index.ts';
import type { Story, StoryLibrary } from '../../story/index.ts';
import { allStories, button, whatToType } from '../buttons.ts';
import { type MessageAnswer, toReader } from '../invocation.ts';
import { mistake } from '../mistake.ts';

/**
 * What is answered instead.
 * @param prefix what stands before a command where the reader is
 * @param story the one that was named, or that is talked about; else the first is asked something in the example
 */
export function answerNoQuestion(
  kind: NoQuestion,
  { stories: [any] }: StoryLibrary,
  prefix = '/',
  story?: Story,
): MessageAnswer {
  const first = story ?? any;
  const example = first?.readersAsk[0];
  const asked = first && example ? button(example.asks, `/ask ${first.id} number:1`) : [];
  const sentences: Record<Exclude<NoQuestion, 'bot' | 'thanks'>, readonly [title: string, sentence: string]> = {
    empty: ['No question', `Type a question behind ${prefix}ask${example ? `, such as “${example.asks}”` : ''}`],
    long: ['Too long', `A question of up to ${longestQuestion} characters can be read; this one is longer.`],
    rude: ['No question', 'That is no question about a story; ask what happened, when, where, why, or who says so.'],
    instructions: [
      'No question',
      'I only answer questions, from the stories’ files; there is nothing else that I can do.',
    ],
  };
  const again = (words: string) => (first ? `/ask ${first.id} ${words}` : '/help');
  if (kind === 'bot') return said('What this is', aboutBot, again('what are you?'), asked);
  if (kind === 'thanks') return said('With pleasure', welcome, again('thank you'), asked);
  const [title, sentence] = sentences[kind];
  return mistake(title, /[.?!”]$/.test(sentence) ? sentence : `${sentence}.`, [...asked, allStories, whatToType]);
}

const aboutBot =
  'I am a bot that answers from the files of running stories, each sentence with its source; I know nothing else.';
const welcome = 'You are welcome; ask whatever else you want to know.';

/** A sentence to what is no mistake. @param command what gives it again */
function said(title: string, sentence: string, command: string, asked: readonly Button[]): MessageAnswer {
  const message = {
    kind: 'help',
    title,
    summary: sentence,
    command,
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(sentence) }],
    buttons: [{ ...whatToType, primary: true }, allStories, ...asked.map((each) => ({ ...each, primary: false }))],
  } as const;
  return toReader(message);
}

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

/** The question is in another language than the story. */
export function answerForeign(story: Story): MessageAnswer {
  const language = languages.of(story.language) ?? story.language;
  return mistake('Another language', `The story is told in ${language}; ask in ${language}.`, [
    briefingOf(story),
    whatToType,
  ]);
}

/** Two stories answer about equally well. */
export function eitherStory(stories: readonly Story[], question: string): MessageAnswer {
  const buttons = stories.flatMap((story) => {
    const [again] = button(story.name, `/ask ${story.id} ${question}`);
    return again ?? { label: story.name, command: `/briefing ${story.id}`, primary: true };
  });
  return mistake('Which story?', 'Which story do you mean?', buttons);
}

/** There is nothing to ask, or no story was named where one has to be. @param stories all that there are */
export function noStory(stories: readonly Story[]): MessageAnswer {
  if (stories.length === 0) return mistake('No story yet', 'There is no story yet to ask.', [allStories, whatToType]);
  return mistake('Which story?', 'There is no such story to ask.', [allStories, whatToType]);
}

/** A button of an earlier version of the story. */
export function goneStatement(story: Story): MessageAnswer {
  return mistake(story.name, 'The story has no such statement any more.', [briefingOf(story), whatToType]);
}

export function goneQuestion(story: Story): MessageAnswer {
  return mistake(story.name, 'The story’s list has no such question any more.', [briefingOf(story), whatToType]);
}

function briefingOf({ id }: Story): Button {
  return { label: 'Full briefing', command: `/briefing ${id}`, primary: true };
}
