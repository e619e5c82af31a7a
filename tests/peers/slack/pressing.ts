/** Buttons, menus and forms, as a person uses them. */
import { type Actor, begin, channelOf, isView, type Shown, see } from './actor.ts';
import type { Exchange } from './exchange.ts';
import { type Filled, optionWith, valuesOf } from './inputs.ts';
import { messagePress, type Press, submissionPayload, viewPress } from './payloads.ts';
import { elementsOf } from './reading.ts';
import { afterSubmission } from './submission.ts';
import { isNode } from './text-rules.ts';
import type { Node, PeerMessage, PeerView } from './workspace.ts';

/** An element where it was found, and the option taken of it. */
interface Taken {
  readonly block: Node;
  readonly element: Node;
  readonly option?: Node;
}

/** A button, told by its value, its action id or its words, in this order. */
export function press(actor: Actor, shown: Shown, which: string): Exchange {
  see(actor, shown);
  const buttons = elementsOf(shown).filter(({ element }) => element['type'] === 'button');
  const by = (told: (element: Node) => unknown) => buttons.find(({ element }) => told(element) === which);
  const words = (element: Node) => (isNode(element['text']) ? element['text']['text'] : undefined);
  const found = by((each) => each['value']) ?? by((each) => each['action_id']) ?? by(words);
  if (!found) {
    const there = buttons.map(({ element }) => element['value'] ?? element['action_id']);
    throw new Error(`No button ${which}: ${there.join(' | ')}`);
  }
  return act(actor, shown, found);
}

export function choose(actor: Actor, shown: Shown, actionId: string, value: string): Exchange {
  see(actor, shown);
  const menus = elementsOf(shown).filter(({ element }) => /^(static_select|overflow|radio)/.test(`${element['type']}`));
  const found = menus.find(({ element }) => element['action_id'] === actionId);
  if (!found) {
    throw new Error(`No menu ${actionId}: ${menus.map(({ element }) => element['action_id']).join(' | ')}`);
  }
  return act(actor, shown, { ...found, option: optionWith(found.element, value) });
}

export function submit(actor: Actor, view: PeerView, filled: Filled): Exchange {
  see(actor, view);
  if (view.type !== 'modal' || view.content['submit'] === undefined) throw new Error('Nothing to submit');
  const values = valuesOf(view, filled, true);
  const { inside, person } = actor;
  const after = inside.exchanges.openerOf(view);
  const keys = [`view:${view.id}`, `home:${person.id}`];
  const exchange = begin(actor, { kind: 'interactive', keys, after, channel: after?.facts.channel });
  const trigger = inside.triggers.give(exchange, view);
  exchange.payload = submissionPayload(inside.world, person, trigger, view, values);
  inside.deliveries.send(exchange, (body) => afterSubmission(inside, exchange, view, body));
  return exchange;
}

function act(actor: Actor, shown: Shown, taken: Taken): Exchange {
  const exchange = isView(shown) ? actOnView(actor, shown, taken) : actOnMessage(actor, shown, taken);
  actor.inside.deliveries.send(exchange);
  return exchange;
}

function actOnMessage(actor: Actor, message: PeerMessage, taken: Taken): Exchange {
  const { world, triggers, responses, origin } = actor.inside;
  const channel = channelOf(actor, message);
  const { ts, threadTs = ts } = message;
  const { id } = channel;
  const keys = [`edit:${id}/${ts}`, `thread:${id}/${threadTs}`, `channel:${id}`];
  const exchange = begin(actor, { kind: 'interactive', channel: id, keys });
  const url = `${origin()}${responses.give({ exchange, channel, user: actor.person.id, on: message })}`;
  const pressed = pressOf(actor, message, taken, triggers.give(exchange));
  exchange.payload = messagePress(world, pressed, message, channel, url);
  return exchange;
}

function actOnView(actor: Actor, view: PeerView, taken: Taken): Exchange {
  const { world, triggers } = actor.inside;
  const keys = [`view:${view.id}`, `home:${actor.person.id}`];
  const exchange = begin(actor, { kind: 'interactive', keys, after: undefined });
  exchange.payload = viewPress(world, pressOf(actor, view, taken, triggers.give(exchange, view)), view);
  return exchange;
}

function pressOf({ person }: Actor, shown: Shown, { block, element, option }: Taken, triggerId: string): Press {
  const chosen = option && element['type'] !== 'overflow' ? { [`${element['action_id']}`]: `${option['value']}` } : {};
  return { person, triggerId, block, element, option, values: valuesOf(shown, chosen, false) };
}
