/** What Discord refuses in one component, by its type. https://discord.com/developers/docs/components/reference */

import {
  badUrl,
  button,
  channelSelect,
  customId,
  type Rule,
  select,
  selectTypes,
  stringSelect,
  textInput,
} from './control-rules.ts';
import type { Form, Path } from './form.ts';
import type { RawComponent } from './payloads.ts';

/** Which types may stand where. */
export const places = {
  message: [1],
  messageV2: [1, 9, 10, 12, 13, 14, 17],
  container: [1, 9, 10, 12, 13, 14],
  row: [2, ...selectTypes],
  section: [10],
  accessory: [2, 11],
  modal: [1, 10, 18],
  modalRow: [4],
  label: [4, ...selectTypes, 19, 21, 22, 23],
} as const;

export function checkComponent(form: Form, path: Path, value: unknown, place: keyof typeof places): void {
  const component = form.object<RawComponent>(path, value);
  const types: readonly unknown[] = places[place];
  if (!types.includes(component.type)) {
    const message = `Value of field "type" must be one of (${types.join(', ')}).`;
    form.refuse([...path, 'type'], 'UNION_TYPE_CHOICES', message);
  }
  form.integer([...path, 'id'], component.id, { min: 0 });
  (place === 'modal' && component.type === 1 ? modalRow : rules[component.type as number])?.(form, path, component);
}

function inside(
  form: Form,
  path: Path,
  value: unknown,
  place: keyof typeof places,
  min: number,
  max: number,
): unknown[] {
  const components = form.list(path, value, { min, max, required: true });
  for (const [index, each] of components.entries()) checkComponent(form, [...path, index], each, place);
  return components;
}

const row: Rule = (form, path, { components }) => {
  const within = inside(form, [...path, 'components'], components, 'row', 1, 5) as Partial<RawComponent>[];
  const hasSelect = within.some((each) => selectTypes.includes(each?.type as number));
  if (hasSelect && within.length > 1)
    form.refuse(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
};

const modalRow: Rule = (form, path, { components }) => {
  const within = inside(form, [...path, 'components'], components, 'modalRow', 1, 1) as Partial<RawComponent>[];
  for (const [index, each] of within.entries())
    form.text([...path, 'components', index, 'label'], each?.label, { min: 1, max: 45, required: true });
};

const textDisplay: Rule = (form, path, { content }) => {
  form.text([...path, 'content'], content, { min: 1, max: 4000, required: true });
  // Discord trims: what is only blank is empty.
  if (typeof content === 'string' && content !== '' && content.trim() === '')
    form.refuse([...path, 'content'], 'BASE_TYPE_REQUIRED', 'This field is required');
};

const section: Rule = (form, path, { components, accessory }) => {
  inside(form, [...path, 'components'], components, 'section', 1, 3);
  if (form.given([...path, 'accessory'], accessory, true))
    checkComponent(form, [...path, 'accessory'], accessory, 'accessory');
};

function media(form: Form, path: Path, value: unknown, schemes: RegExp): void {
  if (!form.given(path, value, true)) return;
  const { url } = form.object<{ url: unknown }>(path, value);
  form.text([...path, 'url'], url, { min: 1, max: 2048, required: true });
  if (typeof url === 'string' && !schemes.test(url)) badUrl(form, [...path, 'url'], url, `${schemes.source}`);
}

const anywhere = /^(?:https?|attachment):\/\/./;

const thumbnail: Rule = (form, path, component) => {
  form.text([...path, 'description'], component.description, { min: 1, max: 1024 });
  media(form, [...path, 'media'], component.media, anywhere);
};

const gallery: Rule = (form, path, { items }) => {
  const at = [...path, 'items'];
  for (const [index, each] of form.list(at, items, { min: 1, max: 10, required: true }).entries())
    thumbnail(form, [...at, index], form.object<RawComponent>([...at, index], each));
};

const separator: Rule = (form, path, { spacing, divider }) => {
  form.choice([...path, 'spacing'], spacing, [1, 2]);
  form.boolean([...path, 'divider'], divider);
};

const container: Rule = (form, path, { components, accent_color, spoiler }) => {
  inside(form, [...path, 'components'], components, 'container', 1, 40);
  form.integer([...path, 'accent_color'], accent_color, { min: 0, max: 0xffffff });
  form.boolean([...path, 'spoiler'], spoiler);
};

const label: Rule = (form, path, component) => {
  form.text([...path, 'label'], component.label, { min: 1, max: 45, required: true });
  form.text([...path, 'description'], component.description, { min: 1, max: 100 });
  if (form.given([...path, 'component'], component.component, true))
    checkComponent(form, [...path, 'component'], component.component, 'label');
};

const rules: Readonly<Record<number, Rule>> = {
  1: row,
  2: button,
  3: stringSelect,
  4: textInput,
  5: select,
  6: select,
  7: select,
  8: channelSelect,
  9: section,
  10: textDisplay,
  11: thumbnail,
  12: gallery,
  13: (form, path, { file }) => media(form, [...path, 'file'], file, /^attachment:\/\/./),
  14: separator,
  17: container,
  18: label,
  19: customId,
  21: customId,
  22: customId,
  23: customId,
};
