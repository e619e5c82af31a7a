/** What keeps a database from being opened, in one sentence for the operator. */
import { OperatorProblem } from '../../operator/index.ts';

/** SQLite's codes. https://www.sqlite.org/rescode.html */
const codes = { busy: 5, readOnly: 8, full: 13, corrupt: 11, cannotOpen: 14, notDatabase: 26 } as const;

/** The primary code of an error of SQLite; undefined for any other. */
function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Whether another program holds the database. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === codes.busy;
}

/**
 * The sentence, with what it comes from as its cause. One that is a sentence already stays as it is.
 * @param broken the sentence of a file that is broken
 */
export function openingProblem(file: string, error: unknown, broken = damaged): OperatorProblem {
  if (error instanceof OperatorProblem) return error;
  return new OperatorProblem(sentenceOf(file, error, broken), { cause: error });
}

function sentenceOf(file: string, error: unknown, broken: (file: string) => string): string {
  switch (codeOf(error)) {
    case codes.busy:
      return `Another program holds the database ‘${file}’: close it, and start again.`;
    case codes.corrupt:
    case codes.notDatabase:
      return broken(file);
    case codes.readOnly:
      return `The database ‘${file}’ may not be written to; DATELINE_DATA names its folder.`;
    case codes.full:
      return `There is no room on the disk for the database ‘${file}’.`;
    default:
      return `The database ‘${file}’ cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Of a folder in which a bot keeps what it remembers while another one starts. */
export function anotherBot(folder: string): string {
  return `Another bot runs with the data in ‘${folder}’: stop it, or set DATELINE_DATA to another folder and, for a second bot beside it, PORT to another number.`;
}

/** Of such a folder when a copy is to be put into it. */
export function botRuns(folder: string): string {
  return `A bot runs with the data in ‘${folder}’: stop it first. Nothing was changed.`;
}

/** Of a file that is broken, or another program's. */
export function damaged(file: string): string {
  return `‘${file}’ is damaged, or no database of Dateline: bring a backup back with ‘npm run -s dateline -- restore FILE’, or move it away to begin anew. Nothing in it was changed.`;
}

/** Of a database that a later version has changed. @param step what is not known here */
export function tooNew(file: string, step: string): string {
  return `The database ‘${file}’ is of a newer version of Dateline (its step ‘${step}’ is not known here): start that version, or set DATELINE_DATA to another folder. Nothing in it was changed.`;
}

/** Of a database that this version has not opened for writing yet. */
export function tooOld(file: string): string {
  return `The database ‘${file}’ is of an older version of Dateline: start the bot once, which brings it up to date.`;
}

/** Of a file that was taken away, or another one put in its place, while the bot runs. */
export function moved(file: string): string {
  return `The database ‘${file}’ was moved away, deleted or replaced: nothing is kept until the bot is started again.`;
}

/** Of a folder in which nothing can be kept. */
export function folderSentence(folder: string, error: unknown): string {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return `Nothing can be kept in ‘${folder}’ (${why}): DATELINE_DATA names a folder that the bot may write to.`;
}

/** Of a file that is there where a backup is to be. */
export function taken(file: string): string {
  return `‘${file}’ is there already and is not written over: name another file.`;
}

/** Of a folder without a database. */
export function nothingToCopy(folder: string): string {
  return `Nothing is kept in ‘${folder}’ yet; DATELINE_DATA names the folder.`;
}

/** Of a backup that is not where it is said to be. */
export function noFile(file: string): string {
  return `There is no file ‘${file}’. Nothing was changed.`;
}

/** Of a file that cannot be brought back. */
export function noBackup(file: string): string {
  return `‘${file}’ is no backup of Dateline that is whole. Nothing was changed.`;
}

/** The sentence for a copy that cannot be written. One that is a sentence already stays as it is. */
export function copyProblem(file: string, error: unknown): OperatorProblem {
  if (error instanceof OperatorProblem) return error;
  const isFull = codeOf(error) === codes.full || (error instanceof Error && 'code' in error && error.code === 'ENOSPC');
  const why = error instanceof Error ? error.message : String(error);
  const sentence = isFull ? `There is no room on the disk for ‘${file}’.` : `‘${file}’ cannot be written: ${why}.`;
  return new OperatorProblem(`${sentence} Nothing was changed.`, { cause: error });
}
