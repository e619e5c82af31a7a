/** A command of the terminal as it was typed, and what most of them read of that. */
import { loadConfig } from '../config/index.ts';
import { type OptionsTyped, UsageProblem } from '../terminal/index.ts';

export interface Typed {
  readonly name: string;
  /** What stands behind the name. */
  readonly words: readonly string[];
  readonly values: OptionsTyped;
}

/** The folder of the stories: the one that was typed, else that of the settings. */
export function folderOf({ values }: Typed): string {
  return values.stories ?? loadConfig().stories;
}

/** @throws {UsageProblem} where words stand behind a command that takes none */
export function refuseWords({ name, words }: Typed) {
  if (words.length > 0) throw new UsageProblem(`‘${name}’ takes no more words, and got ‘${words.join(' ')}’.`);
}
