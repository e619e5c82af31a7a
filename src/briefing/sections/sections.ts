/** The sections of a briefing in full. */
import { type Block, type Line, line } from '../../message/index.ts';
import {
  type Event,
  isSaying,
  type OpenQuestion,
  type Statement,
  type Story,
  statementsOf,
} from '../../story/index.ts';
import { correctionsOf, eventLabel, say, sayShort } from '../wording.ts';
import { people } from './people.ts';
import { quotes } from './quotes.ts';
import { sources } from './sources.ts';
import { whoSaysWhat } from './who-says-what.ts';

/** The sections that a reader can ask for, in the order of their buttons, with their headings. */
export const sections = {
  timeline: 'Timeline',
  'who-says-what': 'Who says what',
  people: 'People',
  background: 'Background',
  sources: 'Sources',
  quotes: 'Quotes',
} as const;

export type Section = keyof typeof sections;

/** A section's blocks; at least one, if only to say that the story holds nothing of the kind. */
export function sectionBlocks(story: Story, section: Section): Block[] {
  const blocks = compose[section](story);
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', content: line(nothing[section]) }];
}

const nothing: Record<Section, string> = {
  timeline: 'The story tells no event yet.',
  'who-says-what': 'The story holds no open question and no reaction yet.',
  people: 'The story names nobody yet.',
  background: 'The story gives no background yet.',
  sources: 'The story has no source yet.',
  quotes: 'The story quotes nobody yet.',
};

const compose: Record<Section, (story: Story) => Block[]> = {
  timeline: (story) =>
    story.events.flatMap((event) => [...timelineEntry(story, event), ...correctionsOf(story, event)]),
  'who-says-what': whoSaysWhat,
  people,
  background: (story) => story.facts.filter((fact) => !isSaying(fact)).flatMap((fact) => paragraph(story, fact)),
  sources,
  quotes,
};

function paragraph(story: Story, statement: Statement): Block[] {
  return [
    { kind: 'paragraph', content: say(story, statement), statements: [statement.id] },
    ...correctionsOf(story, statement),
  ];
}

function timelineEntry(story: Story, event: Event): Block[] {
  const details = [...stated(event), ...causes(story, event)];
  return [
    { kind: 'entry', label: eventLabel(event), content: say(story, event), statements: [event.id] },
    ...details.map((content): Block => ({ kind: 'detail', content })),
  ];
}

function stated(event: Event): Line[] {
  return event.stated === undefined ? [] : [line(`In the report’s words: “${event.stated}”`)];
}

/** What the sources give as the cause; a contested one, or a side of it, is told once, as the question that it is. */
function causes(story: Story, event: Event): Line[] {
  const known = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  const given = new Set(event.because.map((id) => questionOf(story, id) ?? known.get(id)));
  return [...given].flatMap((cause) => {
    if (cause === undefined) return [];
    if ('asks' in cause) return [line(`Given as the cause, contested: ${cause.asks}`)];
    return [[...line('Given as the cause: '), ...sayShort(story, cause)]];
  });
}

function questionOf({ openQuestions }: Story, id: string): OpenQuestion | undefined {
  return openQuestions.find((each) => each.id === id || each.positions.some((side) => side.id === id));
}
