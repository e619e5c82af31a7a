/** What a reply to a post says that was corrected and cannot be changed any more. */
import { type Message, note } from '../../message/index.ts';
import type { Day } from '../../story/index.ts';
import { reportButton } from '../buttons.ts';
import { sayPeriod } from '../digest/heading.ts';
import { showCommand } from '../digest/view.ts';
import { noticeBlocks, sayChange } from './amended.ts';
import type { Amendment } from './amended-blocks.ts';

export interface CorrectionReply {
  /** What was corrected of what the post says. */
  readonly amendments: readonly Amendment[];
  /** The days of the post’s heading. */
  readonly from: Day;
  readonly until: Day;
  /** The reply’s own key. */
  readonly key: string;
}

/** More stories have their buttons in the posts. */
const mostButtons = 4;

/** Composes the reply: `A correction to the digest of 5–11 September 2022`. */
export function composeCorrectionReply({ amendments, from, until, key }: CorrectionReply): Message {
  const count = amendments.reduce((sum, { corrections, withdrawn }) => sum + corrections.length + withdrawn.length, 0);
  const title = `${count === 1 ? 'A correction' : 'Corrections'} to the digest of ${sayPeriod({ from, until })}`;
  const stories = amendments.map(({ story }) => story);
  return {
    kind: 'digest',
    title,
    summary: `${title}. ${sayChange(amendments)}`,
    command: showCommand(key),
    page: 1,
    blocks: [...noticeBlocks(amendments, true), note('The digest itself cannot be changed any more.')],
    buttons: stories
      .slice(0, mostButtons)
      .flatMap((story) => [
        { label: stories.length === 1 ? 'Full briefing' : story.name, command: `/briefing ${story.id}` },
        ...(stories.length === 1 ? [reportButton(story)] : []),
      ]),
  };
}
