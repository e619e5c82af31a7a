/** Where a part of a story stands in its file. */

import { readYaml } from '../format/read-yaml.ts';
import { type StoryFile, storyFile } from '../format/schema.ts';
import { pathOf } from '../format/statement-ids.ts';
import type { Path, Place } from '../problem.ts';
import type { Actor, Correction, Source, Statement } from '../story.ts';

/** What is typed under a key of a statement, a correction, a source or an actor; of a list, one of its items. */
export interface Part {
  readonly of: Statement | Correction | Source | Actor;
  readonly key: 'what' | 'when' | 'evidence' | 'aside' | 'published' | 'withdrawn' | 'name';
  readonly index?: number;
}

/** Finds parts of a story in the text of its file; a part that is not there any more at the file's beginning. */
export function partsIn(text: string): (part: Part) => Place {
  const { value, placeOf } = readYaml(text);
  const file = storyFile.safeParse(value).data;
  return ({ of, key, index }) =>
    placeOf(file ? [...pathTo(of, file), key, ...(index === undefined ? [] : [index])] : []);
}

function pathTo(of: Part['of'], file: StoryFile): Path {
  if ('kind' in of) return pathOf(of, file);
  if ('number' in of) return ['sources', of.id];
  if ('unnamed' in of) return ['actors', of.id];
  // A story has its corrections by day.
  const at = file.corrections.findIndex(
    ({ statement, field, was }) => statement === of.statement && field === of.field && was === of.was,
  );
  return ['corrections', at];
}
