/** An event as a mark on the timeline. */
import { remarks, sayWhen } from '../briefing/index.ts';
import {
  type Day,
  type Event,
  firstDay,
  isOneSureDay,
  lastDay,
  type Span,
  type Story,
  statusOf,
} from '../story/index.ts';
import { labelOf } from './label.ts';
import type { Mark } from './timeline.ts';

/** What a digest tells: its news, and the first and last day of its heading. */
export interface Told {
  /** Ids of statements that entered. */
  readonly entered: readonly string[];
  readonly from: Day;
  readonly until: Day;
}

/** The mark of an event, or undefined where it cannot be told in few words. */
export function markOf(event: Event, story: Story, told: Told): Mark | undefined {
  const label = labelOf(event, story.language);
  if (label === undefined) return undefined;
  const remark = remarkOf(event, label);
  const isNew = isNews(event, told);
  return {
    first: firstDay(event.when),
    last: lastDay(event.when),
    label,
    said: sayWhen(event.when, told.until.slice(0, 4)),
    look: lookOf(event, isNew),
    ...(remark !== '' && { remark }),
    ...(isNew && { isNew }),
    ...(isVague(event) && { isVague: true }),
  };
}

/** Whether the digest tells it as its news: what had ended before its first day is background that was reported now. */
export function isNews(event: Event, { entered, from }: Told): boolean {
  if (!entered.includes(event.id)) return false;
  return statusOf(event) === 'planned' || lastDay(event.when) >= from;
}

function lookOf(event: Event, isNew: boolean): Mark['look'] {
  if (event.withdrawn !== undefined) return 'withdrawn';
  if (statusOf(event) !== 'happened') return 'planned';
  return isNew ? 'new' : 'known';
}

/** Whose words a quotation is matters only where the label quotes. */
function remarkOf(event: Event, label: string): string {
  const { by: _unquoted, ...silent } = event;
  const quotes = /[“"„«「]/u.test(label);
  const status = statusOf(event);
  return [...(status === 'happened' ? [] : [status]), ...remarks(quotes ? event : silent)].join(', ');
}

/** Whether it was some time in its days, rather than all of them. */
function isVague({ when }: Event): boolean {
  return !isOneSureDay(when) && when.some(isVagueSpan);
}

function isVagueSpan(span: Span): boolean {
  const moments = span.kind === 'moment' ? [span.at] : [span.from, span.to];
  return moments.some((at) => at !== undefined && (at.first !== at.last || at.approximate || at.uncertain));
}
