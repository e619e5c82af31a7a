/** Answers a call: it has been acknowledged, so the answer goes to its place whenever it is there. */
import type { webApi } from '@slack/bolt';
import { asMessage, type MessageAnswer, stopped } from '../../../commands/index.ts';
import type { Bot, Monitor } from '../../platform.ts';
import type { UnderWay } from '../../under-way.ts';
import { reasonOf } from '../errors.ts';
import type { HostedPictures } from '../messages/pictures.ts';
import type { Call } from './call.ts';
import { modalOf } from './form.ts';
import { placeOf } from './place.ts';

/** What answering needs. */
export interface Answering {
  readonly bot: Bot;
  readonly client: webApi.WebClient;
  readonly monitor: Monitor;
  readonly underWay: UnderWay;
  readonly pictures: HostedPictures;
  /** A handler that still runs then is announced. */
  readonly slowMs: number;
}

/** Answers. Never throws: what cannot be said to the reader is told to the operator. */
export async function respond(asked: Call, answering: Answering): Promise<void> {
  const { bot, client, monitor, underWay, pictures, slowMs } = answering;
  const place = placeOf(asked.place, asked.call.reader, { client, pictures });
  const failed = (error: unknown) => monitor.error({ reason: reasonOf(error) }, 'answer not sent');
  const slow = setTimeout(() => void place.announce().catch(failed), slowMs);
  const answer = await underWay.orElse(() => bot.answer(asked.call), stopped);
  clearTimeout(slow);
  if (answer.kind === 'silence') return;
  const say = (given: MessageAnswer) => place.say(given).catch(failed);
  if (answer.kind === 'message') return say(answer);
  const view = asked.trigger === undefined ? undefined : modalOf(answer, place.kept, asked.call.where, bot);
  if (!view) return say(asMessage(answer));
  // A trigger that is too old opens nothing: then a button does.
  await client.views.open({ trigger_id: asked.trigger ?? '', view }).catch((error: unknown) => {
    monitor.warn({ reason: reasonOf(error) }, 'form not opened');
    return say(asMessage(answer));
  });
}
