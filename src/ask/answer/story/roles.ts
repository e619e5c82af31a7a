/** Who does something in a question, and to whom it is done. */
import type { Actor } from '../../../story/index.ts';
import { irregularParticiples } from '../../words/participles.ts';
import { type Mention, placeOf } from './actors.ts';

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
