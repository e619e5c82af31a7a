/** Evidence: where a statement stands in its source, down to the paragraph and the words. */

/** A passage of a source, by its first and last words. */
export interface Evidence {
  /** The source's id. */
  readonly source: string;
  /** Among the source's non-empty paragraphs, counted from 1. */
  readonly paragraph: number;
  /** Three to six words, verbatim; the whole passage, of any length, where `last` is missing. */
  readonly first: string;
  readonly last?: string;
}

const form = /^(?:(?<source>[a-z][a-z0-9]*(?:-[a-z0-9]+)*) )?(?<paragraph>\d{1,4}) (?<words>.+)$/;
const words = (text: string) => text.split(' ').length;

/**
 * Parses `source-id paragraph first words … last words`; `...` is read as `…`, and a passage may stand there whole.
 * @param only the story's source, where it has just one: then the id may be left out
 * @returns the evidence, or what is wrong with the line, in a sentence
 */
export function parseEvidence(line: string, only: string | undefined): Evidence | string {
  const match = form.exec(line);
  if (!match?.groups) return shape(line);
  const { source = only, paragraph = '', words: passage = '' } = match.groups;
  if (source === undefined) return 'the source’s id is missing; a story with several sources names it in each line';
  if (Number(paragraph) < 1) return 'paragraphs are counted from 1';
  const ends = passage.split(/ ?(?:…|\.\.\.) ?/);
  const [first = '', last] = ends;
  if (ends.length > 2 || first === '' || last === '') return shape(line);
  const short = ends.find((end) => words(end) < 3 || words(end) > 6);
  if (short !== undefined && last !== undefined)
    return `‘${short}’ has ${words(short)} ${words(short) === 1 ? 'word' : 'words'}; give three to six, verbatim, on each side of the …, or the whole of a short passage, without the …`;
  return { source, paragraph: Number(paragraph), first, ...(last !== undefined && { last }) };
}

/** A line with the brackets that the notation of source marks has, or with `¶` or `:` at the paragraph. */
const decorated = /^\[?(?<source>[a-z][a-z0-9-]*)?\]?,?\s*(?:¶\s?)?(?<paragraph>\d{1,4})\]?[:,]?\s+(?<words>.+)$/;

function shape(line: string): string {
  const { source, paragraph, words: passage } = decorated.exec(line)?.groups ?? {};
  const plain = [source, paragraph, passage].filter((part) => part !== undefined).join(' ');
  if (plain !== line && form.test(plain))
    return `‘${line}’ is no evidence: write it without brackets and signs: ‘${plain}’`;
  const advice = 'put the line in quotation marks if a comma or colon cut it';
  return `‘${line}’ is no evidence: write \`source-id paragraph first words … last words\` (${advice})`;
}

/** The passage in words, as a reader can search it: “first words … last words”. */
export function passageOf(evidence: Evidence): string {
  return evidence.last === undefined ? evidence.first : `${evidence.first} … ${evidence.last}`;
}
