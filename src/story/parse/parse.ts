/** From the bytes of a story file to a story, or to everything that is wrong with it. */

import { bounds, isId } from '../bounds.ts';
import { explain } from '../format/explain.ts';
import { decode, listed } from '../format/file-text.ts';
import { readYaml } from '../format/read-yaml.ts';
import { type StoryFile, storyFile } from '../format/schema.ts';
import { soundPart } from '../format/sound-part.ts';
import { fold } from '../names.ts';
import { type Complain, type Problem, wholeFile } from '../problem.ts';
import { check } from '../rules/check.ts';
import type { Story } from '../story.ts';
import { build } from './build.ts';

export type Parsed = { readonly story: Story } | { readonly problems: readonly Problem[] };

/** Parses a story file. Never throws for what an editor can type; all errors of the file are reported at once. */
export function parseStory(file: string, bytes: Uint8Array): Parsed {
  const refuse = (message: string): Parsed => ({ problems: [wholeFile(file, message)] });
  const id = file.replace(/^.*[\\/]/, '').replace(/\.yaml$/, '');
  if (!isId(id, bounds.storyId)) {
    const near = fold(id.replace(/\.\w+$/, '')).replaceAll(' ', '-');
    const advice = isId(near, bounds.storyId) ? `; rename it to ‘${near}.yaml’` : '';
    return refuse(
      `the file’s name is the story’s id: at most ${bounds.storyId} lower-case letters, digits and hyphens${advice}`,
    );
  }
  const text = decode(bytes);
  if ('wrong' in text) return refuse(text.wrong);
  const yaml = readYaml(text.text);
  if (yaml.problems.length > 0) return { problems: listed(yaml.problems.map((problem) => ({ file, ...problem }))) };
  if (yaml.value === undefined) return refuse('the file holds no story');
  const shaped = storyFile.safeParse(yaml.value);
  const problems: Problem[] = [];
  const complain: Complain = (path, message, part) => problems.push({ file, ...yaml.placeOf(path, part), message });
  if (shaped.success) {
    const story = load(id, shaped.data, complain, () => problems.length === 0);
    return problems.length > 0 ? { problems: listed(problems) } : { story };
  }
  const { issues } = shaped.error;
  explain(issues, yaml.value, complain);
  const sound = soundPart(yaml.value, issues);
  const before = problems.length;
  // What is said of an entry that is itself broken, or refers to one, would be no help.
  const others: Complain = (path, message, part) => {
    if (![...(sound?.cut ?? [])].some((cut) => message.includes(`‘${cut}’`) || message.includes(`‘${cut}/`)))
      complain(path, message, part);
  };
  if (sound) load(id, sound.file, others, () => problems.length === before);
  return { problems: listed(problems) };
}

/** Builds a story and, where that went well, checks it. */
function load(id: string, file: StoryFile, complain: Complain, isWell: () => boolean): Story {
  const story = build(id, file, complain);
  if (isWell()) check(story, file, complain);
  return story;
}
