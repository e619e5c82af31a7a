/** The form of `/digest subscribe`: it asks for what is missing, and says what is taken for what may stay empty. */
import type { Command } from '../command.ts';
import type { FormAnswer } from '../invocation.ts';
import { type ReadCadence, saidIfEmpty } from './cadence.ts';
import type { DigestZone } from './zone.ts';

/** What is missing besides the cadence. */
interface Missing {
  /** A story or a topic is. */
  readonly isNamed: boolean;
  readonly ofTopic: boolean;
  /** Undefined where none goes without saying. */
  readonly zone: DigestZone | undefined;
}

/** The form. @param given what was given goes along with it */
export function subscribeForm(
  command: Command,
  given: FormAnswer['given'],
  read: ReadCadence,
  { isNamed, ofTopic, zone }: Missing,
): FormAnswer {
  const cadence = read.kind === 'missing' ? read : { asks: [], offers: [] };
  // A story that is still to be chosen has a zone of its own; a topic has none.
  const needsZone = !zone && ofTopic;
  const offersZone = !needsZone && zone?.isSettled !== true;
  const asks = [...(isNamed ? [] : ['story']), ...cadence.asks, ...(needsZone ? ['zone'] : [])];
  const offers = [...cadence.offers, ...(offersZone ? ['zone'] : [])];
  const said = Object.entries({ ...saidIfEmpty, zone: sayTaken(zone) });
  const ifEmpty = Object.fromEntries(said.filter(([name]) => offers.includes(name)));
  return { kind: 'form', command, given, asks, offers, ifEmpty };
}

function sayTaken(taken: DigestZone | undefined): string {
  if (!taken) return 'the story’s own';
  return taken.whose === undefined ? taken.zone : `${taken.zone}, ${taken.whose}`;
}
