/** Builds a `Story` from a story file; complains of each id that is taken and each reference that leads nowhere. */
import type { Complain, Path } from './problem.ts';
import { checkReferences, positionsReferredTo } from './references.ts';
import { defined, Resolver, snug } from './resolve.ts';
import { own, type StoryFile } from './schema.ts';
import {
  type Actor,
  type Correction,
  type Event,
  type Fact,
  nothingAsked,
  type OpenQuestion,
  type Position,
  type Statement,
  type Story,
  statementsOf,
} from './story.ts';
import { compareDays, firstDay } from './when.ts';

type RawPosition =
  | StoryFile['who_says_what'][string]['positions'][number]
  | StoryFile['events'][string]['positions'][number];

interface RawStated {
  readonly what: string;
  readonly evidence: readonly string[];
  readonly when?: readonly string[] | undefined;
  readonly stated?: string | undefined;
  readonly by?: string | undefined;
  readonly withdrawn?: string | undefined;
}

/** Builds the story. Where something was complained of, what is returned is not fit to use. */
export function build(id: string, file: StoryFile, complain: Complain): Story {
  const builder = new Builder(file, complain);
  const events = Object.entries(file.events).map(([key, raw]) => builder.event(key, raw));
  const openQuestions = Object.entries(file.who_says_what).map(([key, raw]) => builder.openQuestion(key, raw));
  const facts = Object.entries(file.facts).map(([key, raw]) => builder.fact(key, raw));
  const statements = index({ events, openQuestions, facts }, file, complain);
  const questions = openQuestions.map((question) => question.id);
  checkReferences(file, { statements: [...statements.keys()], questions }, complain);
  return {
    id,
    title: file.title,
    name: file.name,
    alsoKnownAs: file.also_known_as,
    language: file.language,
    timeZone: file.time_zone,
    state: file.state,
    topics: file.topics,
    inShort: file.in_short.flatMap((ref) => statements.get(ref) ?? []),
    ...defined({ whyItMatters: file.why_it_matters === undefined ? undefined : statements.get(file.why_it_matters) }),
    sources: [...builder.resolve.sources.values()],
    actors: [...builder.resolve.actors.values()],
    events: events.sort((a, b) => compareDays(firstDay(a.when), firstDay(b.when))),
    openQuestions,
    facts,
    readersAsk: Object.entries(file.readers_ask).map(([asks, answers]) => ({ asks, answers })),
    ...nothingAsked,
    corrections: builder.corrections,
  };
}

/** All statements by id. */
function index(
  story: Pick<Story, 'events' | 'openQuestions' | 'facts'>,
  file: StoryFile,
  complain: Complain,
): Map<string, Statement> {
  const byId = new Map<string, Statement>();
  for (const statement of statementsOf(story)) {
    if (byId.has(statement.id)) complain(pathOf(statement, file), taken(statement));
    byId.set(statement.id, statement);
  }
  for (const { id } of story.openQuestions) {
    if (byId.has(id)) complain(['who_says_what', id], `the id ‘${id}’ is taken by an event or a fact; ids are unique`);
  }
  return byId;
}

function taken(statement: Statement): string {
  if (statement.kind !== 'position') return `the id ‘${statement.id}’ is taken; ids are unique`;
  return `‘${statement.actor.id}’ has a position here already; give the second one an \`id\` of its own`;
}

/** Where a statement stands in the file; of two positions with one id, the second. */
export function pathOf(statement: Statement, file: StoryFile): Path {
  if (statement.kind !== 'position') return [statement.kind === 'event' ? 'events' : 'facts', statement.id];
  const name = statement.id.slice(statement.on.length + 1);
  const place = own(file.events, statement.on) ? 'events' : 'who_says_what';
  const positions: readonly RawPosition[] = own(file[place] as StoryFile['events'], statement.on)?.positions ?? [];
  return [place, statement.on, 'positions', positions.findLastIndex((raw) => (raw.id ?? raw.actor) === name)];
}

const none: readonly never[] = [];

class Builder {
  readonly resolve: Resolver;
  /** By day. */
  readonly corrections: readonly Correction[];
  readonly #file: StoryFile;

  constructor(file: StoryFile, complain: Complain) {
    this.#file = file;
    this.resolve = new Resolver(file, complain);
    this.corrections = this.#readCorrections();
  }

  event(id: string, raw: StoryFile['events'][string]): Event {
    const path = ['events', id];
    const stated = this.#stated(id, path, raw);
    const when = this.resolve.when([...path, 'when'], raw.when);
    const { evidence, reported } = stated;
    return {
      kind: 'event',
      ...stated,
      reported: reported === '' ? reported : this.resolve.reportedEvent(evidence, when, raw.status),
      when,
      ...defined({ where: raw.where, short: raw.short, calledOffBy: raw.called_off_by }),
      who: snug((raw.who ?? []).flatMap((ref, at) => this.resolve.speaker([...path, 'who', at], ref) ?? [])),
      because: raw.because ?? none,
      updatedBy: raw.updated_by ?? none,
      status: raw.status,
      positions: raw.positions.map((each, at) => this.#position(id, [...path, 'positions', at], each)),
    };
  }

  openQuestion(id: string, raw: StoryFile['who_says_what'][string]): OpenQuestion {
    const path = ['who_says_what', id, 'positions'];
    const positions = raw.positions.map((each, at) => this.#position(id, [...path, at], each));
    return { id, asks: raw.asks, about: raw.about ?? [], positions };
  }

  fact(id: string, raw: StoryFile['facts'][string]): Fact {
    const path = ['facts', id];
    const when = raw.when && this.resolve.when([...path, 'when'], raw.when);
    return { kind: 'fact', ...this.#stated(id, path, raw), updatedBy: raw.updated_by ?? none, ...defined({ when }) };
  }

  #position(on: string, path: Path, raw: RawPosition): Position {
    // Without a name: of one who was complained of, no rule says more.
    const nobody: Actor = { id: raw.actor, name: '', alsoKnownAs: [], unnamed: true };
    const meant = () => positionsReferredTo(on, this.#file);
    const when = raw.when && this.resolve.when([...path, 'when'], raw.when);
    return {
      kind: 'position',
      ...this.#stated(`${on}/${raw.id ?? raw.actor}`, path, raw),
      on,
      actor: this.resolve.actor([...path, 'actor'], raw.actor, meant) ?? nobody,
      stance: raw.stance as Position['stance'],
      ...defined({ when }),
    };
  }

  #stated(id: string, path: Path, raw: RawStated) {
    const evidence = this.resolve.evidence([...path, 'evidence'], raw.evidence);
    const { by, stated, withdrawn } = raw;
    return {
      id,
      what: raw.what,
      evidence,
      // Of a report that is itself broken, nobody knows whether it was the first or the last.
      reported: evidence.length < raw.evidence.length ? '' : this.resolve.reported(evidence),
      corrections: this.#correctionsOf(id),
      ...defined({
        by: by === undefined ? undefined : (this.resolve.speaker([...path, 'by'], by) ?? 'not stated'),
        stated,
        withdrawn: withdrawn === undefined ? undefined : this.resolve.day([...path, 'withdrawn'], withdrawn),
      }),
    };
  }

  #correctionsOf(id: string): readonly Correction[] {
    const found = this.corrections.filter(({ statement }) => statement === id);
    return found.length > 0 ? found : none;
  }

  #readCorrections(): Correction[] {
    const read = this.#file.corrections.map(({ evidence, when, ...raw }, at): Correction => {
      const path = ['corrections', at];
      return {
        ...raw,
        when: this.resolve.day([...path, 'when'], when),
        now: '',
        evidence: this.resolve.evidence([...path, 'evidence'], evidence),
      };
    });
    const sorted = read.sort((a, b) => compareDays(a.when, b.when));
    return sorted.map((correction, at) => {
      const next = sorted
        .slice(at + 1)
        .find(({ statement, field }) => statement === correction.statement && field === correction.field);
      return { ...correction, now: next?.was ?? this.#today(correction) };
    });
  }

  /** What the file says today in a corrected field; empty where it says nothing. */
  #today({ statement, field }: Correction): string {
    const { events, facts, who_says_what: questions } = this.#file;
    const [owner = '', position] = statement.split('/');
    const positions: readonly RawPosition[] = (own(events, owner) ?? own(questions, owner))?.positions ?? [];
    const raw: Partial<Record<string, unknown>> | undefined =
      position === undefined
        ? (own(events, owner) ?? own(facts, owner))
        : positions.find((each) => (each.id ?? each.actor) === position);
    const value = raw?.[field];
    return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  }
}
