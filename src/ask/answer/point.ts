/** The short answer: the part of a statement that the question asked for, taken from its fields or its words. */
import { type Actor, type Event, type OpenQuestion, type Statement, statusOf, type When } from '../../story/index.ts';
import { lemmaOf } from '../related.ts';
import { wordsOf } from '../words.ts';
import type { Mention } from './actors.ts';
import type { Asked } from './analyse.ts';
import { figureFor } from './fit.ts';
import { speakerOf } from './statement-words.ts';

export type Point =
  /** Of a plan, and of one that was called off, that is said. */
  | { readonly kind: 'day'; readonly when: When; readonly status?: 'planned' | 'called off' }
  /** When it was reported, where nothing tells when it was. */
  | { readonly kind: 'reported'; readonly statement: Statement }
  | { readonly kind: 'place' | 'figure'; readonly text: string }
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
      return dayOf(statement, asked);
    case 'where':
      return statement.kind === 'event' && statement.where !== undefined && !asked.isWay
        ? { kind: 'place', text: statement.where }
        : undefined;
    case 'who':
      return whoIs(asked, mentions) ?? whoIn(statement, asked, mentions);
    case 'how many':
    case 'how long': {
      const figure = figureFor(statement, asked);
      return figure && { kind: 'figure', text: figure.text };
    }
    default:
      return undefined;
  }
}

/** The day of an event; of a position only where it is asked when that was said. */
function dayOf(statement: Statement, { isSaying, words }: Asked): Point | undefined {
  if (statement.kind === 'event') {
    const status = statusOf(statement);
    return { kind: 'day', when: statement.when, ...(status !== 'happened' && { status }) };
  }
  if (statement.kind === 'fact') return statement.when && { kind: 'day', when: statement.when };
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
  if (asked.isUndergoing || (statement.kind === 'event' && isOthers(statement, asked))) return undefined;
  const named = new Set(mentions.map(({ actor }) => actor.id));
  const speaker = asked.isSaying || asked.isClaim ? speakerOf(statement) : undefined;
  const doers =
    statement.kind === 'event' ? statement.who.filter((who) => who !== 'not stated') : speaker ? [speaker] : [];
  const actors = doers.filter(({ id }) => !named.has(id));
  return actors.length > 0 ? { kind: 'actors', actors } : undefined;
}

/** Where another clause begins, with a doer of its own. */
const asideForm = /\b(?:after|before|who|which|because|while|until|since|when|although)\b.*/;

/** Whether somebody else did what is asked about: it stands in another clause alone, or called off what these had planned. */
function isOthers(event: Event, { words, isCallingOff }: Asked): boolean {
  if (isCallingOff && statusOf(event) === 'called off') return true;
  const lemmasIn = (text: string) => new Set(wordsOf(text).map((word) => lemmaOf(word.text)));
  const main = lemmasIn(event.what.replace(asideForm, ''));
  const aside = lemmasIn(asideForm.exec(event.what)?.[0] ?? '');
  return words.some(({ word, share }) => {
    const lemma = lemmaOf(word.text);
    return share === 1 && aside.has(lemma) && !main.has(lemma);
  });
}
