/** Who does something and to whom it is done, in a question and in a statement: "did Iran expel Albanians?" is not told by "Albania expelled Iranians". */
import type { Actor, Position, Statement } from '../../../story/index.ts';
import { irregularParticiples } from '../../words/participles.ts';
import { isVoiceOf, type Mention, placeOf } from '../story/actors.ts';
import { actorsOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import type { Reading } from './reading.ts';

/** Of those whom a question names. */
export interface Roles {
  readonly doer?: Actor;
  readonly undergoer?: Actor;
}

const article = '(?:the |an? )?';
/** What stands before a doer: "did", "will"; a form of "be" where no participle follows. */
const actingForm = new RegExp(`\\b(?:did|does|do|has|have|had|will|would|can|could|should|may|might|must) ${article}$`);
const beingForm = new RegExp(`\\b(?:is|are|was|were) ${article}$`);
const passiveForm = /^ (?:\p{L}+ ){0,3}(?:been|being|be|get|got|gotten) (?!\p{L}+ing\b)\p{L}/u;
const participleForm = new RegExp(`^ (?:\\p{L}+ ){0,3}(?:\\p{L}{2,}ed|${irregularParticiples})\\b`, 'u');
const byForm = new RegExp(`\\bby ${article}$`);
/** "Who sued the firm?", and not "who does the firm sue?" */
const whoActsForm = new RegExp(
  `^(?:and |but |so )?who(?: else| all)? (?!is |are |was |were |did |does |do |has |have |had |will |would )\\p{L}+ ${article}$`,
  'u',
);

/** Reads the roles of those whom a question names. */
export function rolesIn(question: string, mentions: readonly Mention[]): Roles {
  const plain = question.toLowerCase();
  let roles: Roles = {};
  for (const mention of mentions) {
    const { from, to } = standsAt(mention, plain);
    const [before, after] = [plain.slice(0, from), plain.slice(to)];
    // “Iran’s embassy” is not Iran.
    if (/^['’]/.test(after)) continue;
    const role = roleOf(before, after);
    if (role && !roles[role]) roles = { ...roles, [role]: mention.actor };
  }
  const [other, another] = mentions.filter(({ actor }) => actor !== roles.doer);
  if (roles.doer && !roles.undergoer && other && !another) return { ...roles, undergoer: other.actor };
  return roles;
}

/** Where somebody stands in a question: by name, else by pronoun. */
function standsAt(mention: Mention, plain: string): { readonly from: number; readonly to: number } {
  const pronoun = mention.words.length === 0 ? pronounForm.exec(plain) : null;
  return pronoun ? { from: pronoun.index, to: pronoun.index + pronoun[0].length } : placeOf(mention);
}

const pronounForm = /\b(?:he|him|she|her|they|them)\b/;

function roleOf(before: string, after: string): keyof Roles | undefined {
  if (byForm.test(before)) return 'doer';
  if (whoActsForm.test(before)) return 'undergoer';
  if (actingForm.test(before)) return passiveForm.test(after) ? 'undergoer' : 'doer';
  if (beingForm.test(before)) return participleForm.test(after) || passiveForm.test(after) ? 'undergoer' : 'doer';
  return undefined;
}

/**
 * 1 where who the question says does it does it here, -1 where it is somebody else, 0 where either is unknown.
 * @param doers those who do or say it in a statement @param named whom its sentence names, in its order
 */
export function doerFit(doers: readonly Actor[], [first]: readonly Actor[], { doer }: Roles): number {
  if (!doer || (doers.length === 0 && !first)) return 0;
  if (first && isVoiceOf(first, doer)) return 1;
  return doers.some((each) => isVoiceOf(each, doer)) ? 1 : -1;
}

/** 1 where it is done to whom the question says, -1 where that one does it. */
export function undergoerFit(doers: readonly Actor[], named: readonly Actor[], { undergoer }: Roles): number {
  if (!undergoer) return 0;
  if (doers.some((each) => isVoiceOf(each, undergoer))) return -1;
  return named.some((each) => isVoiceOf(each, undergoer)) ? 1 : 0;
}

/** “Albania is a member.” */
const stateForm = /^(?:\p{Lu}[\p{L}’'-]*\s)+(?:is|are|was|were)\b/u;

/**
 * Whether a statement surely tells of another doer than the question names: it says who did it, and does not name that one; or
 * it is a side of whether somebody did it to whom it is done in the question.
 */
export function isOfAnother(
  index: StoryIndex,
  statement: Statement,
  { asked, mentions, roles: { doer, undergoer } }: Pick<Reading, 'asked' | 'mentions' | 'roles'>,
): boolean {
  if (asked.isSaying) return false;
  if (statement.kind === 'position') return asked.for === 'whether' && isOfAccused(index, statement, undergoer);
  const isNamed = mentions.some(({ actor, words }) => actor === doer && words.length > 0);
  if (!doer || !isNamed) return false;
  const [doers, named] = [actorsOf(statement), index.namedIn(statement)];
  const isClear = statement.kind === 'event' ? doers.length > 0 : stateForm.test(statement.what);
  return isClear && doerFit(doers, named, { doer }) === -1 && !named.some((each) => isVoiceOf(each, doer));
}

/** Whether a position is a side of whether somebody did it who has it done to them here. */
function isOfAccused(index: StoryIndex, position: Position, undergoer: Actor | undefined): boolean {
  const matter = index.questionOf(position);
  const [accused] = matter ? index.namedInQuestion(matter) : [];
  return accused !== undefined && undergoer !== undefined && isVoiceOf(accused, undergoer);
}
