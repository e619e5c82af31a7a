/** What is wrong with a file of a story, told to its editor. */

/** Where in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, with the place and, where there is one, the nearest thing that would be right. */
export interface Problem extends Place {
  readonly file: string;
  readonly message: string;
  /** Nothing is wrong: only an editor can tell whether it is as it was meant. */
  readonly isHint?: true;
}

/** The way to a place in a file: keys and indices. */
export type Path = readonly PropertyKey[];

/** Notes what is wrong at a path of the file; with `key`, that its last key is wrong and not what stands there. */
export type Complain = (path: Path, message: string, part?: 'key') => void;

/** `file:line:column: message`, the form that terminals and editors turn into a link; a hint is named as one. */
export function problemLine({ file, line, column, message, isHint }: Problem): string {
  return `${file}:${line}:${column}: ${isHint ? 'hint: ' : ''}${message}`;
}

/** A problem of a file as a whole. */
export function wholeFile(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
