/** An event as a mark on the timeline. */
import { changes, remarks, sayMoment, sayWhen } from '../briefing/index.ts';
import { type Event, firstDay, isOneSureDay, lastDay, type Span, type Story, statusOf } from '../story/index.ts';
import { labelOf } from './label.ts';
import type { Mark } from './timeline.ts';

/** The mark of an event, or undefined where it cannot be told in few words. @param knownYear the year that needs no saying */
export function markOf(event: Event, story: Story, isNew: boolean, knownYear: string): Mark | undefined {
  const label = labelOf(event, story.language);
  if (label === undefined) return undefined;
  const remark = remarkOf(event, story, label);
  return {
    first: firstDay(event.when),
    last: lastDay(event.when),
    label,
    said: sayWhen(event.when, knownYear, sayMoment),
    look: lookOf(event, isNew),
    ...(remark !== '' && { remark }),
    ...(isNew && { isNew }),
    ...(isVague(event) && { isVague: true }),
  };
}

function lookOf(event: Event, isNew: boolean): Mark['look'] {
  if (event.withdrawn !== undefined) return 'withdrawn';
  if (statusOf(event) !== 'happened') return 'planned';
  return isNew ? 'new' : 'known';
}

/** Whose words a quotation is matters only where the label quotes. */
function remarkOf(event: Event, story: Story, label: string): string {
  const quotes = /[“"„«「]/u.test(label);
  const status = statusOf(event);
  const isSaid = status === 'happened' || label.toLowerCase().includes(status);
  return [...(isSaid ? [] : [status]), ...(quotes ? remarks : changes)(story, event)].join(', ');
}

/** Whether it was some time in its days, or on some of them, rather than on all. */
function isVague({ when }: Event): boolean {
  return !isOneSureDay(when) && (when.length > 1 || when.some(isVagueSpan));
}

function isVagueSpan(span: Span): boolean {
  const moments = span.kind === 'moment' ? [span.at] : [span.from, span.to];
  return moments.some((at) => at !== undefined && (at.first !== at.last || at.approximate || at.uncertain));
}
