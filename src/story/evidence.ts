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
 * Parses `[source id] paragraph first words … last words`; `...` is read as `…`, and a passage may stand there whole.
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

function shape(line: string): string {
  const advice = 'put the line in quotation marks if a comma or colon cut it';
  return `‘${line}’ is no evidence: write \`[source id] paragraph first words … last words\` (${advice})`;
}

/** The passage in words, as a reader can search it: “first words … last words”. */
export function passageOf(evidence: Evidence): string {
  return evidence.last === undefined ? evidence.first : `${evidence.first} … ${evidence.last}`;
}

/** How long an address may become: six signs are written as three where they would end a link of Discord's. */
export function linkLength(url: string): number {
  const { href = url } = URL.parse(url) ?? {};
  return href.length + 2 * (href.match(/[()<>\\*]/g)?.length ?? 0);
}

/** Slack takes links of 3,000 characters, and a Discord message has 4,000 in all. */
const longestLink = 2000;

/** A link that opens the source at the passage, or at its top where that would be too long. https://wicg.github.io/scroll-to-text-fragment/ */
export function deepLink(url: string, { first, last }: Evidence): string {
  // A hyphen, a comma and an ampersand are syntax in a text directive.
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  const directive = `:~:text=${[first, last]
    .filter((each) => each !== undefined)
    .map(encode)
    .join(',')}`;
  const link = `${url}${url.includes('#') ? '' : '#'}${directive}`;
  return linkLength(link) > longestLink ? url : link;
}

/** A passage located in a source's text, in characters of its folded paragraph (`foldText`). */
export interface Passage {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A source text's non-empty paragraphs, folded for comparison; the first is paragraph 1. */
export function paragraphsOf(sourceText: string): string[] {
  return sourceText
    .split(/\r?\n/)
    .map(foldText)
    .filter((paragraph) => paragraph !== '');
}

/** Text with its typographic variants made one: quotation marks, dashes, dots and white space. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Locates evidence in a source's paragraphs, or says in a sentence why it is not there. */
export function locate(evidence: Evidence, paragraphs: readonly string[]): Passage | string {
  const text = paragraphs[evidence.paragraph - 1];
  if (text === undefined) return `there is no paragraph ${evidence.paragraph}; the source has ${paragraphs.length}`;
  const first = foldText(evidence.first);
  const last = foldText(evidence.last ?? evidence.first);
  const start = text.indexOf(first);
  if (start < 0) return missing(evidence.first, first, evidence.paragraph, paragraphs);
  const from = evidence.last === undefined ? start : start + first.length;
  const lastAt = text.indexOf(last, from);
  if (lastAt < 0) return missing(evidence.last ?? '', last, evidence.paragraph, paragraphs);
  const end = lastAt + last.length;
  return { paragraph: evidence.paragraph, start, end, text: text.slice(start, end) };
}

function missing(typed: string, folded: string, paragraph: number, paragraphs: readonly string[]): string {
  const elsewhere = paragraphs.findIndex((text) => text.includes(folded)) + 1;
  const hint = elsewhere > 0 && elsewhere !== paragraph ? `; they stand in paragraph ${elsewhere}` : '';
  return `the words ‘${typed}’ do not stand there in paragraph ${paragraph}${hint}`;
}

/** What stands between quotation marks in a sentence: “ ”, " ", and other languages' „ “, « » and 「 」. */
export function quotationsIn(sentence: string): string[] {
  const marks = /“([^”]+)”|"([^"]+)"|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」/gu;
  return [...sentence.matchAll(marks)].map((match) => match.slice(1).find((words) => words !== undefined) ?? '');
}

/** A quotation mark of a sentence that has no other to it: what it sets apart is no quotation to `quotationsIn`. */
export function loneMark(sentence: string): string | undefined {
  // Pairs that open as others close, as in German and Swedish, come before those and after them.
  const pairs = /„[^„“”]*[“”]|“[^“”]*”|«[^«»]*»|»[^«»]*«|”[^“”]*”|「[^「」]*」/gu;
  // " may be inches, or a name's.
  return /[“”„«»「」]/u.exec(sentence.replace(pairs, ''))?.[0];
}

/** Whether a quotation stands verbatim in one of the passages; a comma or full stop before the closing mark aside. */
export function isVerbatim(quotation: string, passages: readonly Passage[]): boolean {
  const wanted = foldText(quotation).replace(/[.,]$/, '');
  return passages.some((passage) => passage.text.includes(wanted));
}
