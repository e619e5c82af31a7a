/** Buttons that stand under messages of several kinds: what may be asked next, and the report of a mistake. */
import type { About, NextQuestion } from '../ask/index.ts';
import type { Button } from '../message/index.ts';
import { type EventStatus, type Statement, type Story, statusOf } from '../story/index.ts';

/** Opens a form for what is wrong. */
export function reportButton(story: Story, statement?: Statement): Button {
  const about = statement ? ` about:${statement.id}` : '';
  return { label: 'Report a mistake', command: `/report ${story.id}${about}` };
}

const abouts: Readonly<Record<EventStatus, Readonly<Record<About, string>>>> = {
  happened: { when: 'When was that?', who: 'Who did that?', why: 'Why?', where: 'Where was that?' },
  planned: { when: 'When is that to be?', who: 'Who is to do that?', why: 'Why?', where: 'Where is that to be?' },
  'called off': {
    when: 'When was that to be?',
    who: 'Who was to do that?',
    why: 'Why?',
    where: 'Where was that to be?',
  },
};

/** Asks it. */
export function nextButton({ id }: Pick<Story, 'id'>, next: NextQuestion): Button {
  return { label: sayNext(next), command: `/ask ${id} ${optionsFor(next)}` };
}

function optionsFor(next: NextQuestion): string {
  if (next.kind === 'editor') return `number:${next.number}`;
  return next.kind === 'matter' ? `about:${next.first.id}` : `about:${next.statement.id} ${next.asks}`;
}

/** What is asked about a statement, in the words of its button where one asks that. */
export function sayAsked(statement: Statement, question: string): string {
  const asked = asksOf(statement);
  return Object.hasOwn(asked, question) ? asked[question as About] : question;
}

function asksOf(statement: Statement): Readonly<Record<About, string>> {
  return abouts[statement.kind === 'event' ? statusOf(statement) : 'happened'];
}

/** What to ask next, as a question. */
export function sayNext(next: NextQuestion): string {
  if (next.kind === 'matter') return next.question.asks;
  if (next.kind === 'editor') return next.asks;
  return asksOf(next.statement)[next.asks];
}
