/** Why a text is no YAML, in an editor's words. */
import { type Broken, describeLost, openFlow } from './yaml-lost.ts';

/** Of a file in which YAML, or the reading of it, would go on for ever. */
export const tooDeep = 'the file is nested too deeply';

const unclosed = /^Missing closing (?<mark>['"])quote/;

/** Where an error is to be mended: YAML tells of a mark or a bracket that is not closed where the text ends. */
export function errorOffset(message: string, offset: number, text: string): number {
  const what = openFlow.exec(message)?.groups?.['what'];
  if (what !== undefined) return Math.max(text.lastIndexOf(what === 'map' ? '{' : '[', offset - 1), 0);
  const mark = unclosed.exec(message)?.groups?.['mark'];
  if (mark === undefined) return offset;
  let at = text.lastIndexOf(mark, offset);
  // Within the text, \" and '' are marks that neither open nor close.
  for (let before = text[at - 1]; at > 0 && before === (mark === '"' ? '\\' : "'"); before = text[at - 1]) {
    at = text.lastIndexOf(mark, at - 2);
  }
  return at < 0 ? offset : at;
}

/** What is wrong, and what an editor does about it. @param code and `message`: the YAML library's own */
export function describeError(code: string, message: string, broken: Broken): string {
  const { line, below, column } = broken;
  const lost = describeLost(code, message, broken);
  if (lost !== undefined) return lost;
  const split = /^\s*(?:- )?[\w-]+:\s+(?<words>[^'"\s].*?):(?:\s|$)/.exec(line)?.groups?.['words'];
  if (split && (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN')) {
    return `YAML splits the text at the colon after ‘${split}’; put the sentence in quotation marks`;
  }
  if (code === 'BLOCK_IN_FLOW') {
    const words = /^.*?(?=:(?:\s|$))/.exec(line.slice(column - 1))?.[0] ?? '';
    return `YAML splits the text at the colon after ‘${words}’; put the sentence in quotation marks`;
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return describeGoingOn(line.slice(column - 1), below);
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

/** Of a text that goes on in the line below, where a colon stands. */
function describeGoingOn(words: string, below: string): string {
  return /^\s+(?:- )?[\w-]+:(?:\s|$)/.test(below)
    ? `YAML goes on with ‘${words}’ in the line below, which is indented more: indent it like this one if it is a key of its own; else put the whole text in quotation marks`
    : `YAML splits the text that begins with ‘${words}’ at a colon; put the sentence in quotation marks`;
}
