/** What a statement surely leaves open of what a question asks for, though it tells of the very deed or thing. */
import { months, type Statement, weekdays } from '../../../../story/index.ts';
import type { StoryIndex } from '../../story/story-index.ts';
import { figuresIn } from '../figures.ts';
import { tellsHour } from '../hours.ts';
import type { Reading } from '../reading.ts';
import { leavesContactOpen, leavesLawOpen, leavesMeaningOpen } from './detail.ts';
import { leavesMeasureOpen, leavesNameOpen, leavesPlaceOpen, leavesResultOpen, leavesWayOpen } from './measure.ts';
import { leavesWhoOpen } from './name.ts';
import { leavesNumberOpen, leavesTotalOpen } from './number.ts';
import { leavesDoerOpen, leavesPartyOpen, leavesVoiceOpen } from './party.ts';
import { leavesCauseOpen, leavesLeaderOpen, leavesReasonOpen } from './reason.ts';
import { leavesCountOpen, leavesWhichOpen } from './thing.ts';
import {
  leavesBeforeOpen,
  leavesDoneOpen,
  leavesEndOpen,
  leavesPlanOpen,
  leavesReturnOpen,
  leavesSinceOpen,
} from './time.ts';

export { leavesWayOpen };

/**
 * Whether it does not tell who did it, to whom, who that is, which one it was, how many they were, how old, how far, what it is
 * called, what it showed, how to reach somebody, by which law, what a word means, where in a country, where to, why, under whose command, until when, what is planned, at what hour, for
 * what sum, or who else.
 */
export function leavesOpen(index: StoryIndex, statement: Statement, reading: Reading): boolean {
  const isOpen = [
    leavesDoerOpen,
    leavesPartyOpen,
    leavesVoiceOpen,
    leavesWhichOpen,
    leavesCountOpen,
    leavesMeasureOpen,
    leavesNameOpen,
    leavesWhoOpen,
    leavesResultOpen,
    leavesContactOpen,
    leavesLawOpen,
    leavesMeaningOpen,
    leavesWayOpen,
    leavesPlaceOpen,
    leavesReasonOpen,
    leavesCauseOpen,
    leavesLeaderOpen,
    leavesEndOpen,
    leavesReturnOpen,
    leavesSinceOpen,
    leavesPlanOpen,
    leavesBeforeOpen,
    leavesDoneOpen,
    leavesTotalOpen,
    leavesNumberOpen,
    lacksHour,
    lacksDay,
    lacksSum,
    lacksOther,
    lacksCase,
  ];
  return isOpen.some((each) => each(index, statement, reading));
}

/** “At what time did the drones strike?”, of what has a day alone. */
function lacksHour(_: unknown, statement: Statement, { question }: Reading): boolean {
  return hourAskedForm.test(question) && !tellsHour(statement) && !clockForm.test(statement.what);
}

/** “Within what time?” asks for a while. */
const hourAskedForm =
  /\bat (?:what|which) (?:time|hour)\b|^\W*(?:and |so |but )?what time (?:did|was|were|is|does|do|will)\b/i;
const clockForm =
  /\b(?:at|by|until|till|from|past|before|after) (?:(?:half|quarter) (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b|\btide\b/i;

/** “In which month?”, of what has a year alone. */
function lacksDay(_: unknown, { what, when }: Statement, { question }: Reading): boolean {
  const [, asked = ''] = dayAskedForm.exec(question) ?? [];
  if (asked === '' || !when || monthForm.test(what)) return false;
  const moments = when.flatMap((span) => (span.kind === 'moment' ? [span.at] : [span.from, span.to])).filter(Boolean);
  const coarse = asked.toLowerCase() === 'month' ? ['year'] : ['year', 'month'];
  return moments.length > 0 && moments.every((moment) => coarse.includes(moment?.precision ?? ''));
}

const dayAskedForm = /\b(?:on|in) (?:which|what) (?:exact )?(month|day|date)\b/i;
const monthForm = new RegExp(`\\d (?:${months.join('|')})|(?:${months.join('|')}) \\d|\\b(?:${weekdays.join('|')})\\b`);

/** “What fee will be charged?”, of what has no amount of anything. */
function lacksSum(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return sumAskedForm.test(question) && !/\d{4}|\d,\d{3}/.test(what) && !figuresIn(what).some(isAmount);
}

const isAmount = ({ kind }: { readonly kind: string }) => kind === 'money' || kind === 'count';
const sumAskedForm =
  /\b(?:what|which) (?:\p{L}+ )?(?:sum|fee|price|salary|fine|wage|rent|ransom|reward)s?\b|\bhow much money\b/iu;

/** “What happens if they do not leave?”, of what tells of no case that may come. */
function lacksCase(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return caseAskedForm.test(question) && !caseForm.test(what);
}

const caseAskedForm =
  /\bwhat (?:(?:happens|happened|will happen|would happen|is going to happen|would have happened)\b.*\bif|if)\b/i;
const caseForm =
  /\b(?:if|unless|otherwise|or else|should|would|could|may|might|face[sd]?|threaten\p{L}*|warn\p{L}*|in case|vow\p{L}*)\b/iu;

/** “Who else lodged a complaint?”, asked by itself, of what tells of one alone. */
function lacksOther(_: unknown, { what }: Statement, { question, last }: Reading): boolean {
  return last.length === 0 && elseForm.test(question) && !othersForm.test(what);
}

const elseForm = /\b(?:who|what|where) else\b/i;
const othersForm = /\b(?:also|too|else|an?other|others?|as well|and|both|besides|,)\b/i;
