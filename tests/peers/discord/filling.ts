/** A form as a person sends it. */
import type { PeerModal } from './exchange.ts';
import type { Component } from './payloads.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The submission's components; throws where Discord's window would not let it be sent. */
export function filled({ components }: PeerModal, fields: Fields): object[] {
  const known = components.flatMap((outer) => (outer.component ?? outer.components?.[0])?.custom_id ?? []);
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`The form has no ${unknown}; what it has: ${known.join(', ')}`);
  return components.flatMap((outer, index): object[] => {
    const id = 2 * index + 1;
    const inner = outer.component ?? outer.components?.[0];
    if (!inner) return outer.type === 10 ? [{ type: 10, id }] : [];
    const field = { id: id + 1, ...fill(inner, fields[inner.custom_id ?? '']) };
    return [outer.type === 18 ? { type: 18, id, component: field } : { type: 1, id, components: [field] }];
  });
}

function fill(field: Component, given: string | readonly string[] | undefined): object {
  const { type, custom_id } = field;
  if (type === 4) return { type, custom_id, value: text(field, given) };
  const values = given === undefined ? [] : [given].flat();
  const { required = true, min_values = 1, max_values = 1, options } = field;
  if (values.length > max_values || (values.length < min_values && (required || values.length > 0)))
    throw new Error(`${custom_id} takes ${min_values} to ${max_values} values.`);
  const unknown = type === 3 ? values.find((value) => !options?.some((option) => option.value === value)) : undefined;
  if (unknown !== undefined) throw new Error(`${custom_id} has no ${unknown}.`);
  return { type, custom_id, values };
}

function text(
  { custom_id, value = '', required = true, min_length = 0, max_length = 4000 }: Component,
  given: unknown,
): string {
  const written = given === undefined ? value : String(given);
  if (required && written === '') throw new Error(`${custom_id} must be filled in.`);
  if (written.length > max_length) throw new Error(`${custom_id}: at most ${max_length} characters.`);
  if (written !== '' && written.length < min_length)
    throw new Error(`${custom_id}: at least ${min_length} characters.`);
  return written;
}
