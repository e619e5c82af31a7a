/** What Discord refuses in a command's options. */
import type { Choice } from './command-rules.ts';
import type { Form, Path } from './form.ts';
import { checkChoiceValue } from './modal-rules.ts';
import { checkNaming, type Raw, unique } from './naming-rules.ts';

const most = { options: 25, choices: 25 };

/** 0: a command's own; 1: in a group or command; 2: in a group's command. */
type Depth = 0 | 1 | 2;

export function checkOptions(form: Form, path: Path, raw: unknown, depth: Depth): void {
  const options = form
    .list(path, raw, { max: most.options })
    .map((each, index) => form.object<Raw>([...path, index], each));
  unique(form, path, options, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', ({ name }) => String(name));
  const nested = options.filter(({ type }) => type === 1 || type === 2).length;
  if (nested > 0 && nested < options.length)
    form.refuse(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  let optional = false;
  for (const [index, option] of options.entries()) {
    checkOption(form, [...path, index], option, depth);
    if (option.required === true && optional)
      form.refuse(
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optional ||= option.required !== true;
  }
}

const channelTypes = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

const types: Readonly<Record<Depth | 'group', readonly number[]>> = {
  0: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  1: [3, 4, 5, 6, 7, 8, 9, 10, 11],
  2: [3, 4, 5, 6, 7, 8, 9, 10, 11],
  group: [1],
};

function checkOption(
  form: Form,
  path: Path,
  option: Partial<Raw>,
  depth: Depth,
  within: Depth | 'group' = depth,
): void {
  checkNaming(form, path, option);
  form.boolean([...path, 'required'], option.required);
  if (!form.choice([...path, 'type'], option.type, types[within], true)) return;
  if (option.type === 1) {
    checkOptions(form, [...path, 'options'], option.options, 1);
    return;
  }
  if (option.type === 2) {
    checkGroup(form, [...path, 'options'], option.options);
    return;
  }
  checkValues(form, path, option);
}

function checkGroup(form: Form, path: Path, raw: unknown): void {
  for (const [index, each] of form.list(path, raw, { min: 1, max: most.options, required: true }).entries())
    checkOption(form, [...path, index], form.object<Raw>([...path, index], each), 1, 'group');
}

function checkValues(form: Form, path: Path, option: Partial<Raw>): void {
  const type = option.type as number;
  form.boolean([...path, 'autocomplete'], option.autocomplete);
  form.integer([...path, 'min_length'], option.min_length, { min: 0, max: 6000 });
  form.integer([...path, 'max_length'], option.max_length, { min: 1, max: 6000 });
  const taken = form.list([...path, 'channel_types'], option.channel_types, {});
  for (const [index, each] of taken.entries()) {
    form.choice([...path, 'channel_types', index], each, channelTypes, true);
    if (taken.indexOf(each) < index)
      form.refuse([...path, 'channel_types', index], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains it');
  }
  const choices = form
    .list([...path, 'choices'], option.choices, { max: most.choices })
    .map((each, index) => form.object<Choice>([...path, 'choices', index], each));
  for (const [index, { name, value }] of choices.entries()) {
    form.text([...path, 'choices', index, 'name'], name, { min: 1, max: 100, required: true });
    checkChoiceValue(form, [...path, 'choices', index, 'value'], value, type);
  }
  unique(form, [...path, 'choices'], choices, 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', ({ name }) =>
    String(name),
  );
  const asksForChoices = option.autocomplete === true || choices.length > 0;
  if (asksForChoices && ![3, 4, 10].includes(type))
    form.refuse([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only text and numbers have choices');
  if (option.autocomplete === true && choices.length > 0)
    form.refuse(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
      'Autocomplete and choices are mutually exclusive',
    );
}
