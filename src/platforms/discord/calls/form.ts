/** A form as Discord's modal: a labelled field for each option that is missing. */
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Field, type FormAnswer, fieldsOf, formCommand } from '../../../commands/index.ts';
import type { Bot } from '../../platform.ts';
import { postedTo } from '../declarations/declare.ts';
import { limits } from '../limits.ts';

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

function componentOf(field: Field): APILabelComponent {
  const { label, description, typedAs } = field;
  const said = typedAs === undefined ? description : `${description.replace(/\.$/, '')}. Type ${typedAs}.`;
  return {
    type: ComponentType.Label,
    label,
    description: said.slice(0, limits.fieldDescription),
    component: controlOf(field),
  };
}

/** What Discord has for a kind of value; else it is typed. */
function controlOf({ name, kind, optional, choices }: Field): APIComponentInLabel {
  const control = { custom_id: name, required: !optional };
  if (choices.length > 0) {
    const options = choices.map((choice) => ({ ...choice, label: choice.label.slice(0, limits.optionLabel) }));
    return { type: ComponentType.StringSelect, ...control, options };
  }
  if (kind === 'role') return { type: ComponentType.RoleSelect, ...control };
  if (kind === 'channel') return { type: ComponentType.ChannelSelect, ...control, channel_types: postedTo };
  const style = kind === 'text' ? TextInputStyle.Paragraph : TextInputStyle.Short;
  return { type: ComponentType.TextInput, ...control, style, max_length: limits.fieldValue };
}
