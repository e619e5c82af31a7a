/** A message as its reader sees it. */

import type { PeerModal } from './exchange.ts';
import type { PeerMessage } from './messages.ts';
import { type Component, withNested } from './payloads.ts';

type Shown = { readonly components: readonly Component[]; readonly content?: string };

export function componentsOf({ components }: Shown): Component[] {
  return components.flatMap(withNested);
}

/** Content and text displays, a line break between them. */
export function textOf(message: Shown): string {
  const displays = componentsOf(message).flatMap(({ content }) => content ?? []);
  return [...(message.content ? [message.content] : []), ...displays].join('\n');
}

export interface ShownButton {
  readonly label: string;
  readonly customId: string;
  readonly disabled: boolean;
}

/** Those that ask the bot; a link does not. */
export function buttonsOf(message: Shown): ShownButton[] {
  return componentsOf(message).flatMap(({ type, label = '', custom_id, disabled = false }) =>
    type === 2 && custom_id !== undefined ? [{ label, customId: custom_id, disabled }] : [],
  );
}

export interface ShownSelect {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
}

export function selectsOf(message: Shown): ShownSelect[] {
  return componentsOf(message).flatMap(({ type, custom_id, placeholder = '', options = [] }) =>
    [3, 5, 6, 7, 8].includes(type) && custom_id !== undefined ? [{ customId: custom_id, placeholder, options }] : [],
  );
}

export interface ShownField {
  readonly customId: string;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
}

/** A form's fields, under their labels. */
export function fieldsOf({ components }: PeerModal): ShownField[] {
  return components.flatMap((outer) => {
    const inner = outer.component ?? outer.components?.[0];
    if (inner?.custom_id === undefined) return [];
    const { custom_id, label = outer.label ?? '', value = '', required = true } = inner;
    return [{ customId: custom_id, label, value, required }];
  });
}

export function isMessage(answer: PeerMessage | PeerModal | 'deferred-update'): answer is PeerMessage {
  return typeof answer === 'object' && !('kind' in answer);
}
