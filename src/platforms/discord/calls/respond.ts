/** Answers an interaction: in its first response where the bot is quick, announced first where it is not. */
import { type InteractionReplyOptions, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { type Answer, asMessage, type Invocation, type MessageAnswer, stopped } from '../../../commands/index.ts';
import type { Bot, Monitor } from '../../platform.ts';
import type { UnderWay } from '../../under-way.ts';
import { code, guarded, isRefusal } from '../errors.ts';
import { bodyOf } from '../messages/body.ts';
import { modalOf } from './form.ts';
import type { Answerable } from './invocation.ts';

/** What answering needs. */
export interface Answering {
  readonly bot: Bot;
  readonly monitor: Monitor;
  readonly underWay: UnderWay;
  /** A handler that still runs then is announced; Discord waits 3 s. */
  readonly slowMs: number;
}

/** Answers. Never throws: what cannot be said to the reader is told to the operator. */
export async function respond(interaction: Answerable, call: Invocation, answering: Answering): Promise<void> {
  const { bot, monitor, underWay, slowMs } = answering;
  const answered = underWay.orElse(() => bot.answer(call), stopped);
  let announced = Promise.resolve();
  const slow = setTimeout(() => {
    announced = guarded(announce(interaction, call, bot), monitor);
  }, slowMs);
  const answer = await answered;
  clearTimeout(slow);
  // A deferral under way is the first response; one that could not be made leaves that to the answer.
  await announced;
  await guarded(say(interaction, answer, call, bot), monitor);
}

/** Visibility is fixed here, so it is the one that the answer will have. */
async function announce(interaction: Answerable, call: Invocation, bot: Bot) {
  const hidden = bot.audience(call) === 'reader' && call.where.shared === true;
  try {
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    if (!isRefusal(error, code.acknowledgedAlready)) throw error;
    // Discord took it, and its answer was lost: discord.js asked again. What follows completes it.
    interaction.deferred = true;
  }
}

async function say(interaction: Answerable, answer: Answer, call: Invocation, bot: Bot) {
  if (answer.kind === 'silence') {
    if (interaction.isMessageComponent() && !interaction.deferred) await interaction.deferUpdate();
    return;
  }
  if (answer.kind === 'form') {
    const modal = modalOf(answer, bot);
    // Only a first response that is no modal's own can be one.
    if (modal && !interaction.deferred && !interaction.isModalSubmit())
      return void (await interaction.showModal(modal));
    return send(interaction, asMessage(answer), call);
  }
  return send(interaction, answer, call);
}

async function send(interaction: Answerable, answer: MessageAnswer, call: Invocation) {
  const body = bodyOf(answer.message) satisfies InteractionReplyOptions;
  if (interaction.deferred) {
    await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 });
    return;
  }
  const hidden = answer.to === 'reader' && call.where.shared === true;
  const flags: InteractionReplyOptions['flags'] = hidden
    ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral]
    : MessageFlags.IsComponentsV2;
  if (answer.place === 'same' && interaction.isMessageComponent() && turnsInPlace(interaction, call)) {
    const turned = await interaction.update({ ...body, flags: MessageFlags.IsComponentsV2 }).catch(unlessDeleted);
    if (turned) return;
  }
  await interaction.reply({ ...body, flags });
}

/** A message that the channel sees stays as it is; its next page is the reader's own. */
function turnsInPlace({ message }: MessageComponentInteraction, call: Invocation): boolean {
  return call.where.shared !== true || message.flags.has(MessageFlags.Ephemeral) === true;
}

/** The message may be gone by now: then the answer is a new one. */
function unlessDeleted(error: unknown): undefined {
  if (isRefusal(error, code.unknownMessage)) return undefined;
  throw error;
}
