/** Where a digest comes, as it was asked for: here, or in another channel. */
import type { Channel } from '../../digest/index.ts';
import { whatToType } from '../buttons.ts';
import type { ChannelFound, Invocation, MessageAnswer } from '../invocation.ts';
import { clip, mistake } from '../mistake.ts';

/** A place for digests that whoever asks may decide about. */
export interface Place {
  readonly to: Channel;
  /** The server or workspace that the channel is in; left out for private messages. */
  readonly space?: string;
  /** It is the reader’s private conversation with the bot. */
  readonly personal: boolean;
  /** Another channel than the one where it was asked for. */
  readonly elsewhere?: { readonly name: string };
}

/** What is wrong with it instead. */
export type Refused = { readonly refused: MessageAnswer };

const help = { ...whatToType, command: '/help digest' };

/** The place that is meant. The platform says who may decide about another channel. @param typed the other channel */
export async function placeOf({ around, where }: Invocation, typed: string | undefined): Promise<Place | Refused> {
  const { platform, space } = where;
  const { home } = around;
  const found = typed === undefined ? undefined : await around.channel(typed);
  if (found === undefined || (found.kind === 'channel' && found.id === home?.id)) {
    if (!home) return { refused: nowhere() };
    const inSpace = !home.personal && space !== undefined ? { space } : {};
    return { to: { platform, id: home.id }, personal: home.personal, ...inSpace };
  }
  if (found.kind !== 'channel') return { refused: noChannel(found, typed ?? '') };
  return {
    to: { platform, id: found.id },
    ...(space !== undefined && { space }),
    personal: false,
    elsewhere: { name: found.name },
  };
}

/** What is wrong with a place in which the bot hears commands and yet cannot write; undefined where it can. */
export async function closedPlace({ around }: Invocation, place: Place): Promise<MessageAnswer | undefined> {
  // Another channel was looked at when it was found.
  if (place.personal || place.elsewhere) return undefined;
  const found = await around.channel(place.to.id);
  return found.kind === 'closed' ? noChannel(found, '') : undefined;
}

function nowhere(): MessageAnswer {
  const sentence = 'No digest can come here: it needs a channel, or a private conversation with the bot.';
  return mistake('Not here', sentence, [help]);
}

function noChannel(found: Exclude<ChannelFound, { kind: 'channel' }>, typed: string): MessageAnswer {
  if (found.kind === 'unknown') return mistake('No such channel', `There is no channel ‘${clip(typed)}’ here.`, [help]);
  if (found.kind === 'not yours')
    return mistake('Not allowed', 'Digests there are for those who may manage that channel.', [help]);
  const helps = ('helps' in found ? found.helps : undefined) ?? 'Let it write there first.';
  return mistake('Closed', `The bot cannot write in ${typed === '' ? 'this' : 'that'} channel. ${helps}`, [help]);
}
