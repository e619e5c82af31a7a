/** What Slack sends, as calls: commands, presses, sent forms, mentions, private messages, the App Home. */
import type { App, BlockAction } from '@slack/bolt';
import type { Seen } from '../connection/seen.ts';
import { reasonOf } from '../errors.ts';
import { asker, type Call, type Circumstances } from './call.ts';
import { keptIn, valuesOf } from './form.ts';
import { answerMention, type Heard, heardIn, type Self } from './hear.ts';
import { identityOf, pressOf, slashCommandOf } from './invocation.ts';
import type { KeptPlace } from './place.ts';
import { type Answering, respond } from './respond.ts';
import { submissionOf, submit } from './submit.ts';

/** What listening needs. */
export interface Listening extends Answering, Self {
  readonly seen: Seen;
  /** Who decides what is posted in a channel. */
  readonly digestsBy: 'members' | 'admins';
  /** The bot's own workspace. */
  readonly teamId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Answers everything that Bolt hands over. It is acknowledged before it is looked at; a form, once it is known whether it closes. */
export function listen(app: App, listening: Listening) {
  const ear = earOf(listening);
  hearCalls(app, listening, ear);
  hearMessages(app, listening, ear);
  greetNewcomers(app, listening, ear);
  noteDepartures(app, listening);
  app.error(async (error) => listening.monitor.error({ reason: reasonOf(error) }, 'Bolt failed'));
}

/** How what Bolt hands over is taken. */
interface Ear {
  readonly circumstances: () => Circumstances;
  /** Does a task once, and never in the way of Bolt's own error handling. @param identity equal for what Slack sends again */
  readonly take: (identity: string, task: () => Promise<void>) => void;
}

function earOf({ bot, client, seen, underWay, monitor, digestsBy, teamId, now }: Listening): Ear {
  const failed = (error: unknown) => monitor.error({ reason: reasonOf(error) }, 'not answered');
  return {
    circumstances: () => ({ client, digestsBy, teamId, commands: bot.commands, now: now() }),
    take(identity, task) {
      if (seen.first(identity)) void underWay.track(task().catch(failed));
    },
  };
}

/** Commands, presses and sent forms. */
function hearCalls(app: App, listening: Listening, { circumstances, take }: Ear) {
  const { seen, underWay } = listening;
  app.command(/.*/, async ({ ack, body }) => {
    await ack();
    take(`command ${body.trigger_id}`, () => respond(slashCommandOf(body, circumstances()), listening));
  });
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const press = body as BlockAction;
    const call = pressOf(press, circumstances());
    if (call) take(identityOf(press), () => respond(call, listening));
  });
  app.view(/.*/, async ({ ack, body, view }) => {
    const [form, identity] = [keptIn(view.private_metadata), `form ${view.id}`];
    if (!form || !seen.first(identity)) return void (await ack());
    const sent = { user: body.user.id, team: body.team?.id, options: valuesOf(view.state.values) };
    const call = submissionOf(form, sent, circumstances());
    const staysOpen = await underWay.track(submit(call, listening, (errors) => ack(errors)));
    if (staysOpen) seen.forget(identity);
  });
}

/** Mentions and private messages. */
function hearMessages(app: App, listening: Listening, { circumstances, take }: Ear) {
  const hear = (heard: Heard) =>
    take(`message ${heard.channel} ${heard.ts}`, () => answerMention(heard, listening, circumstances()));
  app.event('app_mention', async ({ event, body }) => {
    const { user } = event;
    if (user !== undefined && event.bot_id === undefined) hear(heardIn({ ...event, user }, body.team_id, false));
  });
  app.message(async ({ message, body }) => {
    // Messages of channels are none of ours, and what was edited or deleted is not asked again.
    if (message.channel_type !== 'im' || message.subtype !== undefined || message.bot_id !== undefined) return;
    hear(heardIn(message, body.team_id, true));
  });
}

/** The App Home, and channels that the bot was added to. */
function greetNewcomers(app: App, listening: Listening, { circumstances, take }: Ear) {
  app.event('app_home_opened', async ({ event, body }) => {
    const where = { platform: 'slack', space: String(body.team_id) };
    const ask = (command: string) => ({ command, ...asker(event.user, undefined, circumstances()), where });
    take(`home ${event.user} ${event.event_ts}`, async () => {
      if (event.tab === 'home') await greet(ask('home'), { by: 'home' }, listening);
      // Opened for the first time there is no view yet.
      if (event.tab === 'home' && event.view === undefined)
        await greet(ask('welcome'), { by: 'channel', channel: event.channel, shared: false }, listening);
    });
  });
  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user !== listening.botUserId || event.inviter === undefined) return;
    const { channel, inviter } = event;
    const call = {
      command: 'welcome',
      ...asker(inviter, channel, circumstances()),
      where: { platform: 'slack', space: String(body.team_id) },
    };
    take(`joined ${channel} ${event.event_ts}`, () => greet(call, { by: 'channel', channel, shared: true }, listening));
  });
}

/** What is kept of the workspace goes later; a bot that comes back finds it again. */
function noteDepartures(app: App, { bot }: Listening) {
  const left = (team: string) => bot.spaces.left('slack', team);
  app.event('app_uninstalled', async ({ body }) => left(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await left(body.team_id);
  });
}

function greet(call: Call['call'], place: KeptPlace, listening: Listening): Promise<void> {
  return respond({ call, place }, listening);
}
