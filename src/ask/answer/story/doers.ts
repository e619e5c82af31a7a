/** Who does or says what a statement tells. */
import type { Actor, Statement } from '../../../story/index.ts';
import { keepingOf } from '../../words/keeping.ts';

/** Who does or says it: of every statement beside every question. Of most of them no list has to be made and kept. */
export function actorsOf(statement: Statement): readonly Actor[] {
  const doers = doersOf(statement);
  const speaker = speakerOf(statement);
  if (doers.length === 0) return speaker ? alone(speaker) : none;
  return speaker || !areStated(doers) ? together(statement) : doers;
}

type Doers = readonly (Actor | 'not stated')[];

const none: readonly Actor[] = [];
const alone = keepingOf((actor: Actor): readonly Actor[] => [actor]);
const together = keepingOf((statement: Statement): readonly Actor[] => {
  const stated = doersOf(statement).filter((who) => who !== 'not stated');
  const speaker = speakerOf(statement);
  return speaker ? [...stated, speaker] : stated;
});

function doersOf(statement: Statement): Doers {
  return statement.kind === 'event' ? statement.who : none;
}

function areStated(doers: Doers): doers is readonly Actor[] {
  return !doers.includes('not stated');
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
