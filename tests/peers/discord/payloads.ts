/** What a request's body may hold, before anything in it has been checked. */

export interface RawComponent {
  readonly type: unknown;
  readonly id: unknown;
  readonly custom_id: unknown;
  readonly style: unknown;
  readonly label: unknown;
  readonly emoji: unknown;
  readonly url: unknown;
  readonly sku_id: unknown;
  readonly disabled: unknown;
  readonly placeholder: unknown;
  readonly min_values: unknown;
  readonly max_values: unknown;
  readonly default_values: unknown;
  readonly channel_types: unknown;
  readonly options: unknown;
  readonly content: unknown;
  readonly components: unknown;
  readonly component: unknown;
  readonly accessory: unknown;
  readonly accent_color: unknown;
  readonly description: unknown;
  readonly items: unknown;
  readonly media: unknown;
  readonly file: unknown;
  readonly spacing: unknown;
  readonly divider: unknown;
  readonly spoiler: unknown;
  readonly required: unknown;
  readonly min_length: unknown;
  readonly max_length: unknown;
  readonly value: unknown;
}

export interface RawOption {
  readonly label: unknown;
  readonly value: unknown;
  readonly description: unknown;
  readonly default: unknown;
  readonly emoji: unknown;
}

export interface RawMessage {
  readonly content: unknown;
  readonly embeds: unknown;
  readonly poll: unknown;
  readonly sticker_ids: unknown;
  readonly components: unknown;
  readonly flags: unknown;
  readonly attachments: unknown;
  readonly allowed_mentions: unknown;
  readonly message_reference: unknown;
  readonly nonce: unknown;
  readonly enforce_nonce: unknown;
}

export interface RawMentions {
  readonly parse: unknown;
  readonly users: unknown;
  readonly roles: unknown;
  readonly replied_user: unknown;
}

/** A file that came in a multipart body, under `files[index]`. */
export interface Upload {
  readonly index: number;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** A component as it is stored: checked, and as it was sent. */
export interface Component {
  readonly type: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly value?: string;
  readonly media?: { readonly url: string };
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
}

/** The component itself and all inside it, in the order in which they are seen. */
export function withNested(component: Component): Component[] {
  const { components = [], component: labelled, accessory } = component;
  const inside = [...components, ...(labelled ? [labelled] : []), ...(accessory ? [accessory] : [])];
  return [component, ...inside.flatMap(withNested)];
}
