/** Mentions and private messages: the same text as a slash command, in threads too, where those do not work. */
import { splitCommand } from '../../../commands/index.ts';
import { reasonOf } from '../errors.ts';
import { patiently } from '../patiently.ts';
import { asker, type Call, type Circumstances } from './call.ts';
import { type Answering, respond } from './respond.ts';
import { messageText } from './written.ts';

/** Who the bot is. */
export interface Self {
  readonly botId: string;
  readonly botUserId: string;
}

/** A message that mentions the bot, or that it got in private. */
export interface Heard {
  readonly channel: string;
  readonly user: string;
  readonly team?: string;
  readonly text: string;
  readonly ts: string;
  readonly thread?: string;
  /** Nobody else reads there. */
  readonly own: boolean;
}

/** What Slack tells of a message. */
interface Message extends Pick<Heard, 'channel' | 'user' | 'ts'> {
  readonly text?: string | undefined;
  readonly thread_ts?: string | undefined;
}

/** The message, in a workspace. @param own nobody else reads there */
export function heardIn(
  { channel, user, text = '', ts, thread_ts: thread }: Message,
  team: string | undefined,
  own: boolean,
): Heard {
  return { channel, user, text, ts, own, ...(team && { team }), ...(thread !== undefined && { thread }) };
}

/** How far a thread is read. */
const mostRead = 20;

/** In a thread the story is the one of the first message that is the bot's own. */
export async function answerMention(
  heard: Heard,
  answering: Answering & Self,
  circumstances: Circumstances,
): Promise<void> {
  const { client, monitor, botId, botUserId } = answering;
  let about: string[] = [];
  if (heard.thread !== undefined && heard.thread !== heard.ts) {
    const first = { channel: heard.channel, ts: heard.thread, limit: mostRead };
    const thread = await patiently(() => client.conversations.replies(first)).catch((error: unknown) => {
      monitor.warn({ reason: reasonOf(error) }, 'thread not read');
      return undefined;
    });
    const own = thread?.messages?.find(({ bot_id: bot }) => bot === botId);
    about = own ? valuesOf(own.blocks) : [];
  }
  return respond(mentionOf(heard, botUserId, about, circumstances), answering);
}

/** The commands of a message's buttons. */
function valuesOf(blocks: unknown): string[] {
  const nodes = (blocks ?? []) as readonly { elements?: unknown; value?: unknown; type?: unknown }[];
  return nodes.flatMap(({ type, value, elements }) => [
    ...(type === 'button' && typeof value === 'string' ? [value] : []),
    ...(Array.isArray(elements) ? valuesOf(elements) : []),
  ]);
}

/** A mention as a call; a bare one asks for help. @param about the buttons of the thread's first message */
function mentionOf(heard: Heard, botUserId: string, about: readonly string[], circumstances: Circumstances): Call {
  const itself = new RegExp(`<@${botUserId}(?:\\|[^<>]*)?>`, 'g');
  const text = messageText(heard.text.replace(itself, ' ').trim(), circumstances.commands);
  // In a channel the answer opens a thread; in private it stands in the conversation.
  const thread = heard.thread ?? (heard.own ? undefined : heard.ts);
  return {
    call: {
      ...splitCommand(text === '' ? 'help' : text),
      ...(about.length > 0 && { about }),
      ...asker(heard.user, heard.own ? undefined : heard.channel, circumstances),
      where: {
        platform: 'slack',
        ...(heard.team !== undefined && { space: heard.team }),
        channel: heard.channel,
        ...(thread !== undefined && { thread }),
        shared: !heard.own,
      },
    },
    place: { by: 'channel', channel: heard.channel, shared: !heard.own, ...(thread !== undefined && { thread }) },
  };
}
