/** Forms and homes: what makes one acceptable, and how Slack writes it. */
import { checkView } from './block-rules.ts';
import { fileReady, withIds } from './messages.ts';
import { Refusal } from './refusal.ts';
import { keepNewestIn, type Node, type PeerView, type World } from './workspace.ts';

/** A view in all. https://docs.slack.dev/reference/views */
const longest = 250_000;

/** A view that Slack accepts, or a refusal that names each place. */
export function readView(world: World, view: unknown, type: 'modal' | 'home' | 'any'): Node {
  if (view === undefined) throw new Refusal('invalid_arguments', missing('view'));
  const problems = checkView(view, fileReady(world));
  if (problems.length > 0) throw Refusal.at('invalid_arguments', problems);
  if (JSON.stringify(view).length > longest) throw new Refusal('view_too_large');
  const node = view as Node;
  if (type !== 'any' && node['type'] !== type) {
    throw Refusal.at('invalid_arguments', [{ path: '/view/type', message: `must be a valid enum value: ${type}` }]);
  }
  return node;
}

/** What Slack says of an argument that was not given. */
export function missing(name: string): Node {
  const message = `missing required field: ${name}`;
  return { errors: [message], response_metadata: { messages: [`[ERROR] ${message}`] } };
}

function hash(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${world.ids.short()}`;
}

export function addView(world: World, user: string, content: Node, previous?: PeerView): PeerView {
  const id = world.ids.next('V');
  const view: PeerView = {
    id,
    user,
    type: content['type'] === 'home' ? 'home' : 'modal',
    hash: hash(world),
    content,
    blocks: withIds(world, content['blocks'] as Node[]),
    rootId: previous?.rootId ?? id,
    ...(previous && { previousId: previous.id }),
    open: true,
    updates: 0,
  };
  keepNewestIn(world.views, id, view, world.keep);
  return view;
}

/** Shows something else in a view that is open. */
export function changeView(world: World, view: PeerView, content: Node): void {
  view.content = content;
  view.blocks = withIds(world, content['blocks'] as Node[]);
  view.hash = hash(world);
  view.updates += 1;
  delete view.errors;
}

/** The forms that lie on one another, the lowest first. */
export function stackOf(world: World, view: PeerView): PeerView[] {
  return [...world.views.values()].filter((each) => each.open && each.rootId === view.rootId);
}

/** Closes a form, or all those it lies upon too. */
export function closeView(world: World, view: PeerView, all: boolean): void {
  for (const each of all ? stackOf(world, view) : [view]) each.open = false;
}

/** A view as Slack writes it; the state is what the reader has filled in. */
export function nativeView(world: World, view: PeerView, values: Node = {}): Node {
  const { content } = view;
  return {
    id: view.id,
    team_id: world.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    state: { values },
    hash: view.hash,
    title: content['title'] ?? null,
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.app.id,
    external_id: content['external_id'] ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}
