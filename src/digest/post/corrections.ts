/** What was corrected or withdrawn of what a post says, since it was planned. */
import type { StoryNews } from '../../briefing/index.ts';
import type { StoryLibrary } from '../../story/index.ts';
import { type Entries, type EntryNumber, newsOf } from '../entries.ts';
import type { PlannedSlot } from '../ledger.ts';

/** Where the corrections are. */
export interface Sources {
  readonly stories: Pick<StoryLibrary, 'find'>;
  readonly entries: Pick<Entries, 'since'>;
}

/** Of which entries; all since the post was planned, where both are left out. */
interface Between {
  /** Only those behind this one. */
  readonly after?: EntryNumber;
  /** None behind this one. */
  readonly upTo?: EntryNumber;
}

/** Of each story of which something was corrected: its corrections and withdrawals, and nothing else. */
export async function correctionsOf(
  { carried }: Pick<PlannedSlot, 'carried'>,
  { stories, entries }: Sources,
  { after = 0, upTo = Number.POSITIVE_INFINITY }: Between = {},
): Promise<readonly StoryNews[]> {
  const news: StoryNews[] = [];
  for (const { story: id, upTo: planned, statements } of carried) {
    const story = stories.find(id);
    if (story?.id !== id) continue;
    const since = (await entries.since(id, Math.max(planned, after))).filter(({ number }) => number <= upTo);
    const keys = since.map(({ key }) => key);
    const said = new Set(statements);
    const { corrections, withdrawn } = newsOf(story, keys);
    const ours = {
      story,
      entered: [],
      corrections: corrections.filter(({ statement }) => said.has(statement)),
      withdrawn: withdrawn.filter((statement) => said.has(statement)),
    };
    if (ours.corrections.length + ours.withdrawn.length > 0) news.push(ours);
  }
  return news;
}
