/** The rules of what a story is in short: that it fits, still stands, and gives no side alone. */

import { bounds } from '../bounds.ts';
import { denialsOwed } from '../contested.ts';
import type { Complain } from '../problem.ts';
import type { Position, Statement, Story } from '../story.ts';

/** In short never gives one side of a contested matter alone. */
export function checkInShort(story: Story, complain: Complain) {
  for (const [index, statement] of story.inShort.entries()) {
    const path = ['in_short', index];
    if (statement.what.length > bounds.inShort) {
      complain(
        path,
        `‘${statement.id}’ has ${statement.what.length} characters; at most ${bounds.inShort} fit in short`,
      );
    }
    if (statement.withdrawn !== undefined)
      complain(path, `‘${statement.id}’ is withdrawn; say something else in short`);
    const denials = denialsOwed(statement, story.inShort, story.openQuestions);
    if (denials.length > 0) {
      complain(path, oneSided(statement, denials));
    }
  }
}

/** @param denials those of which one is missing */
function oneSided({ id, kind }: Statement, denials: readonly Position[]): string {
  const questions = [...new Set(denials.map(({ on }) => `‘${on}’`))].join(' and ');
  const why =
    kind === 'position'
      ? `is one side of the open question ${questions}`
      : `gives the open question ${questions} as its cause`;
  const pairs = denials.map((denial) => `[${id}, ${denial.id}]`).join(' or ');
  return `‘${id}’ ${why}, so the other statement in short is a denial of it: ${pairs}; or name a statement that takes no side`;
}
