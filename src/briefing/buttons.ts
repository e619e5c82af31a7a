/** Buttons that stand under messages of several kinds: what may be asked next, and the report of a mistake. */
import type { NextQuestion } from '../ask/index.ts';
import type { Button } from '../message/index.ts';
import type { Statement, Story } from '../story/index.ts';

/** Opens a form for what is wrong. */
export function reportButton(story: Story, statement?: Statement): Button {
  const about = statement ? ` about:${statement.id}` : '';
  return { label: 'Report a mistake', command: `/report ${story.id}${about}` };
}

const abouts = { when: 'When was that?', who: 'Who did that?', why: 'Why?', where: 'Where was that?' } as const;

/** Asks it. */
export function nextButton({ id }: Pick<Story, 'id'>, next: NextQuestion): Button {
  return { label: sayNext(next), command: `/ask ${id} ${optionsFor(next)}` };
}

function optionsFor(next: NextQuestion): string {
  if (next.kind === 'editor') return `number:${next.number}`;
  return next.kind === 'matter' ? `about:${next.first.id}` : `about:${next.statement.id} ${next.asks}`;
}

/** What to ask next, as a question. */
export function sayNext(next: NextQuestion): string {
  if (next.kind === 'matter') return next.question.asks;
  return next.kind === 'editor' ? next.asks : abouts[next.asks];
}
