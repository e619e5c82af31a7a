/** What to ask next: questions that the story can answer and that were not just answered. */
import type { OpenQuestion, Position, ReadersQuestion, Statement, Story } from '../../../story/index.ts';
import { keepingOf } from '../../words/keeping.ts';

/** A question that somebody may ask about a statement, in a word. */
export type About = 'when' | 'who' | 'why' | 'where';

export type NextQuestion =
  /** An editor's, by its place in the story's list, from 1. */
  | { readonly kind: 'editor'; readonly number: number; readonly asks: string }
  /** One that the story holds open. */
  | { readonly kind: 'matter'; readonly question: OpenQuestion; readonly first: Position }
  | { readonly kind: 'about'; readonly statement: Statement; readonly asks: About };

const most = 4;
/** A button's label holds no more. */
const longest = 75;

/** A question of the editor's, with its place in the story's list, from 1. */
interface Numbered {
  readonly question: ReadersQuestion;
  readonly number: number;
}

/**
 * Two of the editor's about the same matter, up to two about what was just shown, then others of the editor's and what
 * else the story holds open; at most four. Two of the editor's that lead to the same statement come only where too few others do.
 * @param said the statements that were just shown, best first
 * @param justAsked what was asked about the first of them
 */
export function nextQuestions(story: Story, said: readonly Statement[], justAsked: string): NextQuestion[] {
  const shown = new Set(said.map(({ id }) => id));
  const open = story.readersAsk
    .map((question, at) => ({ question, number: at + 1 }))
    .filter(({ question }) => !isAnswered(question, shown, story));
  const about = said[0] ? mattersNear(said[0], story) : new Set();
  const near = open.filter(({ question }) => question.answers.some((id) => about.has(id) || about.has(matterOf(id))));
  const own = said[0] ? aboutStatement(said[0], justAsked) : [];
  const [editors, again] = apart([...near, ...open.filter((each) => !near.includes(each))]);
  const first = editors.slice(0, near.length > 0 ? 2 : 1);
  const others = [...editors.slice(first.length), ...mattersOf(story, shown), ...again];
  return [...first, ...own.slice(0, 2), ...others].slice(0, most);
}

/** The first of those that lead to the same statement first; then the others: “Did the hack work?” and “How bad was it?” get the same answer. */
function apart(questions: readonly Numbered[]): readonly [NextQuestion[], NextQuestion[]] {
  const led = new Set<string | undefined>();
  const [elsewhere, again]: [NextQuestion[], NextQuestion[]] = [[], []];
  for (const { question, number } of questions) {
    const [statement] = question.answers;
    (led.has(statement) ? again : elsewhere).push({ kind: 'editor', number, asks: question.asks });
    led.add(statement);
  }
  return [elsewhere, again];
}

/** Whether the first thing that it would show was just shown. */
function isAnswered({ answers: [first = ''] }: ReadersQuestion, shown: ReadonlySet<string>, story: Story): boolean {
  const positions = story.openQuestions.find(({ id }) => id === first)?.positions;
  return positions ? positions.some(({ id }) => shown.has(id)) : shown.has(first);
}

/** What a shown statement is about, has as its cause, and is the cause of: their ids. */
function mattersNear(shown: Statement, { openQuestions, events }: Story): ReadonlySet<string> {
  const about = shown.kind === 'position' ? (openQuestions.find(({ id }) => id === shown.on)?.about ?? []) : [];
  const causes = shown.kind === 'event' ? shown.because : [];
  const leadsTo = events.filter(({ because }) => because.includes(shown.id)).map(({ id }) => id);
  return new Set([shown.id, ...(shown.kind === 'position' ? [shown.on] : []), ...about, ...causes, ...leadsTo]);
}

/** The open question that a position's id begins with; another id as it is. */
function matterOf(id: string): string {
  return id.split('/')[0] ?? '';
}

/** Open questions that were not shown, and that no editor's question leads to. */
function mattersOf(story: Story, shown: ReadonlySet<string>): NextQuestion[] {
  return besidesEditors(story).flatMap((question): NextQuestion[] => {
    const first = question.positions.find(({ withdrawn }) => withdrawn === undefined);
    const isShown = question.positions.some(({ id }) => shown.has(id));
    return first && !isShown ? [{ kind: 'matter', question, first }] : [];
  });
}

/** Open questions that no editor's question leads to, and that a button has room for. */
const besidesEditors = keepingOf((story: Story): readonly OpenQuestion[] => {
  const led = new Set(story.readersAsk.flatMap(({ answers }) => answers.map(matterOf)));
  return story.openQuestions.filter(({ id, asks }) => !led.has(id) && asks.length <= longest);
});

/** What its fields can answer. */
function aboutStatement(statement: Statement, justAsked: string): NextQuestion[] {
  if (statement.kind !== 'event') return [];
  const asks: About[] = [
    ...(statement.because.length > 0 ? (['why'] as const) : []),
    'when',
    ...(statement.who.some((who) => who !== 'not stated') ? (['who'] as const) : []),
    ...(statement.where === undefined ? [] : (['where'] as const)),
  ];
  return asks
    .filter((each) => each !== justAsked)
    .map((each): NextQuestion => ({ kind: 'about', statement, asks: each }));
}
