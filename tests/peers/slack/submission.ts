/** What an app says in the acknowledgement of a submitted form, and of a command. */
import type { Exchange } from './exchange.ts';
import type { Inside } from './inside.ts';
import { Refusal } from './refusal.ts';
import type { Respondable } from './response-url.ts';
import { isNode } from './text-rules.ts';
import { addView, changeView, closeView, readView, stackOf } from './views.ts';
import { keepNewest, type Node, type PeerView } from './workspace.ts';

/** Writes a refusal down: there is nobody to tell, the reader sees that it did not work. */
function guarded({ world }: Inside, exchange: Exchange, method: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    keepNewest(world.refusals, { method, error: error.code, detail: error.detail }, world.keep);
    exchange.failed ??= 'dispatch_failed';
  }
}

function complain({ world }: Inside, view: PeerView, errors: unknown): void {
  const known = new Set(view.blocks.filter((block) => block['type'] === 'input').map((block) => block['block_id']));
  const wrong = isNode(errors) ? Object.keys(errors).filter((key) => !known.has(key)) : ['errors'];
  if (wrong.length > 0 || !isNode(errors) || Object.keys(errors).length === 0) {
    throw Refusal.at('invalid_arguments', [{ path: '/errors', message: `no such input block: ${wrong.join(', ')}` }]);
  }
  view.errors = errors;
  world.ring();
}

/** Nothing said closes the form; else it complains, changes, is covered by another, or all are cleared. */
export function afterSubmission(inside: Inside, exchange: Exchange, view: PeerView, body: unknown): void {
  const { world, exchanges } = inside;
  const said: Node = isNode(body) ? body : {};
  const show = (shown: PeerView) => exchanges.opened(exchange, shown);
  guarded(inside, exchange, 'view_submission', () => {
    switch (said['response_action']) {
      case undefined:
        return closeView(world, view, false);
      case 'clear':
        return closeView(world, view, true);
      case 'errors':
        complain(inside, view, said['errors']);
        return show(view);
      case 'update':
        changeView(world, view, readView(world, said['view'], 'modal'));
        return show(view);
      case 'push': {
        const content = readView(world, said['view'], 'modal');
        if (stackOf(world, view).length >= 3) throw new Refusal('push_limit_reached');
        return show(addView(world, exchange.facts.user, content, view));
      }
      default:
        throw new Refusal('invalid_arguments');
    }
  });
}

/** A command may be answered in its acknowledgement: with words, or with a whole message. */
export function afterCommand(inside: Inside, to: Respondable, body: unknown): void {
  const said = typeof body === 'string' ? { text: body } : isNode(body) ? body : {};
  if (Object.keys(said).length === 0) return;
  guarded(inside, to.exchange, 'ack', () => inside.responses.say(to, said, 'ack'));
}
