/** What a reader last looked at, in one channel or thread: in its light the next question is read. */
import type { Story } from '../story/index.ts';
import type { Context } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { Talk } from './memory.ts';

type Remembering = Pick<Context, 'memory' | 'call'>;

/** What was last said in a conversation, as far as the next question is read in its light. */
export type PreviousTalk = Pick<Talk, 'story' | 'statements' | 'behind'> & Partial<Pick<Talk, 'question'>>;

/** The last answer here to this reader, unless it is too old. */
export function recall({ memory, call }: Remembering): Promise<Talk | undefined> {
  return memory.conversations.recall(keyOf(call), call.at);
}

/** What was last said: in the message that this replies to, else in the conversation. In a thread that message is its first. */
export async function previousTalk(context: Remembering): Promise<PreviousTalk | undefined> {
  const talk = await recall(context);
  if (talk && talk.statements.length > 0 && context.call.where.thread !== undefined) return talk;
  for (const command of context.call.about ?? []) {
    const [, story, statement] = /^\/report (\S+) about:(\S+)/.exec(command) ?? [];
    if (story === undefined || statement === undefined) continue;
    return talk?.statements.includes(statement) ? talk : { story, statements: [statement] };
  }
  return talk;
}

/** Keeps what was answered. */
export function remember({ memory, call }: Remembering, talk: Omit<Talk, 'at'>): Promise<void> {
  return memory.conversations.remember(keyOf(call), { ...talk, at: call.at });
}

/** A story that is opened is written down again only so often: a reader who turns its pages writes nothing. */
const leastMs = 60_000;

/** Keeps which story was looked at, without an answer. */
export async function rememberStory(context: Remembering, { id }: Story): Promise<void> {
  const talk = await recall(context);
  const isKnown = talk?.story === id && talk.statements.length === 0 && context.call.at - talk.at < leastMs;
  if (!isKnown) await remember(context, { story: id, question: '', statements: [] });
}

/** Deletes what is kept of the conversation. @returns whether anything was */
export function forgetConversation({ memory, call }: Remembering): Promise<boolean> {
  return memory.conversations.forget(keyOf(call));
}

function keyOf({ where: { platform, space = '', channel = '', thread = '' }, reader }: Invocation): string {
  return JSON.stringify([platform, space, channel, thread, reader]);
}
