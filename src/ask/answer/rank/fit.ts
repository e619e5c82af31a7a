/** How well a statement fits what is asked for, whatever its words: a day for "when", a figure for "how many". */
import { isAgainst, months, type Statement, statusOf, weekdays } from '../../../story/index.ts';
import type { AskedFor } from '../question/question-forms.ts';
import { isVoiceOf } from '../story/actors.ts';
import { actorsOf, speakerOf } from '../story/doers.ts';
import { fitOfFigures } from './asked-figure.ts';
import { figuresIn } from './figures.ts';
import { tellsHour } from './hours.ts';
import type { Reading } from './reading.ts';

/** A question, and whom it names. */
type Named = Pick<Reading, 'asked' | 'mentions'>;

/** Whether its own sentence gives a reason. */
export function givesReason({ what }: Statement): boolean {
  return reasonForm.test(what);
}

/** Whether its own sentence names a day or a year. */
export function isDated({ what }: Statement): boolean {
  return datedForm.test(what);
}

/** Above 0 where it fits, below where it does not: what is added to the share of the question that it has. */
export function fitOf(statement: Statement, reading: Named): number {
  const { asked } = reading;
  const isPlan = statement.kind === 'event' && statusOf(statement) !== 'happened';
  const hasBeen = asked.isFuture && statement.kind === 'event' && !tellsOfFuture(statement);
  return (
    fits[asked.for](statement, reading) -
    (statement.withdrawn === undefined ? 0 : 0.1) -
    (asked.isPast && isPlan ? planForPast : 0) -
    (hasBeen ? pastForPlan : 0)
  );
}

/** A plan does not tell what has been. */
const planForPast = 0.12;
/** What has been does not tell what will be. */
const pastForPlan = 0.12;
const toComeForm =
  /\b(?:will|would|(?:is|are|was|were) to|plans?|planned|expects?|expected|intends?|next|until|could|by the end)\b/i;

/** Whether it is a plan, or its sentence tells of what is to come. */
export function tellsOfFuture(statement: Statement): boolean {
  return toComeForm.test(statement.what) || (statement.kind === 'event' && statusOf(statement) !== 'happened');
}

const fits: Readonly<Record<AskedFor, (statement: Statement, reading: Named) => number>> = {
  when: fitsDay,
  where: fitsPlace,
  who: fitsDoer,
  'how many': ({ what }, { asked }) => fitOfFigures(what, asked),
  'how long': (statement) =>
    figuresIn(statement.what).some(({ kind }) => kind === 'time')
      ? 0.25
      : durationForm.test(statement.what)
        ? 0.05
        : -0.45,
  why: (statement) =>
    (statement.kind === 'event' && statement.because.length > 0) || givesReason(statement)
      ? 0.15
      : statement.kind === 'position'
        ? -0.3
        : -0.2,
  words: fitsSpeaker,
  whether: (statement) => (statement.kind === 'position' ? 0.04 : 0),
  overview: (statement) => (statement.kind === 'event' ? 0.1 : 0),
  what: ({ kind }, { asked }) => (asked.isHappening ? (kind === 'event' ? 0.15 : -0.1) : 0),
};

const datedForm = new RegExp(
  `\\b(?:1[5-9]|20)\\d\\d\\b|\\b(?:${[...months, ...weekdays].join('|')}|yesterday|today|overnight|noon|midnight)\\b`,
);
const liesForm = /\b(?:lies|lie|lay|located|situated|stands?|stood|sits|based|is (?:in|on|at|near))\b/i;
const goneForm =
  /\b(?:gone|went|left (?:from|for)|headed|heading|on (?:their|his|her|its) way|moved to|fled|returned to|travell?ed)\b/i;
const placeForm =
  /\b(?:in|at|near|from|to|off|on|around|outside|inside|into|towards?)\s+(?:the\s+)?(?:\p{Ll}+\s+){0,2}\p{Lu}|\b(?:center|centre|north|south|east|west|capital|coast|offices?|building|airport)\b/u;
const nameForm = /(?<!^)\p{Lu}\p{L}+/u;
const durationForm = /\b(?:since|until|from .+ to|between .+ and|temporarily|overnight)\b/i;
const reasonForm =
  /\b(?:because|due to|owing to|reasons?|caused?|blame[ds]?|since|so that|in order to|(?<!\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|long) )after|over(?! (?:a (?:length|distance)|\d|the (?:weekend|last|past|next|river|border|course)))|thanks to|result(?:ed)?|led to|as a result|in response|for fear|attribute[ds]?|put .+ down to|in protest)\b/i;

/** A day is asked of what happened, unless somebody is named who said it, or a plan. */
function fitsDay(statement: Statement, { asked, mentions }: Named): number {
  if (asked.isClock && !tellsHour(statement)) return -0.45;
  if (statement.kind === 'event') return 0.2;
  if (statement.kind === 'fact') return datedForm.test(statement.what) ? 0.05 : -0.3;
  const speaks = mentions.some(({ actor }) => isVoiceOf(statement.actor, actor));
  if (!speaks) return -0.2;
  return statement.when ? 0.1 : -0.05;
}

/** "Who says that" asks for those who assert it. */
function fitsDoer(statement: Statement, { asked: { isClaim, isName, isCallingOff } }: Named): number {
  // Who planned it did not call it off.
  if (isCallingOff && statement.kind === 'event' && statusOf(statement) === 'called off') return -0.35;
  if (isName && !nameForm.test(statement.what)) return -0.35;
  if (isClaim && statement.kind === 'position') return isAgainst(statement) ? -0.15 : 0.12;
  return actorsOf(statement).length > 0 ? 0.06 : nameForm.test(statement.what) ? 0 : -0.15;
}

/** A sentence that says where something lies answers "where is"; where something happened is what its event tells. */
function fitsPlace(statement: Statement, { asked: { isStanding } }: Named): number {
  if (liesForm.test(statement.what)) return isStanding ? 0.3 : 0.1;
  if (goneForm.test(statement.what)) return 0.12;
  if (statement.kind === 'event' && statement.where !== undefined) return isStanding ? -0.05 : 0.08;
  return placeForm.test(statement.what) ? 0.05 : -0.2;
}

/** Their own words, or those of who speaks for them. */
function fitsSpeaker(statement: Statement, { mentions }: Named): number {
  const speaker = speakerOf(statement);
  if (!speaker) return -0.2;
  if (mentions.length === 0) return 0.1;
  return mentions.some(({ actor }) => isVoiceOf(speaker, actor)) ? 0.25 : -0.35;
}
