/** A form as Slack's modal: an input for each option that is missing. */
import type { ConversationsSelect, InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { type Field, type FormAnswer, fieldsOf, formCommand, type Invocation } from '../../../commands/index.ts';
import type { Bot } from '../../platform.ts';
import { limits } from '../limits.ts';
import { plainText } from '../messages/rich-text.ts';
import type { KeptPlace } from './place.ts';

type Where = Pick<Invocation['where'], 'channel' | 'thread'>;

/** What a form carries until it is sent. */
export interface KeptForm {
  readonly command: string;
  readonly place: KeptPlace;
  /** Where it was opened, whose conversation goes on. */
  readonly channel?: string;
  readonly thread?: string;
}

/** The modal that asks for what is missing; undefined where what was given is too long to go with it. */
export function modalOf(
  form: FormAnswer,
  place: KeptPlace,
  { channel, thread }: Where,
  bot: Bot,
): ModalView | undefined {
  const where = { ...(channel !== undefined && { channel }), ...(thread !== undefined && { thread }) };
  const kept: KeptForm = { command: formCommand(form), place, ...where };
  const metadata = JSON.stringify(kept);
  if (metadata.length > limits.metadata) return undefined;
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plainText(`/${form.command.name}`.slice(0, limits.viewTitle)),
    submit: plainText('Send'),
    close: plainText('Cancel'),
    blocks: fieldsOf(form, bot.complete).map(input),
  };
}

/** What a form carries; undefined where it is none of this version’s. */
export function keptIn(metadata: string): KeptForm | undefined {
  try {
    const kept: Partial<KeptForm> | null = JSON.parse(metadata);
    return kept?.command !== undefined && kept.place !== undefined ? (kept as KeptForm) : undefined;
  } catch {
    return undefined;
  }
}

function input(field: Field): InputBlock {
  const { name, label, description, optional } = field;
  return {
    type: 'input',
    block_id: name,
    ...(optional && { optional }),
    label: plainText(label),
    hint: plainText(description),
    element: elementOf(field),
  };
}

/** What Slack has for a kind of value; else it is typed. */
function elementOf({ name, kind, choices }: Field): InputBlock['element'] {
  const action = { action_id: name };
  if (choices.length > 0) return { type: 'static_select', ...action, options: choices.map(choice) };
  if (kind === 'hour') return { type: 'timepicker', ...action };
  if (kind === 'channel') return { type: 'conversations_select', ...action, filter: places };
  return { type: 'plain_text_input', ...action, multiline: kind === 'text', max_length: limits.fieldValue };
}

/** Channels: private conversations are asked for where they are. */
const places: NonNullable<ConversationsSelect['filter']> = { include: ['public', 'private'], exclude_bot_users: true };

function choice({ label, value }: { label: string; value: string }): PlainTextOption {
  return { text: plainText(label.slice(0, limits.optionText)), value };
}

/** What a sent form's fields hold, by option; blanks alone are nothing. @param values `view.state.values` */
export function valuesOf(values: Readonly<Record<string, Readonly<Record<string, State>>>>): Record<string, string> {
  const fields = Object.values(values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(fields.map(([name, field]) => [name, textIn(field).trim()]));
}

/** What a field holds, by the kind of its element. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
interface State {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_time?: string | null;
  readonly selected_conversation?: string | null;
}

function textIn(field: State): string {
  const { value, selected_option: option, selected_time: time, selected_conversation: conversation } = field;
  return value ?? option?.value ?? time ?? conversation ?? '';
}
