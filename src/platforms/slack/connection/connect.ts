/** Opens the connection to Slack. */
import { webApi } from '@slack/bolt';
import { clientOptions } from './bolt.ts';
import { byHttp } from './by-http.ts';
import { bySocket } from './by-socket.ts';
import type { Connection, Opened } from './connection.ts';
import { sayWrong } from './wrong-token.ts';

/** Asks Slack who the bot is, and makes Bolt. @throws {StartProblem} where the settings are wrong */
export async function open(connection: Connection): Promise<Opened> {
  const { botToken, by } = connection;
  const client = new webApi.WebClient(botToken, clientOptions(connection));
  const who = await client.auth.test().catch(sayWrong('SLACK_BOT_TOKEN'));
  const identity = { botId: String(who.bot_id), botUserId: String(who.user_id), teamId: String(who.team_id) };
  return by.mode === 'socket' ? bySocket(connection, by, identity) : byHttp(connection, by, identity);
}
