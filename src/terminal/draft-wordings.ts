/** `dateline inbox --format yaml`: questions without an answer as lines for their story's file. */
import type { Answers } from '../ask/index.ts';
import type { InboxItem } from '../commands/index.ts';
import { bounds, type Story, type StoryLibrary } from '../story/index.ts';
import { plain } from './plain.ts';

/**
 * The waiting questions as `also_asked` of each story, under the statement that comes nearest, most asked first: whether it
 * answers them, and whether a statement is missing, is for an editor to say. What fits nowhere stands in a comment, and so do
 * questions to a story that is gone or does not load.
 */
export function draftWordings(
  items: readonly InboxItem[],
  stories: StoryLibrary,
  answers: Pick<Answers, 'ask'>,
): readonly string[] {
  const questions = Map.groupBy(
    items.filter(({ kind }) => kind === 'question'),
    ({ story }) => story,
  );
  const lines = [...questions].flatMap(([id, own]) => {
    const story = stories.stories.find((each) => each.id === id);
    return story ? draftOf(story, own, answers) : [`# ${id}: no such story that loads.`, ...own.map(asComment)];
  });
  return lines.length === 0 ? ['# No question waits in the inbox.'] : lines;
}

function draftOf(story: Story, questions: readonly InboxItem[], answers: Pick<Answers, 'ask'>): string[] {
  const under = Map.groupBy(questions, (item) => nearestTo(story, item, answers));
  const apart = under.get(undefined) ?? [];
  const listed = [...under].flatMap(([id, own]) => (id === undefined ? [] : [`  ${id}:`, ...own.map(lineOf)]));
  return [
    `# ${story.id}: asked in vain, under what comes nearest. Put what it answers under its id in the file; what no source`,
    '# answers goes to not_told.',
    ...(listed.length > 0 ? ['also_asked:', ...listed] : []),
    ...(apart.length > 0 ? ['# Too long, or near to nothing:', ...apart.map(asComment)] : []),
  ];
}

function asComment(item: InboxItem): string {
  return `#${lineOf(item)}`;
}

/** The statement that comes nearest to a question; undefined where none does, or it is too long for a wording. */
function nearestTo(story: Story, { words, statement }: InboxItem, answers: Pick<Answers, 'ask'>): string | undefined {
  if (words.length > bounds.wording) return undefined;
  return answers.ask(story, words, statement === undefined ? [] : [statement]).nearest[0]?.id;
}

function lineOf({ words }: InboxItem): string {
  return `    - ${JSON.stringify(plain(words))}`;
}
