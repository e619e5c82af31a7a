/** What an example of a command is made of: what the first story gives, so that it can be typed as it stands. */
import { reportingDays, type Story } from '../story/index.ts';

/** One story, and what one may type about it. */
export interface Exemplar {
  /** Its id. */
  readonly story: string;
  /** One of its list. */
  readonly question?: string;
  /** A day of which it tells something new. */
  readonly day: string;
  readonly zone: string;
}

/** What a story gives an example; placeholders where there is none yet. */
export function exemplarOf(story: Story | undefined): Exemplar {
  if (story === undefined) return { story: 'STORY', day: 'DAY', zone: 'ZONE' };
  const { id, readersAsk, timeZone } = story;
  const question = readersAsk[0]?.asks;
  const day = reportingDays(story).at(-1)?.day ?? 'DAY';
  return { story: id, ...(question !== undefined && { question }), day, zone: timeZone };
}
