/** Whether a time is told without what is asked of it: until when it was, or what has been or is to come since. */
import type { Statement } from '../../../../story/index.ts';
import { tellsOfFuture } from '../fit.ts';
import { hasEnd } from '../follow-up.ts';
import type { Reading } from '../reading.ts';

/** “Until when is the road closed?”, of what tells no end; behind an answer “until when?” by itself is told what there is. */
export function leavesEndOpen(_: unknown, statement: Statement, { question, leaning }: Reading): boolean {
  if (leaning === 2 || statement.kind === 'position' || !untilWhenForm.test(question) || hasEnd(statement))
    return false;
  return ![statement.what, statement.stated ?? ''].some((text) => endForm.test(text));
}

const untilWhenForm = /\b(?:until|till) (?:when|(?:what|which) \p{L}+)\b/iu;
const endForm =
  /\b(?:until|till|(?<!-)by|through (?=\p{L}|\d)|to \d|end(?:s|ed)?|(?:for|within|in) (?:\p{L}+ )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|an?)|\d+ (?:hours|days|weeks|months|years))\b|\d{4}/iu;

/** “When did everything work again?”, of what tells of a closure or an outage alone. */
export function leavesReturnOpen(_: unknown, { what }: Statement, { question, asked }: Reading): boolean {
  if (asked.for !== 'when' || !againAskedForm.test(question) || remindForm.test(question)) return false;
  return outageForm.test(what) && !againForm.test(what);
}

/** “When was the attack again?” asks to be reminded. */
const remindForm =
  /\b(?:was|is|were|are) (?:it|that|this|the (?:\p{L}+ )?(?!open|free|back|clear|safe)\p{L}+) again\W*$/iu;

const againAskedForm = /\b(?:again|(?:up|back) and running|back (?:online|up|to normal)|restored|reopen(?:s|ed)?)\b/i;
const outageForm =
  /\b(?:clos(?:e|es|ed|ure)|shut|stopp?(?:ed|s)?|suspend(?:s|ed)?|(?:took|taken|went|gone|shut|broke|broken) down|fail(?:s|ed)?|block(?:s|ed)?|interrupt(?:s|ed)?|cut off)\b/i;
const againForm =
  /\b(?:again|back|once more|re-?(?:open|start|sum|stor|turn)\p{L}*|normal|lifted|until|will|open(?:s|ed)?|start(?:s|ed)?)\b/iu;

/** “How many have gone home since?”, of what happened before. */
export function leavesSinceOpen(_: unknown, { kind, what }: Statement, { question }: Reading): boolean {
  return kind === 'event' && sinceAskedForm.test(question) && !sinceForm.test(what);
}

const sinceAskedForm =
  /\bhow (?:many|much)\b.* (?:(?:has|have)\b.* (?:since|so far|by now)|(?:is|are) still (?:there|here|living|alive))\W*$/i;
const sinceForm = /\b(?:still|remain\p{L}*|now|since|so far|already|by then)\b/iu;

/** “How do they plan to answer?”, of what tells of nothing to come. */
export function leavesPlanOpen(_: unknown, statement: Statement, { question }: Reading): boolean {
  return planAskedForm.test(question) && !tellsOfFuture(statement) && !vowForm.test(statement.what);
}

const planAskedForm =
  /^\W*(?:(?:and|so|but) )?(?:how|what|when|where|who) (?:do|does|is|are) (?:\p{L}+ ){1,4}(?:plan|planning|intend|intending|going) to\b/iu;
const vowForm = /\b(?:vow|threaten|promis|pledg|announc|want|intend|hop(?:es|ed|ing)|may|might|aim)/i;

/** “Where had the squad been before that?”, of an event that tells of no place from which somebody came. */
export function leavesBeforeOpen(_: unknown, { kind, what }: Statement, { question }: Reading): boolean {
  return kind === 'event' && whereBeforeForm.test(question) && !fromForm.test(what);
}

const whereBeforeForm = /^\W*(?:(?:and|so|but) )?where (?:had|were|was|did)\b.*\b(?:before|previously|beforehand)\b/i;
const fromForm = /\bfrom\b|\bleft (?:the )?\p{Lu}|\bformer|\bhad (?:been|lived|worked|stood|stayed|served)\b/u;

/** “Have they hit back yet?”, of what tells only that they vowed to. */
export function leavesDoneOpen(_: unknown, { what }: Statement, { question }: Reading): boolean {
  return alreadyForm.test(question) && promisedForm.test(what);
}

const alreadyForm = /^\W*(?:(?:and|so|but) )?(?:has|have)\b.*\balready\b/i;
const promisedForm = /\b(?:vow|pledg|promis|threaten)(?:s|es|ed|ing)\b/i;
