/** What a reader has filled in: the state that Slack sends with presses and submissions. */
import { optionsOf } from './element-rules.ts';
import { elementsOf } from './reading.ts';
import type { Node, PeerMessage, PeerView } from './workspace.ts';

/** What is filled in, by block_id or action_id. */
export type Filled = { readonly [blockOrActionId: string]: string | number | readonly string[] };

/** Under which key the state has the value of each element that is no menu. */
const keyOf: { readonly [type: string]: string } = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
};

const initialOf: { readonly [type: string]: string } = {
  plain_text_input: 'initial_value',
  number_input: 'initial_value',
  email_text_input: 'initial_value',
  url_text_input: 'initial_value',
  users_select: 'initial_user',
  conversations_select: 'initial_conversation',
  channels_select: 'initial_channel',
  datepicker: 'initial_date',
  timepicker: 'initial_time',
};

/** The option with a value; there must be one. */
export function optionWith(element: Node, value: string): Node {
  const found = optionsOf(element).find((option) => option['value'] === value);
  if (found) return found;
  const there = optionsOf(element).map((option) => option['value']);
  throw new Error(`No option ${value} in ${element['action_id']}: ${there.join(' | ')}`);
}

function several(element: Node, value: Filled[string] | undefined): Node[] {
  if (value === undefined) return (element['initial_options'] as Node[] | undefined) ?? [];
  return (Array.isArray(value) ? value : [String(value)]).map((each: string) => optionWith(element, each));
}

function stateOf(element: Node, value: Filled[string] | undefined): Node {
  const type = String(element['type']);
  if (type === 'checkboxes' || type === 'multi_static_select') {
    return { type, selected_options: several(element, value) };
  }
  const key = keyOf[type];
  if (key === undefined) {
    const chosen = value === undefined ? (element['initial_option'] ?? null) : optionWith(element, String(value));
    return { type, selected_option: chosen };
  }
  const given = value ?? element[initialOf[type] ?? ''];
  return { type, [key]: given === undefined || given === '' ? null : String(given) };
}

function isEmpty(state: Node): boolean {
  return Object.entries(state).every(
    ([key, value]) => key === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  );
}

/** What Slack's own form would not let through. */
function refuse(block: Node, element: Node, state: Node): void {
  if (block['type'] !== 'input') return;
  const where = `${block['block_id']}/${element['action_id']}`;
  if (isEmpty(state) && block['optional'] !== true) throw new Error(`${where} must be filled in`);
  const time = state['selected_time'];
  if (typeof time === 'string' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new Error(`${where} takes a time: 09:30`);
  const conversation = state['selected_conversation'];
  if (typeof conversation === 'string' && !/^[CDG][A-Z\d]+$/.test(conversation))
    throw new Error(`${where} takes an id`);
  const { min_length: min = 0, max_length: max = 3000 } = element;
  const value = state['value'];
  if (element['type'] !== 'plain_text_input' || typeof value !== 'string') return;
  if (value.length > Number(max)) throw new Error(`${where} takes at most ${max} characters`);
  if (value.length < Number(min)) throw new Error(`${where} takes at least ${min} characters`);
}

/**
 * The state's values. A field that is named and not there is an error, and where it is a submission, so is one that the
 * form insists on.
 */
export function valuesOf(shown: PeerMessage | PeerView, filled: Filled, submission: boolean): Node {
  const left = new Set(Object.keys(filled));
  const values: { [blockId: string]: Node } = {};
  for (const { block, element } of elementsOf(shown)) {
    if (element['type'] === 'button' || element['type'] === 'overflow') continue;
    const [blockId, actionId] = [String(block['block_id']), String(element['action_id'])];
    const state = stateOf(element, filled[blockId] ?? filled[actionId]);
    if (submission) refuse(block, element, state);
    values[blockId] = { ...values[blockId], [actionId]: state };
    left.delete(blockId);
    left.delete(actionId);
  }
  if (left.size > 0) throw new Error(`No such field: ${[...left].join(', ')}`);
  return values;
}
