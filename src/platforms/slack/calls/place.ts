/** Where an answer goes: by the address that came with a command or a press, into a conversation, or onto the App Home. */
import type { webApi } from '@slack/bolt';
import type { MessageAnswer } from '../../../commands/index.ts';
import { homeView } from '../messages/home.ts';
import { type HostedPictures, orWithoutPictures } from '../messages/pictures.ts';
import { renderSlack } from '../messages/render.ts';
import { patiently } from '../patiently.ts';

/** Takes answers to one call. */
export interface Place {
  say(answer: MessageAnswer): Promise<void>;
  /** Says to the reader alone that it takes a while. */
  announce(): Promise<void>;
  /** What a form must keep to answer here when it is sent. */
  readonly kept: KeptPlace;
}

/** A place as text in a form. https://docs.slack.dev/reference/views: 3,000 characters of `private_metadata` */
export type KeptPlace =
  | { readonly by: 'url'; readonly url: string; readonly thread?: string; readonly own?: boolean }
  | { readonly by: 'channel'; readonly channel: string; readonly thread?: string; readonly shared: boolean }
  | { readonly by: 'home' };

/** What answering takes. */
export interface Saying {
  readonly client: webApi.WebClient;
  readonly pictures: HostedPictures;
}

const working = { text: 'Still working on that …', mrkdwn: false } as const;

/** So long an answer by address may take. */
const requestMs = 10_000;

/** The place that was kept. @param reader whose call it answers */
export function placeOf(kept: KeptPlace, reader: string, { client, pictures }: Saying): Place {
  const place = bareOf(kept, reader, client);
  return {
    ...place,
    async say(answer) {
      const message = await pictures.upload(answer.message);
      await orWithoutPictures(message, (each) => place.say({ ...answer, message: each }));
    },
  };
}

function bareOf(kept: KeptPlace, reader: string, client: webApi.WebClient): Place {
  switch (kept.by) {
    case 'url':
      return byUrl(kept);
    case 'channel':
      return inChannel(kept, reader, client);
    case 'home':
      return onHome(reader, client);
  }
}

/** Slack takes five answers in half an hour at such an address. */
function byUrl(kept: Extract<KeptPlace, { by: 'url' }>): Place {
  const thread = kept.thread === undefined ? {} : { thread_ts: kept.thread };
  return {
    kept,
    async say({ message, to, place }) {
      // Only a message that is the reader's own is turned in its place; others see that which stays.
      const turns = place === 'same' && kept.own === true;
      await post(kept.url, {
        ...renderSlack(message).payload,
        response_type: to === 'channel' ? 'in_channel' : 'ephemeral',
        replace_original: turns,
        ...(!turns && thread),
      });
    },
    announce: () => post(kept.url, { ...working, response_type: 'ephemeral', replace_original: false, ...thread }),
  };
}

/** @throws {Error} that does not name the address, which is a secret */
async function post(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(requestMs),
  });
  const said = await response.text();
  if (!response.ok || /"ok":false/.test(said))
    throw new Error(`Slack refused an answer: ${response.status} ${said.slice(0, 100)}`);
}

function inChannel(kept: Extract<KeptPlace, { by: 'channel' }>, reader: string, client: webApi.WebClient): Place {
  const { channel, thread, shared } = kept;
  const where = { channel, ...(thread !== undefined && { thread_ts: thread }) };
  return {
    kept,
    async say({ message, to }) {
      const { payload } = renderSlack(message);
      await patiently(() =>
        to === 'reader' && shared
          ? client.chat.postEphemeral({ ...where, ...payload, user: reader })
          : client.chat.postMessage({ ...where, ...payload }),
      );
    },
    async announce() {
      await client.chat.postEphemeral({ ...where, ...working, user: reader });
    },
  };
}

function onHome(reader: string, client: webApi.WebClient): Place {
  return {
    kept: { by: 'home' },
    async say({ message }) {
      await patiently(() => client.views.publish({ user_id: reader, view: homeView(message) }));
    },
    async announce() {}, // the view that is there stays until the new one
  };
}
