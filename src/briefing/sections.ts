/** The sections of a briefing in full. */
import { type Block, emphasis, type Inline, type Line, line, strong } from '../message/index.ts';
import {
  type Actor,
  deepLink,
  type Event,
  type Fact,
  type Position,
  passageOf,
  quotationsIn,
  type Source,
  type Statement,
  type Story,
  statementsOf,
} from '../story/index.ts';
import { sayLongDay, sayMoment, sayWhen } from './dates.ts';
import {
  byDay,
  counted,
  describeActor,
  eventLabel,
  listed,
  mark,
  say,
  sayCorrection,
  sayPosition,
  sourceName,
} from './wording.ts';

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
  timeline: (story) => story.events.flatMap((event) => [...timelineEntry(story, event), ...corrections(story, event)]),
  'who-says-what': whoSaysWhat,
  people: (story) => story.actors.filter((actor) => appears(story, actor)).map((actor) => person(story, actor)),
  background: (story) => story.facts.filter((fact) => !isSaying(fact)).flatMap((fact) => paragraph(story, fact)),
  sources: (story) => story.sources.flatMap((source) => sourceBlocks(story, source)),
  quotes,
};

function corrections(story: Story, statement: Statement): Block[] {
  return statement.corrections.map((correction) => sayCorrection(story, correction, headline(statement)));
}

function paragraph(story: Story, statement: Statement): Block[] {
  return [
    { kind: 'paragraph', content: say(story, statement), statements: [statement.id] },
    ...corrections(story, statement),
  ];
}

function timelineEntry(story: Story, event: Event): Block[] {
  const off = event.calledOffBy !== undefined || event.status === 'called off';
  const status = off ? ' · called off' : event.status === 'planned' ? ' · planned' : '';
  const label: Line = [...eventLabel(event), ...(status === '' ? [] : line(status))];
  const details = [...stated(event), ...causes(story, event)];
  return [
    { kind: 'entry', label, content: say(story, event), statements: [event.id] },
    ...details.map((detail): Block => ({ kind: 'detail', content: line(detail) })),
  ];
}

function stated(event: Event): string[] {
  return event.stated === undefined ? [] : [`In the report’s words: “${event.stated}”`];
}

/** What the sources give as the cause; a contested one is named as the question that it is. */
function causes(story: Story, event: Event): string[] {
  const known = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  return event.because.flatMap((id) => {
    const question = story.openQuestions.find((each) => each.id === id);
    const cause = known.get(id);
    if (question) return [`Given as the cause, contested: ${question.asks}`];
    return cause ? [`Given as the cause: ${headline(cause)}`] : [];
  });
}

/** An event's short headline, else the sentence. */
export function headline(statement: Statement): string {
  return (statement.kind === 'event' ? statement.short : undefined) ?? statement.what;
}

/** The year that needs no saying: the one of the last report. */
export function yearOf(story: Story): string {
  return (
    story.sources
      .map(({ published }) => published.last)
      .sort()
      .at(-1)
      ?.slice(0, 4) ?? ''
  );
}

/** A fact that is somebody's statement. */
function isSaying(fact: Fact): boolean {
  return fact.by !== undefined && fact.by !== 'not stated';
}

function whoSaysWhat(story: Story): Block[] {
  const questions = story.openQuestions.flatMap(({ asks, positions }): Block[] => [
    { kind: 'question', asks },
    ...byDay(positions).flatMap((position) => positionBlocks(story, position)),
  ]);
  const reactions = story.events.flatMap((event): Block[] => {
    if (event.positions.length === 0) return [];
    const title: Block = { kind: 'question', asks: headline(event) };
    return [title, ...byDay(event.positions).flatMap((position) => positionBlocks(story, position))];
  });
  const sayings = story.facts.filter(isSaying).flatMap((fact) => positionBlocks(story, fact));
  return [
    ...questions,
    ...(reactions.length > 0 ? [heading('Reactions'), ...reactions] : []),
    ...(sayings.length > 0 ? [heading('Also said'), ...sayings] : []),
  ];
}

function positionBlocks(story: Story, position: Position | Fact): Block[] {
  const content = sayPosition(story, position, yearOf(story));
  return [{ kind: 'position', content, statements: [position.id] }, ...corrections(story, position)];
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Whether the actor does or says something in the story, or somebody speaks for them. */
function appears(story: Story, actor: Actor): boolean {
  const doers = story.events.flatMap(({ who }) => who);
  const speakers = statementsOf(story).map((statement) =>
    statement.kind === 'position' ? statement.actor : statement.by,
  );
  const represented = story.actors.map(({ speaksFor }) => speaksFor);
  return [...doers, ...speakers, ...represented].includes(actor);
}

/** Three voices are named; how many more there are is said. */
function spokenFor(voices: readonly string[]): string {
  const others = voices.length > 3 ? [counted(voices.length - 3, 'other')] : [];
  return voices.length === 0 ? '' : `spoken for by ${listed([...voices.slice(0, 3), ...others])}`;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function person(story: Story, actor: Actor): Block {
  const said = statementsOf(story).filter(
    (each) => (each.kind === 'position' ? each.actor : each.by) === actor && each.withdrawn === undefined,
  );
  const did = story.events.filter(({ who, withdrawn }) => who.includes(actor) && withdrawn === undefined);
  const counts = [
    did.length > 0 ? counted(did.length, 'event') : '',
    said.length > 0 ? counted(said.length, 'statement') : '',
  ];
  const voices = story.actors.filter(({ speaksFor }) => speaksFor === actor).map(({ name }) => name);
  const about = [describeActor(actor), spokenFor(voices), listed(counts.filter((count) => count !== ''))].filter(
    (part) => part !== '',
  );
  return { kind: 'entry', label: line(capitalized(actor.name)), content: line(about.join(' · ')) };
}

function sourceBlocks(story: Story, source: Source): Block[] {
  const { number, title, author, published, url, note } = source;
  const name: Inline = url === undefined ? strong(sourceName(source)) : { kind: 'link', text: sourceName(source), url };
  const by = author === undefined ? '' : ` · ${author}`;
  const on =
    title === undefined
      ? ''
      : ` · ${published.precision === 'day' ? sayLongDay(published.first) : sayMoment(published)}`;
  const about: Block = { kind: 'paragraph', content: [...line(`${number}. `), name, ...line(`${by}${on}`)] };
  const notes: Block[] = note === undefined ? [] : [{ kind: 'note', content: line(note) }];
  return [about, ...notes, ...passages(story, source)];
}

/** Each passage that the story cites, as the words to search for, or as a link to them. */
function passages(story: Story, source: Source): Block[] {
  const cited = [...statementsOf(story), ...story.corrections].flatMap(({ evidence }) =>
    evidence.filter((each) => each.source === source.id),
  );
  const distinct = new Map(cited.map((evidence) => [`${evidence.paragraph} ${passageOf(evidence)}`, evidence]));
  return [...distinct.values()]
    .sort((a, b) => a.paragraph - b.paragraph)
    .map((evidence) => {
      const words = passageOf(evidence);
      const content: Inline =
        source.url === undefined
          ? { kind: 'text', text: words }
          : { kind: 'link', text: words, url: deepLink(source.url, evidence) };
      return { kind: 'entry', label: line(`¶${evidence.paragraph}`), content: [content] };
    });
}

function quotes(story: Story): Block[] {
  return byDay(statementsOf(story)).flatMap((statement): Block[] => {
    if (statement.withdrawn !== undefined) return [];
    const speaker = statement.kind === 'position' ? statement.actor : statement.by;
    const who: Inline =
      speaker === undefined || speaker === 'not stated'
        ? emphasis('the report does not say whose words these are')
        : strong(speaker.name);
    const day = statement.when ? ` · ${sayWhen(statement.when, yearOf(story))}` : '';
    return quotationsIn(statement.what).map((text) => ({
      kind: 'quote',
      text: text.replace(/,$/, ''),
      attribution: [who, ...line(day), ...mark(story, statement.evidence)],
      statements: [statement.id],
    }));
  });
}
