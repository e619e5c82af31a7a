/** Slash commands and presses, as calls. */
import type { BlockAction, SlashCommand } from '@slack/bolt';
import { splitCommand } from '../../../commands/index.ts';
import { umbrella } from '../declarations/umbrella.ts';
import { asker, type Call, type Circumstances } from './call.ts';
import type { KeptPlace } from './place.ts';
import { commandText } from './written.ts';

/** A slash command: `/briefing …`, or `/dateline briefing …`. */
export function slashCommandOf(body: SlashCommand, circumstances: Circumstances): Call {
  const name = body.command.replace(/^\//, '');
  const line = name === umbrella ? (body.text ?? '') : `${name} ${body.text ?? ''}`;
  const typed = commandText(line, circumstances.commands).trim();
  return {
    call: {
      ...splitCommand(typed === '' ? 'help' : typed),
      ...asker(body.user_id, body.channel_id, circumstances),
      // Whether a private conversation is the bot's own or that of two people cannot be told.
      where: { platform: 'slack', space: body.team_id, channel: body.channel_id, shared: true },
    },
    place: { by: 'url', url: body.response_url },
    trigger: body.trigger_id,
  };
}

/** A button, or a menu's choice; undefined for what is none of ours. */
export function pressOf(body: BlockAction, circumstances: Circumstances): Call | undefined {
  const [action] = body.actions;
  const value = action && ('selected_option' in action ? action.selected_option : action);
  const command = value && 'value' in value && typeof value.value === 'string' ? value.value : undefined;
  if (!action || command === undefined) return undefined;
  const { container, response_url: url, user } = body;
  const channel = body.channel?.id ?? container?.['channel_id'];
  const thread = body.message?.['thread_ts'] ?? container?.['thread_ts'];
  const place: KeptPlace = url
    ? { by: 'url', url, own: container?.['is_ephemeral'] === true, ...(thread && { thread: String(thread) }) }
    : { by: 'home' };
  return {
    call: {
      ...splitCommand(command),
      pressed: true,
      ...asker(user.id, channel === undefined ? undefined : String(channel), circumstances),
      where: {
        platform: 'slack',
        ...(body.team && { space: body.team.id }),
        ...(channel && { channel: String(channel) }),
        ...(thread && { thread: String(thread) }),
        shared: place.by === 'url',
      },
    },
    place,
    trigger: body.trigger_id,
  };
}

/** What a press is known by when Slack sends it again. */
export function identityOf({ actions: [action], container, user }: BlockAction): string {
  const message = container?.['message_ts'] ?? container?.['view_id'] ?? '';
  return `action ${message} ${action?.action_ts} ${user.id}`;
}
