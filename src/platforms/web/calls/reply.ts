/** What was said on the page becomes an invocation, and its answer a turn of the conversation. */
import { Temporal } from 'temporal-polyfill';
import { type Answer, bareSurroundings, stopped } from '../../../commands/index.ts';
import { type Html, join } from '../../markup.ts';
import type { Bot } from '../../platform.ts';
import type { UnderWay } from '../../under-way.ts';
import { channel } from '../posts.ts';
import type { WebSettings } from '../settings.ts';
import { answerView, silenceView } from '../views/answer.ts';
import { formView } from '../views/form.ts';
import type { Showing } from '../views/looks.ts';
import type { PageRequest } from './read-request.ts';

/** What answering needs. */
export interface Replying extends Showing, Pick<WebSettings, 'desk' | 'now'> {
  readonly bot: Bot;
  readonly underWay: UnderWay;
}

/** The turn of an answer; undefined for silence. */
export async function reply(request: PageRequest, replying: Replying): Promise<Html | undefined> {
  return view(request, await answerTo(request, replying), replying);
}

/** The same where a page takes the place of the last: a form that was filled in wrongly is on it again, as it was sent. */
export async function replyWithForm(request: PageRequest, replying: Replying): Promise<Html | undefined> {
  const answer = await answerTo(request, replying);
  const turn = view(request, answer, replying);
  const { line, form, filledIn } = request;
  const isWrong = answer.kind === 'silence' || (answer.kind === 'message' && answer.message.kind === 'mistake');
  if (!form || !isWrong) return turn;
  return join([turn ?? silenceView(request), formView(line, form, replying.bot, filledIn)]);
}

/** Whoever has the page has the bot. */
const rights = async () => ['manage-channel'] as const;

async function answerTo({ call, pressed }: PageRequest, { bot, underWay, now }: Replying): Promise<Answer> {
  const where = { platform: 'web', channel, shared: true };
  const around = bareSurroundings({ id: channel, personal: false }, Temporal.Now.timeZoneId());
  const asked = { ...call, pressed, reader: 'local', rights, where, around, at: now() };
  return underWay.track(underWay.orElse(() => bot.answer(asked), stopped));
}

function view(request: PageRequest, answer: Answer, replying: Replying): Html | undefined {
  const { bot, desk } = replying;
  if (answer.kind === 'silence') return undefined;
  if (answer.kind === 'form') return formView(request.line, answer, bot);
  return answerView(request, answer, replying, desk.daysOf(answer.message.command));
}
