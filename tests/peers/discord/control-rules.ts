/** What Discord refuses in what can be pressed, chosen from or filled in. https://discord.com/developers/docs/components/reference */
import type { Form, Path } from './form.ts';
import type { RawComponent, RawOption } from './payloads.ts';

export type Rule = (form: Form, path: Path, component: Partial<RawComponent>) => void;

export const selectTypes = [3, 5, 6, 7, 8];

export function badUrl(form: Form, path: Path, url: unknown, schemes = "('http', 'https', 'discord')"): void {
  form.refuse(
    path,
    'URL_TYPE_INVALID_SCHEME',
    `Scheme of "${url}" is not supported. Scheme must be one of ${schemes}.`,
  );
}

export const customId = (form: Form, path: Path, { custom_id }: Partial<RawComponent>) =>
  form.text([...path, 'custom_id'], custom_id, { min: 1, max: 100, required: true });

export const button: Rule = (form, path, component) => {
  const { style, label, emoji, url, sku_id, custom_id, disabled } = component;
  form.text([...path, 'label'], label, { max: 80 });
  form.boolean([...path, 'disabled'], disabled);
  checkEmoji(form, [...path, 'emoji'], emoji);
  if (!form.choice([...path, 'style'], style, [1, 2, 3, 4, 5, 6], true)) return;
  if (style === 6) return form.snowflake([...path, 'sku_id'], sku_id, true);
  if (!label && !emoji)
    form.refuse(path, 'BUTTON_COMPONENT_REQUIRES_LABEL_OR_EMOJI', 'A button must have a label or an emoji');
  if (style !== 5) customId(form, path, component);
  else form.text([...path, 'url'], url, { min: 1, max: 512, required: true });
  if (style === 5 ? custom_id != null : url != null)
    form.refuse(
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  if (style === 5 && typeof url === 'string' && !/^(?:https?|discord):\/\//.test(url))
    badUrl(form, [...path, 'url'], url);
};

function checkEmoji(form: Form, path: Path, emoji: unknown): void {
  if (!form.given(path, emoji)) return;
  const { id, name } = form.object<{ id: unknown; name: unknown }>(path, emoji);
  form.snowflake([...path, 'id'], id);
  form.text([...path, 'name'], name, { min: 1, max: 32, required: id === undefined || id === null });
}

export const select: Rule = (form, path, component) => {
  customId(form, path, component);
  form.text([...path, 'placeholder'], component.placeholder, { max: 150 });
  form.integer([...path, 'min_values'], component.min_values, { min: 0, max: 25 });
  form.integer([...path, 'max_values'], component.max_values, { min: 1, max: 25 });
  form.boolean([...path, 'disabled'], component.disabled);
  form.list([...path, 'default_values'], component.default_values, { max: 25 });
  if (
    Number(component.min_values ?? 1) > Number(component.max_values ?? Math.max(1, Number(component.min_values ?? 1)))
  )
    form.refuse(
      [...path, 'min_values'],
      'SELECT_COMPONENT_MIN_OVER_MAX',
      'Min values must not be greater than max values',
    );
};

/** Of channels it may take some types only. */
export const channelSelect: Rule = (form, path, component) => {
  select(form, path, component);
  const types = form.list([...path, 'channel_types'], component.channel_types, {});
  for (const [index, each] of types.entries())
    form.choice([...path, 'channel_types', index], each, [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16], true);
};

export const stringSelect: Rule = (form, path, component) => {
  select(form, path, component);
  const at = [...path, 'options'];
  const options = form
    .list(at, component.options, { min: 1, max: 25, required: true })
    .map((each, index) => form.object<RawOption>([...at, index], each));
  const values = new Set<unknown>();
  for (const [index, { label, value, description, emoji }] of options.entries()) {
    form.text([...at, index, 'label'], label, { min: 1, max: 100, required: true });
    form.text([...at, index, 'value'], value, { min: 1, max: 100, required: true });
    form.text([...at, index, 'description'], description, { max: 100 });
    checkEmoji(form, [...at, index, 'emoji'], emoji);
    if (values.has(value))
      form.refuse(
        [...at, index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    values.add(value);
  }
  const most = Number(component.max_values ?? 1);
  if (most > options.length)
    form.refuse(
      [...path, 'max_values'],
      'SELECT_COMPONENT_TOO_FEW_OPTIONS',
      'Max values must not exceed the number of options',
    );
  if (options.filter((option) => option.default === true).length > most)
    form.refuse(at, 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More options are default than may be chosen');
};

export const textInput: Rule = (form, path, component) => {
  customId(form, path, component);
  form.choice([...path, 'style'], component.style, [1, 2], true);
  form.text([...path, 'label'], component.label, { min: 1, max: 45 });
  form.text([...path, 'placeholder'], component.placeholder, { max: 100 });
  form.text([...path, 'value'], component.value, { max: 4000 });
  form.integer([...path, 'min_length'], component.min_length, { min: 0, max: 4000 });
  form.integer([...path, 'max_length'], component.max_length, { min: 1, max: 4000 });
  form.boolean([...path, 'required'], component.required);
  if (Number(component.min_length ?? 0) > Number(component.max_length ?? 4000))
    form.refuse([...path, 'min_length'], 'TEXT_INPUT_MIN_OVER_MAX', 'Min length must not be greater than max length');
};
