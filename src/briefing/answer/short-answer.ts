/** The short answer in words: a day, a figure, a name, or where each side stands. The only sentence that is ever put together. */
import type { Point } from '../../ask/index.ts';
import { capitalized, listed } from '../../message/index.ts';
import { type Actor, isOneSureDay, type OpenQuestion, type Position, type Story } from '../../story/index.ts';
import { sayLongDay, sayWhen } from '../dates.ts';
import { describeActor, sayReported } from '../wording.ts';

/** Without a full stop. */
export function sayPoint(story: Story, point: Point): string {
  switch (point.kind) {
    case 'day': {
      const [span] = point.when;
      const isDay = isOneSureDay(point.when) && span.kind === 'moment';
      const said = isDay ? sayLongDay(span.at.first) : capitalized(sayWhen(point.when));
      return withStatus(said, point);
    }
    case 'instant':
      return capitalized(sayWhen(point.when));
    case 'reported':
      return `Reported ${sayReported(story, point.statement, '')}`;
    case 'place':
      return withStatus(capitalized(point.text), point);
    case 'figure':
    case 'hour':
      return capitalized(point.text);
    case 'actors':
      return listed(point.actors.map(sayActor).map((name, at) => (at === 0 ? capitalized(name) : name)));
    case 'role':
      return `${capitalized(point.actor.name)}: ${describeActor(point.actor)}`;
    case 'sides':
      return saySides(point.question);
  }
}

/** The short answer where no heading tells what it is about. */
export function sayFirst(story: Story, point: Point): string {
  return point.kind === 'sides' ? `${point.question.asks} ${sayPoint(story, point)}` : sayPoint(story, point);
}

function withStatus(said: string, { status }: { readonly status?: string }): string {
  return status === undefined ? said : `${said} (${status})`;
}

function sayActor({ name, role, unnamed }: Actor): string {
  const details = [...(role === undefined ? [] : [role]), ...(unnamed ? ['not named'] : [])];
  return details.length > 0 ? `${name} (${details.join('; ')})` : name;
}

const verbs: Readonly<Record<Position['stance'], string>> = {
  asserts: 'asserted',
  suggests: 'suggested',
  reports: 'reported',
  supports: 'supported',
  condemns: 'condemned',
  doubts: 'doubted',
  denies: 'denied',
  declines: 'not answered',
};

/** `Asserted by Edi Rama; denied by Iran’s Foreign Ministry`. An actor who has changed sides stands where they stand now. */
function saySides({ positions }: OpenQuestion): string {
  const standing = positions.filter(({ withdrawn }) => withdrawn === undefined);
  const current = standing.filter((each) => !standing.some((other) => replaces(other, each)));
  const parts = Object.entries(verbs).flatMap(([stance, verb]) => {
    const actors = [...new Set(current.filter((each) => each.stance === stance).map(({ actor }) => actor.name))];
    return actors.length > 0 ? [`${verb} by ${listed(actors)}`] : [];
  });
  return capitalized(parts.join('; '));
}

function replaces(other: Position, position: Position): boolean {
  return other.actor === position.actor && other.reported > position.reported && other.stance !== position.stance;
}
