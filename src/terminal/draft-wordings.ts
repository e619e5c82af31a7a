/** `dateline inbox --format yaml`: questions without an answer as lines for the file of what readers ask of their story. */
import type { Answers } from '../ask/index.ts';
import type { InboxItem } from '../commands/index.ts';
import { legible } from '../message/index.ts';
import { bounds, type Story, type StoryLibrary, statementsOf } from '../story/index.ts';

/**
 * The waiting questions as `also_asked` and, where they lean on what was told, `then_asked` of each story, under the statement
 * that comes nearest, most asked first: whether it answers them, and whether a statement is missing, is for an editor to say.
 * What fits nowhere stands in a comment, and so do questions to a story that is gone or does not load.
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

/** A question, what it leans on, and what comes nearest to answering it. */
interface Drafted {
  readonly item: InboxItem;
  readonly behind: string | undefined;
  readonly nearest: string | undefined;
}

function draftOf(story: Story, questions: readonly InboxItem[], answers: Pick<Answers, 'ask'>): string[] {
  const known = new Set(statementsOf(story).map(({ id }) => id));
  const drafted = questions.map((item): Drafted => {
    const { statement: behind } = item;
    const isThere = behind === undefined || known.has(behind);
    return { item, behind, nearest: isThere ? nearestTo(story, item, answers) : undefined };
  });
  const near = drafted.filter(({ nearest }) => nearest !== undefined);
  const alone = near.filter(({ behind }) => behind === undefined);
  const then = Map.groupBy(
    near.filter(({ behind }) => behind !== undefined),
    ({ behind }) => behind,
  );
  const apart = drafted.filter(({ nearest }) => nearest === undefined);
  return [
    `# For ${story.id}.asked.yaml: asked in vain, each under the statement that comes nearest. Put each under the one that`,
    '# answers it; what no source answers goes under not_told, and from then_asked under the not_told of the same statement.',
    ...(alone.length > 0 ? ['also_asked:', ...underNearest(alone, '  ')] : []),
    ...(then.size > 0 ? ['then_asked:'] : []),
    ...[...then].flatMap(([behind, own]) => [`  ${behind}:`, ...underNearest(own, '    ')]),
    ...(apart.length > 0
      ? ['# Too long, near to nothing, or behind what is gone:', ...apart.map(({ item }) => asComment(item))]
      : []),
  ];
}

function underNearest(drafted: readonly Drafted[], indent: string): string[] {
  return [...Map.groupBy(drafted, ({ nearest }) => nearest)].flatMap(([id, own]) => [
    `${indent}${id}:`,
    ...own.map(({ item }) => `${indent}  ${lineOf(item)}`),
  ]);
}

function asComment(item: InboxItem): string {
  return `#    ${lineOf(item)}${item.statement === undefined ? '' : ` behind ${item.statement}`}`;
}

/** The statement that comes nearest to a question; undefined where none does, or it is too long for a wording. */
function nearestTo(story: Story, { words, statement }: InboxItem, answers: Pick<Answers, 'ask'>): string | undefined {
  if (words.length > bounds.wording) return undefined;
  return answers.ask(story, words, statement === undefined ? [] : [statement]).nearest[0]?.id;
}

function lineOf({ words }: InboxItem): string {
  return `- ${JSON.stringify(legible(words))}`;
}
