/** `views.*`: forms and homes. */
import { optional, required } from './arguments.ts';
import type { Inside, Method, Methods } from './inside.ts';
import { Refusal } from './refusal.ts';
import { addView, changeView, missing, nativeView, readView, stackOf } from './views.ts';
import type { Node, PeerView } from './workspace.ts';

/** Forms may lie on one another three deep. https://docs.slack.dev/surfaces/modals */
const deepest = 3;

const openViews = ({ world }: Inside) => [...world.views.values()].filter((view) => view.open);

/** The trigger is judged before the view, as Slack does: a late app learns that first. */
function show(place: (inside: Inside, on: PeerView | undefined) => PeerView | undefined): Method {
  return {
    run(args, inside) {
      const { world, triggers, exchanges } = inside;
      const trigger = triggers.check(required(args, 'trigger_id'));
      const content = readView(world, args['view'], 'modal');
      const external = content['external_id'];
      if (external && openViews(inside).some((view) => view.content['external_id'] === external)) {
        throw new Refusal('duplicate_external_id');
      }
      const below = place(inside, trigger.on);
      const view = addView(world, trigger.user, content, below);
      trigger.used = true;
      exchanges.opened(trigger.exchange, view);
      return { view: nativeView(world, view) };
    },
  };
}

function unchanged(args: Node, view: PeerView | undefined): void {
  const hash = optional(args, 'hash');
  if (hash !== undefined && view && hash !== view.hash) throw new Refusal('hash_conflict');
}

function find(args: Node, inside: Inside): PeerView {
  const id = optional(args, 'view_id');
  const external = optional(args, 'external_id');
  const found =
    id === undefined
      ? openViews(inside).find((view) => view.content['external_id'] === external)
      : inside.world.views.get(id);
  if (id === undefined && external === undefined) throw new Refusal('invalid_arguments');
  if (!found?.open) throw new Refusal('not_found');
  return found;
}

export const viewMethods: Methods = {
  'views.open': show(() => undefined),
  'views.push': show(({ world }, on) => {
    if (!on?.open) throw new Refusal('invalid_trigger_id');
    if (stackOf(world, on).length >= deepest) throw new Refusal('push_limit_reached');
    return on;
  }),
  'views.update': {
    run(args, inside) {
      const { world, exchanges } = inside;
      const view = find(args, inside);
      const content = readView(world, args['view'], 'any');
      if (content['type'] !== view.type) throw new Refusal('invalid_arguments', missing(view.type));
      unchanged(args, view);
      changeView(world, view, content);
      exchanges.opened(exchanges.waiting(`view:${view.id}`), view);
      return { view: nativeView(world, view) };
    },
  },
  'views.publish': {
    run(args, inside) {
      const { world, exchanges } = inside;
      const user = required(args, 'user_id');
      if (!world.people.has(user)) throw new Refusal('invalid_arguments');
      const content = readView(world, args['view'], 'home');
      const before = world.homes.get(user);
      unchanged(args, before);
      if (before) changeView(world, before, content);
      const view = before ?? addView(world, user, content);
      world.homes.set(user, view);
      exchanges.opened(exchanges.waiting(`home:${user}`), view);
      return { view: nativeView(world, view) };
    },
  },
};
