/** What statements of a story file refer to: its sources, actors and dates, each resolved or complained of. */
import { type Evidence, parseEvidence } from '../evidence.ts';
import type { StoryFile } from '../format/schema.ts';
import { nearest } from '../names.ts';
import { own } from '../own.ts';
import type { Complain, Path } from '../problem.ts';
import type { Actor, EventStatus, Source } from '../story.ts';
import { DateProblem, type Day, firstDay, lastDay, type Moment, parseWhen, type When } from '../when.ts';
import { defined, snug } from './defined.ts';
import { unknown } from './references.ts';

/** Stands in for a date that was complained of. */
const noDay: Moment = { first: '', last: '', precision: 'day', approximate: false, uncertain: false };

/** The id of whoever has a name like this one, which an editor typed in the id's place. */
function idOfNamed(typed: string, actors: ReadonlyMap<string, Actor>): string | undefined {
  const ids = new Map<string, string>();
  for (const { id, name, alsoKnownAs } of actors.values()) {
    // A family name may stand for the whole one; of two who share it, the first is as likely as the other.
    for (const each of [name, ...alsoKnownAs, name.replace(/^.*\s/, '')]) if (!ids.has(each)) ids.set(each, id);
  }
  const [best = ''] = nearest(typed, ids.keys(), 1);
  return ids.get(best);
}

/** The sources and actors of one file, and what its texts refer to. */
export class Resolver {
  readonly sources: ReadonlyMap<string, Source>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly #file: StoryFile;
  readonly #complain: Complain;
  /** Dates recur: each is parsed, and kept, once. */
  readonly #dates = new Map<string, When>();

  constructor(file: StoryFile, complain: Complain) {
    this.#file = file;
    this.#complain = complain;
    this.sources = this.#readSources();
    this.actors = this.#readActors();
  }

  /** Evidence lines; those that are wrong are left out. */
  evidence(path: Path, lines: readonly string[]): Evidence[] {
    const ids = [...this.sources.keys()];
    if (ids.length === 0) return []; // complained of once, at the sources
    const read = lines.flatMap((line, index) => {
      const place = [...path, index];
      const evidence = parseEvidence(line, ids.length === 1 ? ids[0] : undefined);
      const source = typeof evidence === 'string' ? undefined : this.sources.get(evidence.source);
      if (typeof evidence === 'string') this.#complain(place, evidence);
      else if (!source) this.#complain(place, unknown(evidence.source, 'source', ids));
      // The source's own id: one text for all that cite it.
      else return [{ ...evidence, source: source.id }];
      return [];
    });
    return snug(read);
  }

  /** The day of the earliest report; of one that is dated by month or year, its last day: by then it was known. */
  reported(evidence: readonly Evidence[]): Day {
    return evidence.map(({ source }) => this.sources.get(source)?.published.last ?? '').sort()[0] ?? '';
  }

  /**
   * The day from which an event was known as the file tells it: that it happened cannot have been reported before it did,
   * and that it was called off is known from the last of its reports.
   */
  reportedEvent(evidence: readonly Evidence[], when: When, status: EventStatus): Day {
    const days = evidence.map(({ source }) => this.sources.get(source)?.published.last ?? '').sort();
    if (status === 'called off') return days.at(-1) ?? '';
    const since = status === 'happened' ? days.find((day) => day >= firstDay(when)) : undefined;
    return since ?? days[0] ?? '';
  }

  when(path: Path, texts: readonly string[]): When {
    const key = texts.join(' ');
    const known = this.#dates.get(key);
    if (known) return known;
    const wrong = texts.flatMap((text, index) => this.#wrongDate([...path, index], text));
    for (const [place, message] of wrong) this.#complain(place, message);
    if (wrong.length > 0) return [{ kind: 'moment', at: noDay }];
    const when = parseWhen(texts, this.#file.time_zone);
    this.#dates.set(key, when);
    return when;
  }

  #wrongDate(place: Path, text: string): [Path, string][] {
    try {
      parseWhen([text], this.#file.time_zone);
      return [];
    } catch (error) {
      if (!(error instanceof DateProblem)) throw error;
      return [[place, error.message]];
    }
  }

  day(path: Path, text: string): Day {
    const when = this.when(path, [text]);
    if (firstDay(when) !== lastDay(when)) this.#complain(path, `‘${text}’ is no day; write it as 2022-09-08`);
    return firstDay(when);
  }

  speaker(path: Path, ref: string): Actor | 'not stated' | undefined {
    return ref === 'not stated' ? ref : this.actor(path, ref);
  }

  /** @param meant the ids of those who may be meant where none of a like id is known */
  actor(path: Path, ref: string, meant: () => readonly string[] = () => []): Actor | undefined {
    const actor = this.actors.get(ref);
    if (!actor) {
      const ids = [...this.actors.keys()];
      const likely = meant().find((id) => this.actors.has(id));
      this.#complain(path, unknown(ref, 'actor', ids, idOfNamed(ref, this.actors) ?? likely));
    }
    return actor;
  }

  #readSources(): Map<string, Source> {
    const entries = Object.entries(this.#file.sources);
    if (entries.length === 0) this.#complain(['sources'], 'a story needs at least one source');
    return new Map(
      entries.map(([id, { aside = [], published, ...rest }], index) => {
        const path = ['sources', id, 'published'];
        const [span] = this.when(path, [published]);
        if (span.kind === 'interval') this.#complain(path, 'a report is published on one date, not over an interval');
        const at = span.kind === 'moment' ? span.at : noDay;
        return [id, { id, number: index + 1, published: at, ...defined(rest), aside }];
      }),
    );
  }

  /** First all of them, then who speaks for whom: in whatever order, and however long the chain. */
  #readActors(): Map<string, Actor> {
    const raw = Object.entries(this.#file.actors);
    const actors = new Map(
      raw.map(([id, { name, also_known_as: alsoKnownAs = [], role, unnamed = false }]): [string, Actor] => [
        id,
        { id, name, alsoKnownAs, ...defined({ role }), unnamed },
      ]),
    );
    const circles = this.#closingCircles();
    for (const [id, { speaks_for: of }] of raw) {
      if (of === undefined) continue;
      const speaksFor = actors.get(of);
      const path = ['actors', id, 'speaks_for'];
      if (!speaksFor) this.#complain(path, unknown(of, 'actor', [...actors.keys()], idOfNamed(of, actors)));
      else if (circles.has(id)) this.#complain(path, `‘${id}’ speaks for itself in a circle`);
      else Object.assign(actors.get(id) ?? {}, { speaksFor });
    }
    return actors;
  }

  /** The actors at whom a chain of `speaks_for` comes back to where it has been. */
  #closingCircles(): Set<string> {
    const next = (id: string) => own(this.#file.actors, id)?.speaks_for;
    const closing = new Set<string>();
    const walkOf = new Map<string, string>();
    for (const start of Object.keys(this.#file.actors)) {
      let id: string | undefined = start;
      while (id !== undefined && !walkOf.has(id)) {
        walkOf.set(id, start);
        const of: string | undefined = next(id);
        if (of !== undefined && walkOf.get(of) === start) closing.add(id);
        id = of;
      }
    }
    return closing;
  }
}
