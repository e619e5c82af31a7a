/** The rule of speakers: whose words a quotation is, and that the sentence names them. */

import { fold } from '../names.ts';
import type { Complain, Path } from '../problem.ts';
import { quotationsIn } from '../quotations.ts';
import type { Actor, Statement } from '../story.ts';

/** Every quotation has a speaker, and the sentence names them. */
export function checkSpeaker(statement: Statement, place: Path, complain: Complain) {
  if (statement.kind === 'position') {
    const { actor } = statement;
    if (actor.name !== '' && !names(statement.what, actor)) complain(place, notNamed(actor, 'actor'));
    return;
  }
  if (statement.by !== undefined && statement.by !== 'not stated' && !names(statement.what, statement.by)) {
    complain(place, notNamed(statement.by, 'by'));
  }
  if (statement.by === undefined && quotationsIn(statement.what).length > 0) {
    complain(place, 'whose words the quotation is, is missing: add `by` with an actor’s id, or `by: not stated`');
  }
}

function notNamed(actor: Actor, key: string): string {
  return `the sentence does not name its \`${key}\`, ${actor.name}; name them by name, role or another name`;
}

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a sentence names somebody: by name, last name, role or another name. */
export function names(sentence: string, actor: Actor): boolean {
  const within = ` ${fold(sentence)} `;
  const surname = actor.name.includes(' ') ? [actor.name.split(' ').at(-1) ?? ''] : [];
  const role = actor.role === undefined ? [] : [actor.role];
  return [actor.name, ...actor.alsoKnownAs, ...role, ...surname].some((form) => {
    const folded = fold(form).replace(/^the /, '');
    return folded !== '' && within.includes(unspaced.test(folded) ? folded : ` ${folded} `);
  });
}
