/** Mistakes behind which YAML no longer knows what belongs to what: an indentation, a bracket, a sign that is no space. */
import type { YAMLParseError } from 'yaml';

/** The line of an error, those beside it, and the error's column. */
export interface Broken {
  readonly line: string;
  readonly above: string;
  readonly below: string;
  readonly column: number;
}

/** What YAML says of a map in braces or a list in brackets that is not closed. */
export const openFlow = /^Flow (?<what>map|sequence) .*must .*end with/;

/** As many signs before an error are looked at, so that a file of one line takes linear time. */
const mostIndented = 200;

/** The errors up to the first one behind which YAML no longer knows what belongs to what: the next ones only follow from it. */
export function upToLost<E extends Pick<YAMLParseError, 'code' | 'message' | 'pos'>>(
  errors: readonly E[],
  text: string,
): E[] {
  const tooMuch = errors.filter(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooMuch.length > 0) return tooMuch;
  const lost = errors.filter(({ code, message, pos: [at] }) => {
    const near = text.slice(Math.max(at - mostIndented, 0), at + 10);
    const line = near.slice(near.lastIndexOf('\n', Math.min(at, mostIndented) - 1) + 1);
    return (
      code === 'TAB_AS_INDENT' || code === 'BAD_INDENT' || isList(message) || conflict.test(line) || oddSpace.test(line)
    );
  });
  const first = Math.min(...lost.map(({ pos }) => pos[0]));
  return errors.filter(({ pos }) => pos[0] <= first);
}

const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m;
/** Signs that look like a space, where YAML wants one: before a key, or behind its colon. */
const oddSpace = /^(?:\s*(?:- )?(?<key>[\w-]+:))?[ ]*(?<sign>[\u00a0\u2000-\u200b\u202f\u3000])/;

function isList(message: string): boolean {
  return message.startsWith('A block sequence may not be used as an implicit map key');
}

/** What an editor does about such a mistake; undefined where it is another. @param code and `message`: the YAML library's own */
export function describeLost(code: string, message: string, { line, above }: Broken): string | undefined {
  if (conflict.test(line))
    return 'the line is left from two versions that were merged; keep one of them, and remove the lines <<<<<<<, ======= and >>>>>>>';
  const odd = oddSpace.exec(line)?.groups;
  if (odd) return sayOddSpace(odd);
  const flow = openFlow.exec(message)?.groups?.['what'];
  if (flow) return flow === 'map' ? 'the { here is not closed by }' : 'the [ here is not closed by ]';
  if (code !== 'BAD_INDENT') return isList(message) ? unlike(line) : undefined;
  const cut = /^[^'"#]*?(?<last>[^'"#\s]+)\s+#/.exec(above)?.groups?.['last'];
  return cut === undefined
    ? unlike(line)
    : `in the line above the text ends at ‘${cut}’: YAML drops what follows; put the sentence in quotation marks`;
}

/** Of a line that begins in another column than those of its part. */
function unlike(line: string): string {
  const spaces = line.length - line.trimStart().length;
  const said = spaces === 0 ? 'is not indented' : `is indented by ${spaces === 1 ? 'one space' : `${spaces} spaces`}`;
  return `the line ${said}, unlike those above that it belongs to; lines of one part are indented alike`;
}

function sayOddSpace({ key, sign = '' }: Readonly<Record<string, string | undefined>>): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const where = key === undefined ? 'the line begins with' : `behind ‘${key}’ stands`;
  return `${where} a sign that looks like a space and is none (${code}); type spaces`;
}
