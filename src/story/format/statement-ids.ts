/** The ids of statements: each is unique, and leads to a place in the file. */

import { own } from '../own.ts';
import type { Complain, Path } from '../problem.ts';
import { type Statement, type Story, statementsOf } from '../story.ts';
import type { StoryFile } from './schema.ts';

/** A position as it is typed. */
export type RawPosition =
  | StoryFile['who_says_what'][string]['positions'][number]
  | StoryFile['events'][string]['positions'][number];

/** All statements by id. Complains of each id that is taken. */
export function byUniqueId(
  story: Pick<Story, 'events' | 'openQuestions' | 'facts'>,
  file: StoryFile,
  complain: Complain,
): Map<string, Statement> {
  const byId = new Map<string, Statement>();
  for (const statement of statementsOf(story)) {
    if (byId.has(statement.id)) complain(pathOf(statement, file), taken(statement));
    byId.set(statement.id, statement);
  }
  for (const { id } of story.openQuestions) {
    if (byId.has(id)) complain(['who_says_what', id], `the id ‘${id}’ is taken by an event or a fact; ids are unique`);
  }
  return byId;
}

function taken(statement: Statement): string {
  if (statement.kind !== 'position') return `the id ‘${statement.id}’ is taken; ids are unique`;
  return `‘${statement.actor.id}’ has a position here already; give the second one an \`id\` of its own`;
}

/** Where a statement stands in the file; of two positions with one id, the second. */
export function pathOf(statement: Statement, file: StoryFile): Path {
  if (statement.kind !== 'position') return [statement.kind === 'event' ? 'events' : 'facts', statement.id];
  const name = statement.id.slice(statement.on.length + 1);
  const place = own(file.events, statement.on) ? 'events' : 'who_says_what';
  const positions: readonly RawPosition[] = own(file[place] as StoryFile['events'], statement.on)?.positions ?? [];
  return [place, statement.on, 'positions', positions.findLastIndex((raw) => (raw.id ?? raw.actor) === name)];
}
