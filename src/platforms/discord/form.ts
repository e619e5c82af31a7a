/** A form as Discord's modal: a labelled field for each option that is missing. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type FormAnswer, formCommand } from '../../commands/index.ts';
import type { Bot } from '../platform.ts';
import { limits } from './limits.ts';

/** The modal that asks for what is missing; undefined where what was given is too long to go with it. */
export function modalOf(form: FormAnswer, bot: Bot): APIModalInteractionResponseCallbackData | undefined {
  const customId = formCommand(form);
  if (customId.length > limits.customId) return undefined;
  return {
    custom_id: customId,
    title: `/${form.command.name}`.slice(0, limits.modalTitle),
    components: form.asks.slice(0, limits.modalFields).map((name) => field(name, form, bot)),
  };
}

function field(name: string, { command, given }: FormAnswer, bot: Bot): APILabelComponent {
  const option = command.options[name];
  const choices = option?.kind === 'flag' ? yesOrNo : bot.complete(command, name, '', given);
  // A full list may have left some out: those can only be typed.
  const listed = choices.length > 0 && choices.length < limits.selectOptions;
  return {
    type: ComponentType.Label,
    label: labelOf(name),
    description: (option?.description ?? '').slice(0, limits.fieldDescription),
    component: listed
      ? {
          type: ComponentType.StringSelect,
          custom_id: name,
          required: true,
          options: choices.map(({ label, value }) => ({ label: label.slice(0, limits.optionLabel), value })),
        }
      : {
          type: ComponentType.TextInput,
          custom_id: name,
          required: true,
          style: option?.kind === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
          max_length: limits.fieldValue,
        },
  };
}

const yesOrNo = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];

/** `as-of` as `As of`. */
function labelOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
}
