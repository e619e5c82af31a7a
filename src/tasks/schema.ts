/** `dateline schema`: of story files; with `asked`, of those of what readers ask. */
import { askedJsonSchema, storyJsonSchema } from '../story/index.ts';
import { print, UsageProblem } from '../terminal/index.ts';
import type { Typed } from './typed.ts';

export function schema({ words }: Typed): number {
  const of = words.join(' ');
  if (of !== '' && of !== 'asked') throw new UsageProblem(`‘schema’ takes no more words, or ‘asked’, and got ‘${of}’.`);
  return print(JSON.stringify(of === 'asked' ? askedJsonSchema() : storyJsonSchema(), null, 2));
}
