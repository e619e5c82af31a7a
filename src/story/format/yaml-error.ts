/** Why a text is no YAML, in an editor's words. */
import type { YAMLParseError } from 'yaml';

/** Of a file in which YAML, or the reading of it, would go on for ever. */
export const tooDeep = 'the file is nested too deeply';

/** The line of an error, the one above it, and the error's column. */
interface Broken {
  readonly line: string;
  readonly above: string;
  readonly column: number;
}

const unclosed = /^Missing closing (?<mark>['"])quote/;

/** Where an error is to be mended: YAML tells of a quotation mark that is not closed where the text ends. */
export function errorOffset(message: string, offset: number, text: string): number {
  const mark = unclosed.exec(message)?.groups?.['mark'];
  if (mark === undefined) return offset;
  let at = text.lastIndexOf(mark, offset);
  // Within the text, \" and '' are marks that neither open nor close.
  for (let before = text[at - 1]; at > 0 && before === (mark === '"' ? '\\' : "'"); before = text[at - 1]) {
    at = text.lastIndexOf(mark, at - 2);
  }
  return at < 0 ? offset : at;
}

/** The errors up to the first tab that indents: the next ones may be tabs, too, or only follow from them. */
export function upToTabs<E extends Pick<YAMLParseError, 'code' | 'pos'>>(errors: readonly E[]): E[] {
  const first = Math.min(...errors.filter(({ code }) => code === 'TAB_AS_INDENT').map(({ pos }) => pos[0]));
  return errors.filter(({ pos }) => pos[0] <= first);
}

/** What is wrong, and what an editor does about it. @param code and `message`: the YAML library's own */
export function describeError(code: string, message: string, { line, above, column }: Broken): string {
  const split = /^\s*(?:- )?[\w-]+:\s+(?<words>[^'"\s].*?):(?:\s|$)/.exec(line)?.groups?.['words'];
  if (split && (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN')) {
    return `YAML splits the text at the colon after ‘${split}’; put the sentence in quotation marks`;
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return `YAML splits the text that begins with ‘${line.slice(column - 1)}’ at a colon; put the sentence in quotation marks`;
  }
  const cut = /^[^'"#]*?(?<last>[^'"#\s]+)\s+#/.exec(above)?.groups?.['last'];
  if (cut && code === 'BAD_INDENT') {
    return `in the line above the text ends at ‘${cut}’: YAML drops what follows; put the sentence in quotation marks`;
  }
  const mark = unclosed.exec(message)?.groups?.['mark'];
  if (mark) return `the text that is opened by ${mark} here is not closed`;
  const key = /^(?<key>[\w-]+):?/.exec(line.slice(column - 1))?.groups?.['key'];
  if (key && (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys'))) {
    return `a colon and a space are missing: write ‘${key}: …’; a text that goes on from the line above is indented more than its key`;
  }
  if (code === 'MULTIPLE_DOCS') return 'a line ‘---’ or ‘...’ starts a second document; a file holds one story';
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep;
  if (message.includes('at node end'))
    return 'YAML ends the text before this; put the whole sentence in quotation marks';
  if (code === 'TAB_AS_INDENT') return 'the line is indented by a tab; YAML wants spaces in every line';
  return `not readable as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).split('\n')[0]}`;
}
