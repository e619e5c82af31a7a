/** Mentions and private messages, answered in public without a ping: such an answer cannot be private. */
import { type Message, MessageFlags } from 'discord.js';
import { asMessage, stopped } from '../../../commands/index.ts';
import { bodyOf } from '../messages/body.ts';
import { mentionOf } from './invocation.ts';
import type { Answering } from './respond.ts';

/** Answers a message where it is meant for the bot. @param now milliseconds since 1970 */
export async function answerMention(message: Message, { bot, underWay }: Answering, now: number): Promise<void> {
  const botId = message.client.user.id;
  const isToBot = message.guildId === null || message.mentions.users.has(botId);
  if (message.author.bot || message.system || !isToBot) return;
  const answer = await underWay.orElse(() => bot.answer(mentionOf(message, botId, now)), stopped);
  if (answer.kind === 'silence' || !message.channel.isSendable()) return;
  await message.channel.send({
    ...bodyOf((answer.kind === 'form' ? asMessage(answer) : answer).message),
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], repliedUser: false },
    // A request that is repeated because its answer was lost posts nothing twice.
    nonce: message.id,
    enforceNonce: true,
    ...(mayQuote(message) && { reply: { messageReference: message, failIfNotExists: false } }),
  });
}

/** A reply needs the right to read what it replies to. */
function mayQuote({ channel, client }: Message): boolean {
  return channel.isDMBased() || channel.permissionsFor(client.user)?.has('ReadMessageHistory') === true;
}
