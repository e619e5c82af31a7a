/** A form as Discord's modal: a labelled field for each option that is missing. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Field, type FormAnswer, fieldsOf, formCommand } from '../../commands/index.ts';
import type { Bot } from '../platform.ts';
import { limits } from './limits.ts';

/** The modal that asks for what is missing; undefined where what was given is too long to go with it. */
export function modalOf(form: FormAnswer, bot: Bot): APIModalInteractionResponseCallbackData | undefined {
  const customId = formCommand(form);
  if (customId.length > limits.customId) return undefined;
  return {
    custom_id: customId,
    title: `/${form.command.name}`.slice(0, limits.modalTitle),
    // More than Discord shows at once are asked for by another form.
    components: fieldsOf(form, bot.complete).slice(0, limits.modalFields).map(componentOf),
  };
}

function componentOf({ name, label, description, kind, optional, choices }: Field): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    description: description.slice(0, limits.fieldDescription),
    component:
      choices.length > 0
        ? {
            type: ComponentType.StringSelect,
            custom_id: name,
            required: !optional,
            options: choices.map((choice) => ({ ...choice, label: choice.label.slice(0, limits.optionLabel) })),
          }
        : {
            type: ComponentType.TextInput,
            custom_id: name,
            required: !optional,
            style: kind === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
            max_length: limits.fieldValue,
          },
  };
}
