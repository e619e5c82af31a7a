/** What speaks for a statement as the answer to a question, and what against it: each sign a number of its own. */
import type { Statement } from '../../../story/index.ts';
import type { Hit } from '../../text/text-index.ts';
import type { AskedFor } from '../question/question-forms.ts';
import type { Asking } from '../question/question-words.ts';
import { isVoiceOf, type Mention } from '../story/actors.ts';
import { actorsOf } from '../story/statement-words.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Covered } from '../story/story-words.ts';
import { expectedBy, leastSame } from './editors-questions.ts';
import { fitOf, isDated } from './fit.ts';
import { nearness } from './follow-up.ts';
import type { Reading } from './reading.ts';
import { doerFit, undergoerFit } from './roles.ts';
import { nearly, Weighed } from './weighed.ts';

/** From 0 to 1, except `fit`, which is negative where the statement does not have what is asked for. */
export interface Signs {
  /** The part of the question's words, by weight, that it has, near in meaning or in its surroundings counting less. */
  readonly share: number;
  /** The part that it has in its own words. */
  readonly exact: number;
  /** The part of its own words that the question has. */
  readonly reverse: number;
  /** The part of its id that the question has. */
  readonly handle: number;
  /** How much it has of the question in all: half a 1 for one rare word. */
  readonly mass: number;
  readonly fit: number;
  /** 1 where it surely does not have what is asked for. */
  readonly unfit: number;
  /** How like the question an editor's or an open question is whose answer it is. */
  readonly expected: number;
  /** 1 where that question is the same but for a few letters. */
  readonly same: number;
  /** How surely its sentence answers as a text. */
  readonly text: number;
  /** 1 where its sentence answers best as a text; less by how far it is behind, down to 0. */
  readonly lead: number;
  /** The question names somebody or something that it does not have. */
  readonly strangeNames: number;
  readonly strangeNumbers: number;
  /** The heaviest of the question's words that it does not have, as a part of the question. */
  readonly missing: number;
  /** 1 where somebody whom the question names does or says it. */
  readonly actor: number;
  /** 1 where who does it in the question does it; -1 where it is somebody else. */
  readonly doer: number;
  /** 1 where it is done to the same as in the question; -1 where that one does it. */
  readonly undergoer: number;
  /** 1 where it has the opposite of one of the question's words. */
  readonly opposite: number;
  /** How near it is to what was last shown, where the question leans on that by a pronoun, or wholly. */
  readonly near: number;
  readonly nearWholly: number;
  /** The same where it leans on nothing; and the more so, the less it asks by itself ("which ear?"). */
  readonly nearby: number;
  readonly nearbyIfShort: number;
  /** The part of the question that the whole story does not have. */
  readonly unknown: number;
  /** 1 where little was asked that could tell one statement from another. */
  readonly vague: number;
}

export interface Signed extends Covered {
  /** Its sentence as a text; undefined where the question has no content word. */
  readonly text: Hit | undefined;
  readonly signs: Signs;
}

/** Every statement of the story with its signs, in the story's order. */
export function signStatements(index: StoryIndex, reading: Reading): Signed[] {
  const { question, asked } = reading;
  const hits = index.texts.rank(question, index.statements.length);
  const byText = new Map(hits.map((hit) => [hit.id, hit]));
  const most = hits[0]?.score ?? 0;
  const expected = expectedBy(reading.alike);
  const weighed = new Weighed(asked.words, (word) => index.words.weightOf(word));
  const covered = index.words.cover(asked.words, asked.for === 'whether');
  const anywhere = asked.words.map((_, n) => Math.max(0, ...covered.map(({ found }) => found[n] ?? 0)));
  const whole = { unknown: 1 - weighed.part(anywhere, nearly), vague: 1 / (1 + weighed.all) };
  return covered.map((each): Signed => {
    const text = byText.get(each.statement.id);
    const lead = text ? Math.max(0, 1 + (text.score - most) / far) : 0;
    const alike = expected.get(each.statement.id) ?? 0;
    const ofText = { text: text && lead >= inReach ? text.confidence : 0, lead };
    return {
      ...each,
      text,
      signs: {
        ...ofWords(index, each, reading, weighed, ofText),
        ...ofMatter(index, each, reading, alike, whole.vague),
        ...whole,
      },
    };
  });
}

/** What scores as much less than the best text as this is out of the question. */
const far = 6;
/** What does not lead by as much is not looked at for its confidence, which takes time. */
const inReach = 0.6;

/** As the sentence itself has it, in any form. */
const isOwn = (strength: number) => (strength >= 0.95 ? 1 : 0);
/** What the words of a question count that leans wholly on the last answer: they tell next to nothing. */
const wordsOfLeaning = 0.4;

/** Whether a statement has a day, a place or a doer of its own. */
function hasIts(statement: Statement, kind: AskedFor): boolean {
  if (kind === 'when') return statement.when !== undefined || isDated(statement);
  if (kind === 'where') return statement.kind === 'event' && statement.where !== undefined;
  return kind === 'who' && actorsOf(statement).length > 0;
}

type WordSigns =
  | 'share'
  | 'exact'
  | 'reverse'
  | 'handle'
  | 'mass'
  | 'text'
  | 'lead'
  | 'missing'
  | 'opposite'
  | 'strangeNames'
  | 'strangeNumbers';

function ofWords(
  index: StoryIndex,
  { statement, share, found }: Covered,
  { asked, mentions, leaning }: Reading,
  weighed: Weighed,
  { text, lead }: Pick<Signs, 'text' | 'lead'>,
): Pick<Signs, WordSigns> {
  const own = leaning === 2 ? wordsOfLeaning : 1;
  const turned = asked.words.some((asking, n) => (found[n] ?? 0) < 0.5 && index.words.hasOpposite(statement, asking));
  return {
    share: own * share,
    exact: own * weighed.part(found, isOwn),
    reverse: index.words.partOf(statement, weighed.stems),
    handle: index.words.handled(statement, asked.words),
    text: own * text,
    lead: own * lead,
    mass: own * weighed.mass(found),
    missing: weighed.heaviest(found),
    opposite: asked.for !== 'whether' && turned ? 1 : 0,
    ...strangersIn(index, asked.words, found, statement, mentions),
  };
}

/** How well what was last shown fits a question that asks no more than its day, doer or place. */
const itsOwn = 0.15;
/** A number asked of what has none, say. */
const surelyUnfit = -0.3;
/** What its actor has taken back since answers less. */
const superseded = 0.08;

function ofMatter(
  index: StoryIndex,
  { statement }: Covered,
  { question, asked, mentions, roles, leaning, last }: Reading,
  expected: number,
  vague: number,
): Omit<Signs, WordSigns | 'unknown' | 'vague'> {
  const near = last.length > 0 ? nearness(question, statement, last, index.story) : 0;
  const actors = actorsOf(statement);
  const named = index.namedIn(statement);
  // “When?” behind an answer asks for its own day.
  const asksForIts = leaning === 2 && near === 1 && hasIts(statement, asked.for);
  const fit = asksForIts ? itsOwn : fitOf(statement, { asked, mentions });
  return {
    fit: fit - (index.isSuperseded(statement) ? superseded : 0),
    unfit: fit <= surelyUnfit ? 1 : 0,
    expected,
    same: expected >= leastSame ? 1 : 0,
    actor: mentions.some(({ actor }) => actors.some((each) => isVoiceOf(each, actor))) ? 1 : 0,
    doer: doerFit(statement, named, roles),
    undergoer: undergoerFit(statement, named, roles),
    near: leaning === 1 ? near : 0,
    nearWholly: leaning === 2 ? near : 0,
    nearby: leaning === 0 ? near : 0,
    nearbyIfShort: leaning === 0 ? near * vague : 0,
  };
}

/** A word that is found so well is there. */
const present = 0.4;
const noStrangers = { strangeNames: 0, strangeNumbers: 0 };

/** Names and numbers of the question that the statement does not have: it is about somebody or something else. */
function strangersIn(
  index: StoryIndex,
  words: readonly Asking[],
  found: readonly number[],
  statement: Statement,
  mentions: readonly Mention[],
): Pick<Signs, 'strangeNames' | 'strangeNumbers'> {
  // Most words are neither names nor numbers.
  if (!words.some(({ word }, n) => (found[n] ?? 0) < present && (word.isCapital || /\d/.test(word.text))))
    return noStrangers;
  const acting = new Set(actorsOf(statement).map(({ id }) => id));
  const own = mentions.filter(({ actor }) => acting.has(actor.id)).flatMap((mention) => mention.words);
  const known = new Set(own.map(({ stem }) => stem));
  const strange = words.filter(({ word }, n) => (found[n] ?? 0) < present && !known.has(word.stem));
  const numbers = strange.filter(({ word }) => /\d/.test(word.text)).length;
  const names = strange.filter(
    ({ word }) => !word.isNumber && word.isCapital && word.at > 0 && !index.words.isTopic(word),
  ).length;
  return { strangeNames: Math.min(1, names / 2), strangeNumbers: Math.min(1, numbers) };
}
