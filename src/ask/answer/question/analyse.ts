/** What a question asks for: a day, a number, a doer, a cause, somebody's words, or whether something is so. */
import type { Word } from '../../words/words.ts';
import { type AskedFor, featuresOf, kindOf, type Overview, overviewIn } from './question-forms.ts';
import { askingWordsOf, type ContentWord, countedIn } from './question-words.ts';

/** A question, as its own words tell what it asks for. */
export interface Analysis {
  readonly for: AskedFor;
  /** The content words, each with how much of its weight counts: words such as "year" behind "what" ask and do not describe. */
  readonly words: readonly ContentWord[];
  /** Behind "how many" or "how much": what is counted. */
  readonly counted: readonly Word[];
  readonly isMoney: boolean;
  /** It asks for a percentage. */
  readonly isShare: boolean;
  /** It asks how often. */
  readonly isOften: boolean;
  /** It asks for a figure of each. */
  readonly isEach: boolean;
  readonly isAge: boolean;
  /** "Where is it?" and not "where did it happen?" */
  readonly isStanding: boolean;
  /** "Where did they come from?" and not "where did it happen?" */
  readonly isWay: boolean;
  /** "When were they told to leave?" and not "when did they leave?" */
  readonly isBidden: boolean;
  readonly isCallingOff: boolean;
  /** "Who says that?" and not "who did it?" */
  readonly isClaim: boolean;
  /** "Who was expelled?" and not "who expelled them?" */
  readonly isUndergoing: boolean;
  /** It asks for what somebody said or thinks. */
  readonly isSaying: boolean;
  /** "What is the name of it?" */
  readonly isName: boolean;
  /** "What happened there?" */
  readonly isHappening: boolean;
  /** Of what has been, not of what will be. */
  readonly isPast: boolean;
  /** Of what will be, not of what has been. */
  readonly isFuture: boolean;
  /** How things stand now, not how they came about. */
  readonly isNow: boolean;
  /** It says that something is not so, beyond its first word. */
  readonly isNegated: boolean;
  /** The day of the week. */
  readonly isWeekday: boolean;
  /** The time of day. */
  readonly isClock: boolean;
  /** Which overview, where one is asked for. */
  readonly overview?: Overview;
}

/** What kind of thing is asked for; takes half the time of reading all of a question. */
export type Kind = Omit<Analysis, 'words' | 'counted' | 'overview'>;

/** What kind of thing a question asks for. */
export function kindAsked(question: string): Kind {
  return kindIn(plainOf(question));
}

function kindIn(plain: string): Kind {
  return { for: kindOf(plain), ...featuresOf(plain) };
}

function plainOf(question: string): string {
  return question
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a question. */
export function analyse(question: string): Analysis {
  const plain = plainOf(question);
  const kind = kindIn(plain);
  const overview = kind.for === 'overview' ? overviewIn(plain) : undefined;
  return {
    ...kind,
    ...(overview && { overview }),
    words: askingWordsOf(question, kind.for),
    counted: kind.for === 'how many' ? countedIn(question) : [],
  };
}
