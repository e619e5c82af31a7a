/** What Slack refuses in buttons, menus, inputs and pictures. https://docs.slack.dev/reference/block-kit/block-elements */
import { type Check, flag, isNode, keys, list, oneOf, string, text, url } from './text-rules.ts';
import type { Node } from './workspace.ts';

type Rule = (check: Check, node: Node, path: string) => void;

function confirm(check: Check, node: Node, path: string): void {
  const value = node['confirm'];
  if (value === undefined) return;
  const at = `${path}/confirm`;
  if (!isNode(value)) {
    flag(check, at, 'must provide an object');
    return;
  }
  keys(check, value, at, 'title text confirm deny style');
  text(check, value, 'title', at, { max: 100, required: true });
  text(check, value, 'text', at, { max: 300, required: true, mrkdwn: true });
  text(check, value, 'confirm', at, { max: 30, required: true });
  text(check, value, 'deny', at, { max: 30, required: true });
}

interface OptionRule {
  readonly max: number;
  readonly mrkdwn?: boolean;
  readonly url?: boolean;
}

function option(check: Check, node: Node, path: string, rule: OptionRule): void {
  keys(check, node, path, rule.url ? 'text value description url' : 'text value description');
  text(check, node, 'text', path, { max: 75, required: true, mrkdwn: rule.mrkdwn === true });
  string(check, node, 'value', path, { max: 150, required: true });
  text(check, node, 'description', path, { max: 75, mrkdwn: rule.mrkdwn === true });
  if (rule.url) url(check, node, 'url', path);
}

function options(check: Check, node: Node, path: string, rule: OptionRule): void {
  for (const [each, at] of list(check, node, 'options', path, { min: 1, max: rule.max })) option(check, each, at, rule);
}

/** A menu's options, flat or in groups, and the one chosen from the start. */
function menu(check: Check, node: Node, path: string): void {
  const grouped = node['option_groups'] !== undefined;
  if (grouped === (node['options'] !== undefined)) {
    flag(check, path, 'must define either `options` or `option_groups`');
  } else if (grouped) {
    for (const [each, at] of list(check, node, 'option_groups', path, { min: 1, max: 100 })) {
      text(check, each, 'label', at, { max: 75, required: true });
      options(check, each, at, { max: 100 });
    }
  } else {
    options(check, node, path, { max: 100 });
  }
  const initial = node['initial_option'];
  if (isNode(initial) && !optionsOf(node).some((each) => each['value'] === initial['value'])) {
    flag(check, `${path}/initial_option`, 'initial_option must match one of the options');
  }
}

/** The options of a menu, those of its groups too. */
export function optionsOf(node: Node): Node[] {
  const groups = Array.isArray(node['option_groups']) ? (node['option_groups'] as Node[]) : [node];
  return groups.flatMap((group) => (Array.isArray(group['options']) ? (group['options'] as Node[]) : []));
}

const range = (minimum: number, maximum: number) => (value: unknown) =>
  value === undefined || (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum);

function plainInput(check: Check, node: Node, path: string): void {
  const { min_length: min, max_length: max } = node;
  if (!range(0, 3000)(min)) flag(check, `${path}/min_length`, 'must be an integer from 0 to 3000');
  if (!range(1, 3000)(max)) flag(check, `${path}/max_length`, 'must be an integer from 1 to 3000');
  if (Number(min ?? 0) > Number(max ?? 3000)) flag(check, `${path}/min_length`, 'must not exceed max_length');
  string(check, node, 'initial_value', path, { max: Number(max ?? 3000) });
}

/** A picture, of an address or an uploaded file: an element and a block alike. */
export function picture(check: Check, node: Node, path: string): void {
  string(check, node, 'alt_text', path, { max: 2000, min: 1, required: true });
  url(check, node, 'image_url', path);
  const file = node['slack_file'];
  if ((file === undefined) === (node['image_url'] === undefined)) {
    flag(check, path, 'must define either `image_url` or `slack_file`');
  }
  if (isNode(file) && !check.fileReady(String(file['id'] ?? file['url']))) {
    flag(check, `${path}/slack_file`, 'invalid slack file');
  }
}

function pattern(key: string, shape: RegExp): Rule {
  return (check, node, path) => {
    const value = node[key];
    if (value !== undefined && !shape.test(String(value))) flag(check, `${path}/${key}`, 'invalid format');
  };
}

const nothing: Rule = () => {};
const choices: Rule = (check, node, path) => options(check, node, path, { max: 10, mrkdwn: true });

interface ElementRule {
  /** The keys beside type, action_id and confirm. */
  readonly keys: string;
  /** Where it may stand: an actions block, a section's accessory, an input, a context. */
  readonly in: string;
  readonly rule: Rule;
}

const chosen = 'placeholder focus_on_load';
const typed = 'placeholder focus_on_load initial_value dispatch_action_config';
const several = `${chosen} max_selected_items`;
const widely = 'actions section input';

const elements: { readonly [type: string]: ElementRule } = {
  button: {
    keys: 'text value url style accessibility_label',
    in: 'actions section',
    rule: (check, node, path) => {
      text(check, node, 'text', path, { max: 75, required: true });
      string(check, node, 'value', path, { max: 2000 });
      string(check, node, 'accessibility_label', path, { max: 75 });
      url(check, node, 'url', path);
      oneOf(check, node, 'style', path, ['primary', 'danger']);
    },
  },
  static_select: { keys: `${chosen} options option_groups initial_option`, in: widely, rule: menu },
  multi_static_select: { keys: `${several} options option_groups initial_options`, in: widely, rule: menu },
  overflow: {
    keys: 'options',
    in: 'actions section',
    rule: (check, node, path) => options(check, node, path, { max: 5, url: true }),
  },
  radio_buttons: { keys: 'options initial_option focus_on_load', in: widely, rule: choices },
  checkboxes: { keys: 'options initial_options focus_on_load', in: widely, rule: choices },
  users_select: { keys: `${chosen} initial_user`, in: widely, rule: nothing },
  conversations_select: {
    keys: `${chosen} initial_conversation default_to_current_conversation filter response_url_enabled`,
    in: widely,
    rule: nothing,
  },
  channels_select: { keys: `${chosen} initial_channel response_url_enabled`, in: widely, rule: nothing },
  datepicker: {
    keys: `${chosen} initial_date`,
    in: widely,
    rule: pattern('initial_date', /^\d{4}-\d\d-\d\d$/),
  },
  timepicker: {
    keys: `${chosen} initial_time timezone`,
    in: widely,
    rule: pattern('initial_time', /^([01]\d|2[0-3]):[0-5]\d$/),
  },
  plain_text_input: { keys: `${typed} multiline min_length max_length`, in: 'input', rule: plainInput },
  number_input: { keys: `${typed} is_decimal_allowed min_value max_value`, in: 'input', rule: nothing },
  email_text_input: { keys: typed, in: 'input', rule: nothing },
  url_text_input: { keys: typed, in: 'input', rule: nothing },
  image: { keys: 'image_url slack_file alt_text', in: 'section context', rule: picture },
};

/** An element where it stands: in an actions block, beside a section, in an input, in a context. */
export function element(check: Check, node: Node, path: string, place: string): void {
  const known = elements[String(node['type'])];
  if (!known?.in.split(' ').includes(place)) {
    flag(check, `${path}/type`, `unsupported type: ${node['type']}`);
    return;
  }
  const common = node['type'] === 'image' ? 'type' : 'type action_id confirm';
  keys(check, node, path, `${common} ${known.keys}`);
  string(check, node, 'action_id', path, { max: 255 });
  text(check, node, 'placeholder', path, { max: 150 });
  confirm(check, node, path);
  known.rule(check, node, path);
}
