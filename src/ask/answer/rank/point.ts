/** The short answer: the part of a statement that the question asked for, taken from its fields or its words. */
import {
  type Actor,
  type Event,
  type OpenQuestion,
  type Statement,
  statusOf,
  type When,
} from '../../../story/index.ts';
import { lemmaOf } from '../../words/related.ts';
import { wordsOf } from '../../words/words.ts';
import type { Analysis } from '../question/analyse.ts';
import type { Mention } from '../story/actors.ts';
import { isDenialOrSilence, speakerOf } from '../story/doers.ts';
import { figureFor, negatedForm } from './asked-figure.ts';
import { dayPointOf } from './day-point.ts';

/** Of a plan, and of one that was called off, that is said. */
interface Planned {
  readonly status?: 'planned' | 'called off';
}

export type Point =
  | ({ readonly kind: 'day'; readonly when: When } & Planned)
  | ({ readonly kind: 'place'; readonly text: string } & Planned)
  /** When it was reported, where nothing tells when it was. */
  | { readonly kind: 'reported'; readonly statement: Statement }
  | { readonly kind: 'figure' | 'hour'; readonly text: string }
  | { readonly kind: 'instant'; readonly when: When }
  | { readonly kind: 'actors'; readonly actors: readonly Actor[] }
  /** Who somebody is. */
  | { readonly kind: 'role'; readonly actor: Actor }
  | { readonly kind: 'sides'; readonly question: OpenQuestion };

/** Nothing where the statement itself is the shortest answer. */
export function pointOf(
  asked: Analysis,
  statement: Statement,
  contested: OpenQuestion | undefined,
  mentions: readonly Mention[],
): Point | undefined {
  if (contested && asked.for === 'whether') return { kind: 'sides', question: contested };
  switch (asked.for) {
    case 'when':
      return dayPointOf(statement, asked);
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

/** Of a question that asks who somebody is, what the story says they are. */
function whoIs({ words }: Analysis, mentions: readonly Mention[]): Point | undefined {
  const [only, another] = mentions;
  const named = new Set(only?.words.map(({ stem }) => stem));
  const isAsked = only && !another && words.every(({ word, share }) => named.has(word.stem) || share < 0.5);
  return isAsked && only.actor.role !== undefined ? { kind: 'role', actor: only.actor } : undefined;
}

/**
 * Who did it, or where that was asked for, who said it; whoever the question names already is asked about, not asked for.
 * Nobody where it is asked to whom it was done.
 */
function whoIn(statement: Statement, asked: Analysis, mentions: readonly Mention[]): Point | undefined {
  if (asked.isUndergoing) return undefined;
  const named = new Set(mentions.map(({ actor }) => actor.id));
  const speaker = saysWhatIsAsked(statement, asked) ? speakerOf(statement) : undefined;
  if (speaker && !named.has(speaker.id)) return { kind: 'actors', actors: [speaker] };
  if (statement.kind !== 'event' || asksOnlyWhoSays(asked) || isOff(statement, asked)) return undefined;
  if (negatedForm.test(statement.what) || isOthers(statement, asked)) return undefined;
  const actors = statement.who.filter((who) => who !== 'not stated').filter(({ id }) => !named.has(id));
  return actors.length > 0 ? { kind: 'actors', actors } : undefined;
}

/** Nobody came to what was called off, though somebody had planned it. */
function isOff(event: Event, { words }: Analysis): boolean {
  return statusOf(event) === 'called off' && !words.some(({ word }) => planForm.test(word.text));
}

const planForm = /^(?:plan|organi[sz]|schedul|prepar|arrang|intend|want|propos|announc)/;

/** “Who says so?” */
function asksOnlyWhoSays({ isClaim, words }: Analysis): boolean {
  return isClaim && words.every(({ share }) => share < 0.5);
}

/** Where another clause begins, with a doer of its own. */
const asideForm = /(?:\b(?:after|before|who|which|because|while|until|since|when|although|to|with|for|that)\b|“).*/;

/** Whether it is asked who says so, and the statement does; who denies it is named only where that is asked. */
function saysWhatIsAsked(statement: Statement, { isSaying, isClaim, words }: Analysis): boolean {
  if (!isSaying && !isClaim) return false;
  return !isDenialOrSilence(statement) || words.some(({ word }) => againstForm.test(word.text));
}

const againstForm = /^(?:den|reject|doubt|disput|declin|refus|disagree|contradict|oppos|against)/;

/** Whether somebody else did what is asked about: it stands in another clause alone, or called off what these had planned. */
function isOthers(event: Event, { words, isCallingOff }: Analysis): boolean {
  if (isCallingOff && statusOf(event) === 'called off') return true;
  const main = lemmasIn(event.what.replace(asideForm, ''));
  const aside = lemmasIn(asideForm.exec(event.what)?.[0] ?? '');
  // The first word behind "who" is what was done.
  const first = words.find(({ share }) => share === 1);
  const lemma = lemmaOf(first?.word.text ?? '');
  return aside.has(lemma) && !main.has(lemma);
}

function lemmasIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map((word) => lemmaOf(word.text)));
}
