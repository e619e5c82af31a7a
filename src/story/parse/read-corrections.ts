/** The corrections of a file, each with what was right in its place. */

import type { StoryFile } from '../format/schema.ts';
import type { RawPosition } from '../format/statement-ids.ts';
import { own } from '../own.ts';
import type { Correction } from '../story.ts';
import { compareDays } from '../when.ts';
import type { Resolver } from './resolve.ts';

/** Reads the corrections, by day. What one gives as right is what the next one of the same field corrects, or what the file says today. */
export function readCorrections(file: StoryFile, resolve: Resolver): Correction[] {
  const read = file.corrections.map(({ evidence, when, ...raw }, at): Correction => {
    const path = ['corrections', at];
    return {
      ...raw,
      when: resolve.day([...path, 'when'], when),
      now: '',
      evidence: resolve.evidence([...path, 'evidence'], evidence),
    };
  });
  const sorted = read.sort((a, b) => compareDays(a.when, b.when));
  return sorted.map((correction, at) => {
    const next = sorted
      .slice(at + 1)
      .find(({ statement, field }) => statement === correction.statement && field === correction.field);
    return { ...correction, now: next?.was ?? saysToday(file, correction) };
  });
}

/** What the file says today in a corrected field; empty where it says nothing. */
function saysToday(file: StoryFile, { statement, field }: Correction): string {
  const { events, facts, who_says_what: questions } = file;
  const [owner = '', position] = statement.split('/');
  const positions: readonly RawPosition[] = (own(events, owner) ?? own(questions, owner))?.positions ?? [];
  const raw: Partial<Record<string, unknown>> | undefined =
    position === undefined
      ? (own(events, owner) ?? own(facts, owner))
      : positions.find((each) => (each.id ?? each.actor) === position);
  const value = raw?.[field];
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
}
