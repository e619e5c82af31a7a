/** What Discord refuses in a form. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
import { checkComponent } from './component-rules.ts';
import { Form } from './form.ts';
import { checkIds, flatten } from './placed.ts';

interface RawModal {
  readonly custom_id: unknown;
  readonly title: unknown;
  readonly components: unknown;
}

export function checkModal(data: unknown): void {
  const form = new Form();
  const { custom_id, title, components } = form.object<RawModal>(['data'], data);
  form.text(['data', 'custom_id'], custom_id, { min: 1, max: 100, required: true });
  form.text(['data', 'title'], title, { min: 1, max: 45, required: true });
  const at = ['data', 'components'];
  const list = form.list(at, components, { min: 1, max: 5, required: true });
  for (const [index, each] of list.entries()) checkComponent(form, [...at, index], each, 'modal');
  checkIds(form, flatten(at, list));
  form.done();
}

interface RawChoice {
  readonly name: unknown;
  readonly name_localizations: unknown;
  readonly value: unknown;
}

/** A completion: at most 25 choices; a number's value is a number. */
export function checkChoices(data: unknown, optionType: number): void {
  const form = new Form();
  const { choices } = form.object<{ choices: unknown }>(['data'], data);
  const at = ['data', 'choices'];
  for (const [index, each] of form.list(at, choices, { max: 25, required: true }).entries()) {
    const { name, value } = form.object<RawChoice>([...at, index], each);
    form.text([...at, index, 'name'], name, { min: 1, max: 100, required: true });
    checkChoiceValue(form, [...at, index, 'value'], value, optionType);
  }
  form.done();
}

export function checkChoiceValue(
  form: Form,
  path: readonly (string | number)[],
  value: unknown,
  optionType: number,
): void {
  if (optionType === 3) form.text(path, value, { min: 1, max: 100, required: true });
  else if (optionType === 4) form.integer(path, value, { required: true });
  else if (form.given(path, value, true) && typeof value !== 'number')
    form.refuse(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not float.`);
}
