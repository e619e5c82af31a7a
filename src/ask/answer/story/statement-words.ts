/** The words that a statement can be found by: its sentence first, then what its fields and its surroundings say. */
import type { Actor, Statement, Story } from '../../../story/index.ts';
import { ReadText } from '../../words/read-text.ts';
import type { Word } from '../../words/words.ts';
import { telling } from '../question/question-words.ts';
import { type ActorNames, wordsAbout } from './actors.ts';
import { dateWords } from './date-words.ts';
import { actorsOf } from './doers.ts';

/** How much a question's word counts that is found in each of a statement's texts, falling, in hundredths. */
const counts = { sentence: 100, date: 100, name: 90, field: 85, kind: 80, passage: 75, context: 55 } as const;

type Source = keyof typeof counts;

const stanceWords = {
  asserts: 'asserts says claims accuses blames alleges insists maintains attributes confirms accusation allegation',
  suggests: 'suggests hints thinks believes suspects',
  reports: 'reports says announces states informs',
  denies:
    'denies denial rejects disputes refutes contradicts disagrees against accusation allegation involved involvement responsible',
  doubts: 'doubts questions skeptical disputes disagrees challenges unconvinced against',
  supports:
    'supports support backs endorses welcomes stands sides agrees favours solidarity happy glad pleased praises applauds approves defends',
  condemns:
    'condemns condemnation criticises slams denounces criticism attacks against opposes unhappy angry furious upset complains protests objects',
  declines: 'declines refuses comment silent unwilling',
} as const;

const statusWords = {
  happened: '',
  planned: 'planned plan planning upcoming scheduled next future expected due soon',
  'called off': 'called off cancelled canceled cancellation scrapped dropped abandoned planned',
} as const;

class FieldText extends ReadText {
  /** The content words and what the phrases mean: what a statement can be found by. */
  readonly keys: readonly Word[];

  constructor(text: string) {
    super(text);
    this.keys = this.words.concat(this.meant).filter(isKey);
  }
}

/** Whether a statement can be found by a word. */
function isKey({ isStop, text }: Word): boolean {
  return !isStop || telling.has(text);
}

/** What the statements of a story are read with. */
export interface Reader {
  readonly story: Story;
  readonly byId: ReadonlyMap<string, Statement>;
  readonly names: ActorNames;
  /** By a statement's id, the words of the questions that it is expected to answer. */
  readonly asked: ReadonlyMap<string, ReadonlySet<Word>>;
  /** The same text is read once. */
  readonly read: (text: string) => FieldText;
}

/** What statements of a kind can be found by is the same in every story, and read but once. */
let ofKinds: ReadonlyMap<string, FieldText> | undefined;

function readKinds(): ReadonlyMap<string, FieldText> {
  return new Map(Object.values({ ...stanceWords, ...statusWords }).map((text) => [text, new FieldText(text)]));
}

/** Reads texts, the same one once. */
export function reading(): Reader['read'] {
  ofKinds ??= readKinds();
  const known = new Map(ofKinds);
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const read = new FieldText(text);
    known.set(text, read);
    return read;
  };
}

/** A word that a statement can be found by. */
interface Findable {
  readonly word: Word;
  /** In hundredths. */
  readonly count: number;
}

/**
 * The words that a statement can be found by, each stem once, as it counts most.
 * @param named whom its sentence names
 */
export function findableBy(statement: Statement, named: readonly Actor[], reader: Reader): Findable[] {
  const stems = new Set<string>();
  const found: Findable[] = [];
  const take = (word: Word, count: number) => {
    if (stems.has(word.stem)) return;
    stems.add(word.stem);
    found.push({ word, count });
  };
  eachTextOf(statement, named, reader, (source, text) => {
    for (const word of reader.read(text).keys) take(word, counts[source]);
  });
  for (const word of reader.asked.get(statement.id) ?? []) if (isKey(word)) take(word, counts.context);
  return found;
}

/** What counts most comes first. */
function eachTextOf(
  statement: Statement,
  named: readonly Actor[],
  reader: Reader,
  take: (source: Source, text: string) => void,
) {
  take('sentence', statement.what);
  if (statement.when) take('date', dateWords(statement.when));
  for (const actor of new Set([...named, ...actorsOf(statement)]))
    for (const words of wordsAbout(actor)) take('name', words);
  for (const field of fieldsOf(statement)) take('field', field);
  if (statement.kind === 'position') take('kind', stanceWords[statement.stance]);
  if (statement.kind === 'event') take('kind', statusWords[statement.status]);
  for (const { first, last = '' } of statement.evidence) {
    take('passage', first);
    take('passage', last);
  }
  for (const text of contextOf(statement, reader)) take('context', text);
}

function fieldsOf(statement: Statement): string[] {
  const event = statement.kind === 'event' ? [statement.short ?? '', statement.where ?? ''] : [];
  // An editor's id names the matter, too: `door-forced`.
  return [...event, statement.stated ?? '', statement.id.replaceAll(/[/-]/g, ' ')];
}

/** What a position is about; what the sources give as an event's cause. */
function contextOf(statement: Statement, { story, byId }: Reader): string[] {
  if (statement.kind === 'fact') return [];
  const textOf = (id: string): string[] => {
    const question = story.openQuestions.find((each) => each.id === id);
    const other = byId.get(id);
    return [...(question ? [question.asks] : []), ...(other ? [other.what, headlineOf(other)] : [])];
  };
  if (statement.kind === 'event') return statement.because.flatMap(textOf);
  const question = story.openQuestions.find(({ id }) => id === statement.on);
  return [...textOf(statement.on), ...(question?.about ?? []).flatMap(textOf)];
}

function headlineOf(statement: Statement): string {
  return statement.kind === 'event' ? (statement.short ?? '') : '';
}
