/** Who does or says what a statement tells. */
import type { Actor, Statement } from '../../../story/index.ts';
import { keepingOf } from '../../words/keeping.ts';

/** Who does or says it: of every statement beside every question. */
export const actorsOf = keepingOf(readActors);

function readActors(statement: Statement): readonly Actor[] {
  const doers = statement.kind === 'event' ? statement.who : [];
  const speaker = speakerOf(statement);
  return [...doers.filter((who) => who !== 'not stated'), ...(speaker ? [speaker] : [])];
}

/** Whose words or whose position it is, where that is known. */
export function speakerOf(statement: Statement): Actor | undefined {
  if (statement.kind === 'position') return statement.actor;
  return statement.by === 'not stated' ? undefined : statement.by;
}

/** Whether somebody denies, doubts or will not say something. */
export function isDenialOrSilence(statement: Statement): boolean {
  return statement.kind === 'position' && denials.has(statement.stance);
}

const denials: ReadonlySet<string> = new Set(['denies', 'doubts', 'declines']);
