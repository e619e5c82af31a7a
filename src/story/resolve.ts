/** What statements of a story file refer to: its sources, actors and dates, each resolved or complained of. */
import { type Evidence, parseEvidence } from './evidence.ts';
import type { Complain } from './parse.ts';
import type { Path } from './read-yaml.ts';
import { unknown } from './references.ts';
import { own, type StoryFile } from './schema.ts';
import type { Actor, Source } from './story.ts';
import { DateProblem, type Day, firstDay, lastDay, type Moment, parseWhen, type When } from './when.ts';

/** Stands in for a date that was complained of. */
const noDay: Moment = { first: '', last: '', precision: 'day', approximate: false, uncertain: false };

/** The sources and actors of one file, and what its texts refer to. */
export class Resolver {
  readonly sources: ReadonlyMap<string, Source>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly #file: StoryFile;
  readonly #complain: Complain;

  constructor(file: StoryFile, complain: Complain) {
    this.#file = file;
    this.#complain = complain;
    this.sources = this.#readSources();
    this.actors = this.#readActors();
  }

  /** Evidence lines; those that are wrong are left out. */
  evidence(path: Path, lines: readonly string[]): Evidence[] {
    const ids = [...this.sources.keys()];
    return lines.flatMap((line, index) => {
      const place = lines.length > 1 ? [...path, index] : path;
      const evidence = parseEvidence(line, ids.length === 1 ? ids[0] : undefined);
      if (typeof evidence === 'string') this.#complain(place, evidence);
      else if (!this.sources.has(evidence.source)) this.#complain(place, unknown(evidence.source, 'source', ids));
      else return [evidence];
      return [];
    });
  }

  /** The day of the earliest report; of one that is dated by month or year, its last day: by then it was known. */
  reported(evidence: readonly Evidence[]): Day {
    return evidence.map(({ source }) => this.sources.get(source)?.published.last ?? '').sort()[0] ?? '';
  }

  when(path: Path, texts: readonly string[]): When {
    try {
      return parseWhen(texts, this.#file.time_zone);
    } catch (error) {
      if (!(error instanceof DateProblem)) throw error;
      this.#complain(path, error.message);
      return [{ kind: 'moment', at: noDay }];
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

  actor(path: Path, ref: string): Actor | undefined {
    const actor = this.actors.get(ref);
    if (!actor) this.#complain(path, unknown(ref, 'actor', [...this.actors.keys()]));
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

  #readActors(): Map<string, Actor> {
    const raw = this.#file.actors;
    const done = new Map<string, Actor>();
    const read = (id: string, seen: readonly string[]): Actor | undefined => {
      const known = done.get(id);
      const actor = own(raw, id);
      if (known || !actor) return known;
      const { name, also_known_as: alsoKnownAs = [], role, speaks_for: of, unnamed = false } = actor;
      const speaksFor = of === undefined ? undefined : this.#speaksFor(id, of, seen, read);
      done.set(id, { id, name, alsoKnownAs, ...defined({ role, speaksFor }), unnamed });
      return done.get(id);
    };
    for (const id of Object.keys(raw)) read(id, [id]);
    // As they stand in the file, whoever speaks for whom.
    return new Map(
      Object.keys(raw)
        .flatMap((id) => done.get(id) ?? [])
        .map((actor) => [actor.id, actor]),
    );
  }

  #speaksFor(
    id: string,
    of: string,
    seen: readonly string[],
    read: (id: string, seen: readonly string[]) => Actor | undefined,
  ) {
    const path = ['actors', id, 'speaks_for'];
    if (seen.includes(of)) this.#complain(path, `‘${id}’ speaks for itself in a circle`);
    else if (own(this.#file.actors, of) === undefined)
      this.#complain(path, unknown(of, 'actor', Object.keys(this.#file.actors)));
    else return read(of, [...seen, of]);
    return undefined;
  }
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the keys whose value is undefined. */
export function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
