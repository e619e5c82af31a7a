/** What can be done with the digests of a place, as commands and buttons: they work from wherever they are pressed. */
import type { Subscription } from '../../digest/index.ts';
import type { Button } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import type { Place } from './place.ts';

/** A command about one subscription. */
export function digestCommand(name: string, id: number, place: Place): string {
  return `/digest ${name} number:${id}${inPlace(place)}`;
}

/** What can be done with a subscription. */
export function digestButtons({ id, state }: Subscription, place: Place): Button[] {
  const change = state === 'active' ? (['Pause', 'pause'] as const) : (['Resume', 'resume'] as const);
  return [['Preview', 'preview'] as const, change, ['Remove', 'remove'] as const].map(([label, name]) => ({
    label,
    command: digestCommand(name, id, place),
  }));
}

/** Takes a removal back. @param id the subscription that was removed */
export function undoButton(id: number, place: Place): Button {
  return { label: 'Undo', command: digestCommand('restore', id, place), primary: true };
}

/** The command that lists all subscriptions of a place, or those that tell of a story. */
export function listCommand(place: Place, story?: Story): string {
  return `/digest list${story ? ` ${story.id}` : ''}${inPlace(place)}`;
}

/** Lists them. */
export function allDigests(place: Place): Button {
  return { label: place.elsewhere ? 'All digests there' : 'All digests here', command: listCommand(place) };
}

/** Subscribes for a place. */
export function subscribeButton(label: string, place: Place): Button {
  return { label, command: `/digest subscribe${inPlace(place)}` };
}

function inPlace({ elsewhere, to }: Place): string {
  return elsewhere ? ` channel:${to.id}` : '';
}
