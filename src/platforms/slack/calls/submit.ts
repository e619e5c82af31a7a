/** A form that was sent: answered like any call, or told in the form itself what is wrong. */
import { type Answer, asMessage, splitCommand, stopped } from '../../../commands/index.ts';
import { reasonOf } from '../errors.ts';
import { asker, type Call, type Circumstances } from './call.ts';
import type { KeptForm } from './form.ts';
import { placeOf } from './place.ts';
import type { Answering } from './respond.ts';

/** Who sent a form, and with what. */
export interface Sent {
  readonly user: string;
  readonly team: string | undefined;
  readonly options: Readonly<Record<string, string>>;
}

/** A sent form as a call. */
export function submissionOf(kept: KeptForm, { user, team, options }: Sent, circumstances: Circumstances): Call {
  const { command, place, channel, thread } = kept;
  const where = {
    platform: 'slack',
    ...(team !== undefined && { space: team }),
    ...(channel !== undefined && { channel }),
    ...(thread !== undefined && { thread }),
    shared: place.by === 'url',
  };
  return {
    call: { ...splitCommand(command), options, pressed: true, ...asker(user, channel, circumstances), where },
    place,
  };
}

/** What Slack shows in a form that stays open. */
export interface FormErrors {
  readonly response_action: 'errors';
  readonly errors: Record<string, string>;
}

/**
 * What is wrong with a field is said in the form, which stays open and keeps what was typed; else the form closes.
 * @returns whether it stays open, to be sent again
 */
export async function submit(
  { call, place }: Call,
  answering: Answering,
  ack: (errors?: FormErrors) => Promise<void>,
): Promise<boolean> {
  const { bot, monitor, underWay, slowMs } = answering;
  let closed = false;
  const close = async (errors?: FormErrors) => {
    if (closed) return;
    closed = true;
    await ack(errors);
  };
  const slow = setTimeout(() => void close().catch(() => undefined), slowMs);
  const answer = await underWay.orElse(() => bot.answer(call), stopped);
  clearTimeout(slow);
  const errors = errorsOf(answer, call.options ?? {});
  if (!closed && errors) {
    await close({ response_action: 'errors', errors });
    return true;
  }
  await close();
  const failed = (error: unknown) => monitor.error({ reason: reasonOf(error) }, 'answer not sent');
  const said = answer.kind === 'form' ? asMessage(answer) : answer;
  if (said.kind === 'message') await placeOf(place, call.reader, answering).say(said).catch(failed);
  return false;
}

/** What is wrong, by field; undefined where nothing is, or nothing that the form asks for. */
function errorsOf(answer: Answer, options: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const fields = Object.entries(options);
  if (answer.kind === 'form') {
    const asked = answer.asks.filter((name) => name in options);
    return asked.length > 0 ? Object.fromEntries(asked.map((name) => [name, 'This is needed.'])) : undefined;
  }
  if (answer.kind !== 'message' || answer.message.kind !== 'mistake') return undefined;
  const { summary } = answer.message;
  // A mistake quotes what was typed wrong.
  const wrong = fields.find(([, value]) => value !== '' && summary.includes(`‘${value}’`)) ?? fields[0];
  return wrong && { [wrong[0]]: summary };
}
