/** The short answer: the part of a statement that the question asked for, taken from its fields or its words. */
import { type Actor, type Event, type OpenQuestion, type Statement, statusOf, type When } from '../../story/index.ts';
import { lemmaOf } from '../related.ts';
import { wordsOf } from '../words.ts';
import type { Mention } from './actors.ts';
import type { Asked } from './analyse.ts';
import { figureFor, negatedForm } from './asked-figure.ts';
import { isDated } from './fit.ts';
import { hourBeside, isInstant } from './hours.ts';
import { isDenialOrSilence, speakerOf } from './statement-words.ts';

export type Point =
  /** Of a plan, and of one that was called off, that is said. */
  | { readonly kind: 'day'; readonly when: When; readonly status?: 'planned' | 'called off' }
  /** When it was reported, where nothing tells when it was. */
  | { readonly kind: 'reported'; readonly statement: Statement }
  | { readonly kind: 'place' | 'figure' | 'hour'; readonly text: string }
  | { readonly kind: 'actors'; readonly actors: readonly Actor[] }
  /** Who somebody is. */
  | { readonly kind: 'role'; readonly actor: Actor }
  | { readonly kind: 'sides'; readonly question: OpenQuestion };

/** Nothing where the statement itself is the shortest answer. */
export function pointOf(
  asked: Asked,
  statement: Statement,
  contested: OpenQuestion | undefined,
  mentions: readonly Mention[],
): Point | undefined {
  if (contested && asked.for === 'whether') return { kind: 'sides', question: contested };
  switch (asked.for) {
    case 'when':
      return asked.isClock ? hourOf(statement) : dayOf(statement, asked);
    case 'where':
      return statement.kind === 'event' &&
        statement.where !== undefined &&
        !asked.isWay &&
        statusOf(statement) === 'happened'
        ? { kind: 'place', text: statement.where }
        : undefined;
    case 'who':
      return whoIs(asked, mentions) ?? whoIn(statement, asked, mentions);
    case 'how many':
    case 'how long': {
      // One side's figure is no answer.
      const figure = contested ? undefined : figureFor(statement, asked);
      return figure && { kind: 'figure', text: figure.text };
    }
    default:
      return undefined;
  }
}

/** The hour by itself only where the sentence does not tell it. */
function hourOf(statement: Statement): Point | undefined {
  if (isInstant(statement) && statement.when) return { kind: 'day', when: statement.when };
  const text = hourBeside(statement);
  return text === undefined ? undefined : { kind: 'hour', text };
}

/** The day of an event; of a position only where it is asked when that was said. */
function dayOf(statement: Statement, asked: Asked): Point | undefined {
  const { isSaying, words } = asked;
  if (statement.kind === 'event') {
    const status = statusOf(statement);
    if (status === 'happened' && isOnlyToBe(statement, asked)) return undefined;
    return { kind: 'day', when: statement.when, ...(status !== 'happened' && { status }) };
  }
  // A day in the sentence itself is another one.
  if (statement.kind === 'fact')
    return statement.when && !isDated(statement) ? { kind: 'day', when: statement.when } : undefined;
  if (!isSaying && words.some(({ share }) => share === 1)) return undefined;
  return statement.when ? { kind: 'day', when: statement.when } : { kind: 'reported', statement };
}

/** Of a question that asks who somebody is, what the story says they are. */
function whoIs({ words }: Asked, mentions: readonly Mention[]): Point | undefined {
  const [only, another] = mentions;
  const named = new Set(only?.words.map(({ stem }) => stem));
  const isAsked = only && !another && words.every(({ word, share }) => named.has(word.stem) || share < 0.5);
  return isAsked && only.actor.role !== undefined ? { kind: 'role', actor: only.actor } : undefined;
}

/**
 * Who did it, or where that was asked for, who said it; whoever the question names already is asked about, not asked for.
 * Nobody where it is asked to whom it was done.
 */
function whoIn(statement: Statement, asked: Asked, mentions: readonly Mention[]): Point | undefined {
  if (asked.isUndergoing || negatedForm.test(statement.what)) return undefined;
  if (statement.kind === 'event' && isOthers(statement, asked)) return undefined;
  const named = new Set(mentions.map(({ actor }) => actor.id));
  const speaker = saysWhatIsAsked(statement, asked) ? speakerOf(statement) : undefined;
  const doers =
    statement.kind === 'event' ? statement.who.filter((who) => who !== 'not stated') : speaker ? [speaker] : [];
  const actors = doers.filter(({ id }) => !named.has(id));
  return actors.length > 0 ? { kind: 'actors', actors } : undefined;
}

/** Where another clause begins, with a doer of its own. */
const asideForm = /(?:\b(?:after|before|who|which|because|while|until|since|when|although|to|with|for|that)\b|“).*/;

/** Whether it is asked who says so, and the statement does; who denies it is named only where that is asked. */
function saysWhatIsAsked(statement: Statement, { isSaying, isClaim, words }: Asked): boolean {
  if (!isSaying && !isClaim) return false;
  return !isDenialOrSilence(statement) || words.some(({ word }) => againstForm.test(word.text));
}

const againstForm = /^(?:den|reject|doubt|disput|declin|refus|disagree|contradict|oppos|against)/;

/** Whether somebody else did what is asked about: it stands in another clause alone, or called off what these had planned. */
function isOthers(event: Event, { words, isCallingOff }: Asked): boolean {
  if (isCallingOff && statusOf(event) === 'called off') return true;
  const main = lemmasIn(event.what.replace(asideForm, ''));
  const aside = lemmasIn(asideForm.exec(event.what)?.[0] ?? '');
  // The first word behind "who" is what was done.
  const first = words.find(({ share }) => share === 1);
  const lemma = lemmaOf(first?.word.text ?? '');
  return aside.has(lemma) && !main.has(lemma);
}

/** Whether what was done is in the sentence only as what somebody was to do: the day of an order to leave is not that of leaving. */
function isOnlyToBe({ what }: Event, { isBidden, words }: Asked): boolean {
  const done = lemmaOf(words.at(-1)?.word.text ?? '');
  const toBe = lemmasIn([...what.matchAll(/\bto \p{L}+/gu)].join(' '));
  return !isBidden && toBe.has(done) && !lemmasIn(what.replace(/\bto \p{L}+/gu, '')).has(done);
}

function lemmasIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map((word) => lemmaOf(word.text)));
}
