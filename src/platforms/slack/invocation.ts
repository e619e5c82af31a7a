/** Slash commands and presses, as calls. */
import type { BlockAction, SlashCommand } from '@slack/bolt';
import { splitCommand } from '../../commands/index.ts';
import { asker, type Call, type Surroundings } from './call.ts';
import type { KeptPlace } from './place.ts';
import { unescapeText } from './rich-text.ts';
import { umbrella } from './umbrella.ts';

/** A slash command: `/briefing …`, or `/dateline briefing …`. */
export function slashCommandOf(body: SlashCommand, around: Surroundings): Call {
  const name = body.command.replace(/^\//, '');
  const text = asTyped(body.text ?? '');
  const typed = name === umbrella ? text.trim() : `${name} ${text}`;
  return {
    call: {
      ...splitCommand(typed === '' ? 'help' : typed),
      ...asker(body.user_id, around),
      // Whether a private conversation is the bot's own or that of two people cannot be told.
      where: { platform: 'slack', space: body.team_id, channel: body.channel_id, shared: true },
    },
    place: { by: 'url', url: body.response_url },
    identity: `command ${body.trigger_id}`,
    trigger: body.trigger_id,
  };
}

/** Slack’s documents do not say whether a command’s text is escaped. A sign that would be tells that it is not. */
function asTyped(text: string): string {
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text) ? text : unescapeText(text);
}

/** A button, or a menu's choice; undefined for what is none of ours. */
export function pressOf(body: BlockAction, around: Surroundings): Call | undefined {
  const [action] = body.actions;
  const value = action && ('selected_option' in action ? action.selected_option : action);
  const command = value && 'value' in value && typeof value.value === 'string' ? value.value : undefined;
  if (!action || command === undefined) return undefined;
  const { container, response_url: url, user } = body;
  const channel = body.channel?.id ?? container?.['channel_id'];
  const thread = body.message?.['thread_ts'] ?? container?.['thread_ts'];
  const message = container?.['message_ts'] ?? container?.['view_id'] ?? '';
  const place: KeptPlace = url
    ? { by: 'url', url, own: container?.['is_ephemeral'] === true, ...(thread && { thread: String(thread) }) }
    : { by: 'home' };
  return {
    call: {
      ...splitCommand(command),
      pressed: true,
      ...asker(user.id, around),
      where: {
        platform: 'slack',
        ...(body.team && { space: body.team.id }),
        ...(channel && { channel: String(channel) }),
        ...(thread && { thread: String(thread) }),
        shared: place.by === 'url',
      },
    },
    place,
    identity: `action ${message} ${action.action_ts} ${user.id}`,
    trigger: body.trigger_id,
  };
}
