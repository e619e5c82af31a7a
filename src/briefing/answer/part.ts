/** A part of a story as the answer to a question for it: as its section shows it, or that there is nothing of the kind. */
import type { RequestedPart, StoryAnswer } from '../../ask/index.ts';
import { type Block, heading, strong } from '../../message/index.ts';
import { hasHappened, type Story } from '../../story/index.ts';
import { type Section, sectionBlocks, sections } from '../sections/sections.ts';
import { openMatters } from '../sections/who-says-what.ts';
import { shown } from './blocks.ts';

/** What a part is called. */
export function sayPart(part: RequestedPart): string {
  return isSection(part) ? sections[part].toLowerCase() : others[part];
}

const others = { open: 'what is disputed', plans: 'what is planned', corrections: 'corrections' } as const;

/** The blocks of a part, by the statements in it where it is no section of the briefing. */
export function partBlocks(
  story: Story,
  part: RequestedPart,
  { statements }: Pick<StoryAnswer, 'statements'>,
): Block[] {
  if (isSection(part)) return sectionBlocks(story, part);
  if (statements.length === 0)
    return [{ kind: 'paragraph', content: [strong(nothing[part])] }, ...(part === 'plans' ? latest(story) : [])];
  return part === 'open' ? openMatters(story) : statements.flatMap((each) => shown(story, each));
}

function isSection(part: RequestedPart): part is RequestedPart & Section {
  return part in sections;
}

const nothing = {
  open: 'The story holds no open question.',
  plans: 'The story tells of nothing that is planned.',
  corrections: 'Nothing in this story has been corrected or withdrawn.',
} as const;

function latest(story: Story): Block[] {
  const last = story.events.findLast(hasHappened);
  return last ? [heading('The latest that it tells'), ...shown(story, last)] : [];
}
