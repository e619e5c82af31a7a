/** Builds the statements of a story from what is typed; complains of each reference that leads nowhere. */

import type { StoryFile } from '../format/schema.ts';
import type { RawPosition } from '../format/statement-ids.ts';
import type { Complain, Path } from '../problem.ts';
import type { Actor, Correction, Event, Fact, OpenQuestion, Position } from '../story.ts';
import { defined, snug } from './defined.ts';
import { readCorrections } from './read-corrections.ts';
import { positionsReferredTo } from './references.ts';
import { Resolver } from './resolve.ts';

interface RawStated {
  readonly what: string;
  readonly evidence: readonly string[];
  readonly when?: readonly string[] | undefined;
  readonly stated?: string | undefined;
  readonly by?: string | undefined;
  readonly withdrawn?: string | undefined;
}

const none: readonly never[] = [];

/** The events, open questions and facts of one file. */
export class StatementBuilder {
  readonly resolve: Resolver;
  /** By day. */
  readonly corrections: readonly Correction[];
  readonly #file: StoryFile;

  constructor(file: StoryFile, complain: Complain) {
    this.#file = file;
    this.resolve = new Resolver(file, complain);
    this.corrections = readCorrections(file, this.resolve);
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
}
