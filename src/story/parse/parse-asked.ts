/** From the bytes of the file beside a story to what readers ask, with all that is wrong with it. */
import { type AskedFile, askedFile } from '../format/asked-schema.ts';
import { explainAsked } from '../format/explain.ts';
import { decode, listed } from '../format/file-text.ts';
import { readYaml } from '../format/read-yaml.ts';
import { leaveOutIssues } from '../format/sound-part.ts';
import { type Complain, type Path, type Problem, wholeFile } from '../problem.ts';
import type { Story } from '../story.ts';
import { resolveAsked } from './readers-asked.ts';

/** What ends the name of such a file, behind the id of its story. */
export const askedEnd = '.asked.yaml';

/** Such a file, as it was read: without what is wrong with it. */
export interface ParsedAsked {
  readonly file: string;
  /** Missing where nothing of it can be read. */
  readonly lists?: AskedFile;
  readonly problems: readonly Problem[];
}

/** Parses what readers ask of a story. Never throws for what an editor can type; an entry that is wrong is left out. */
export function parseAsked(file: string, bytes: Uint8Array): ParsedAsked {
  const decoded = decode(bytes);
  if ('wrong' in decoded) return { file, problems: [wholeFile(file, decoded.wrong)] };
  const { value, problems: broken, placeOf } = readYaml(decoded.text);
  if (broken.length > 0) return { file, problems: listed(broken.map((problem) => ({ file, ...problem }))) };
  if (value === undefined) return { file, problems: [wholeFile(file, 'the file holds no question')] };
  const shaped = askedFile.safeParse(value);
  if (shaped.success) return { file, lists: shaped.data, problems: [] };
  const { issues } = shaped.error;
  const problems: Problem[] = [];
  const complain: Complain = (path, message, part) => problems.push({ file, ...placeOf(path, part), message });
  explainAsked(issues, value, complain);
  const rest = leaveOutIssues(value, issues)?.rest;
  const lists = rest && askedFile.safeParse(rest).data;
  return { file, ...(lists && { lists }), problems: listed(problems) };
}

/**
 * The story with what readers ask of it, as far as that fits it; what does not is told.
 * @param textOf reads the file again: its places are looked up where something is wrong, and kept nowhere
 */
export function withAsked(
  story: Story,
  { file, lists, problems: before }: ParsedAsked,
  textOf: () => string,
): { readonly story: Story; readonly problems: readonly Problem[] } {
  if (!lists) return { story, problems: before };
  const complaints: { path: Path; message: string; part?: 'key' | undefined; isHint?: true }[] = [];
  const note =
    (more: { isHint?: true }): Complain =>
    (path, message, part) =>
      complaints.push({ path, message, part, ...more });
  const asked = resolveAsked(story, lists, note({}), note({ isHint: true }));
  const joined = { ...story, ...asked };
  if (complaints.length === 0) return { story: joined, problems: before };
  const { placeOf } = readYaml(textOf());
  const problems = complaints.map(({ path, part, ...said }) => ({ file, ...placeOf(path, part), ...said }));
  return { story: joined, problems: listed([...before, ...problems]) };
}
