/** From the bytes of a story file to a story, or to everything that is wrong with it. */
import { build } from './build.ts';
import { check } from './check.ts';
import { explain } from './explain.ts';
import type { Complain, Place, Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { bounds, isId, type StoryFile, storyFile } from './schema.ts';
import { soundPart } from './sound-part.ts';
import type { Story } from './story.ts';

export type Parsed = { readonly story: Story } | { readonly problems: readonly Problem[] };

/** Parses a story file. Never throws for what an editor can type; all errors of the file are reported at once. */
export function parseStory(file: string, bytes: Uint8Array): Parsed {
  const refuse = (message: string): Parsed => ({ problems: [{ file, line: 1, column: 1, message }] });
  const id = file.replace(/^.*[\\/]/, '').replace(/\.yaml$/, '');
  if (!isId(id, bounds.storyId)) {
    return refuse(
      `the file’s name is the story’s id: at most ${bounds.storyId} lower-case letters, digits and hyphens`,
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

/** More than this many nobody reads at once. */
const mostListed = 100;

/** In the order of the lines, the first hundred of them. */
function listed(problems: Problem[]): Problem[] {
  const [first, ...others] = inOrder(problems).slice(mostListed - 1);
  if (!first || others.length === 0) return problems;
  return [
    ...problems.slice(0, mostListed - 1),
    { ...first, message: `${first.message} (and ${others.length} more problems)` },
  ];
}

function inOrder<P extends Place>(problems: P[]): P[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

function decode(bytes: Uint8Array): { text: string } | { wrong: string } {
  if (bytes.length > bounds.fileBytes) return { wrong: 'the file is larger than 1 MiB; a story stays below that' };
  if (bytes.length === 0) return { wrong: 'the file is empty' };
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { wrong: 'the file is encoded as UTF-16; save it as UTF-8' };
  if (bytes.includes(0)) return { wrong: 'the file is not text' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { wrong: 'the file is empty' } : { text };
  } catch {
    return { wrong: 'the file is not encoded as UTF-8; save it as UTF-8' };
  }
}
