/** What the bot answers to interactions; each call carries the interaction's own token. */
import type { Callbacks } from './callbacks.ts';
import type { Interaction, Interactions } from './interactions.ts';
import type { PeerMessage } from './messages.ts';
import { bodyOf, type Parts } from './parts.ts';
import { done, ok, type Route, route } from './routes.ts';
import { flag } from './rules.ts';
import type { Webhooks } from './webhooks.ts';

interface More {
  readonly interactions: Interactions;
  readonly callbacks: Callbacks;
  readonly webhooks: Webhooks;
}

export function interactionRoutes({ views, published, interactions, callbacks, webhooks }: Parts & More): Route[] {
  const callback = route(
    'POST /interactions/:/:/callback',
    ({ body, uploads, query }, id = '', token = '') => {
      const interaction = interactions.toRespond(id, token);
      published('callback', body);
      const message = callbacks.respond(interaction, body, uploads);
      return query.get('with_response') === 'true' ? ok(responded(interaction, message)) : done;
    },
    true,
  );
  const responded = (interaction: Interaction, message: PeerMessage | undefined) => ({
    interaction: {
      id: interaction.exchange.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: message.loading ?? false,
            response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
          }
        : {}),
    },
    ...(message ? { resource: { type: interaction.responded, message: views.message(message) } } : {}),
  });
  const follow = route(
    'POST /webhooks/:/:',
    ({ body, uploads }, application = '', token = '') => {
      const interaction = interactions.toFollow(application, token);
      published('IncomingWebhookInteractionRequest', body);
      return ok(views.message(webhooks.follow(interaction, { raw: bodyOf(body), uploads })));
    },
    true,
  );
  const read = route(
    'GET /webhooks/:/:/messages/:',
    (_, application = '', token = '', id = '') =>
      ok(views.message(webhooks.find(interactions.toFollow(application, token), id))),
    true,
  );
  const edit = route(
    'PATCH /webhooks/:/:/messages/:',
    ({ body, uploads }, application = '', token = '', id = '') => {
      const interaction = interactions.toFollow(application, token);
      published('IncomingWebhookUpdateRequestPartial', body);
      return ok(views.message(webhooks.edit(interaction, id, { raw: bodyOf(body), uploads })));
    },
    true,
  );
  const remove = route(
    'DELETE /webhooks/:/:/messages/:',
    (_, application = '', token = '', id = '') => {
      webhooks.delete(interactions.toFollow(application, token), id);
      return done;
    },
    true,
  );
  return [callback, follow, read, edit, remove];
}
