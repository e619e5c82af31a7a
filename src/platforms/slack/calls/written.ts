/** What a reader wrote, as they wrote it: Slack writes links and names in signs of its own. https://docs.slack.dev/messaging/formatting-message-text */
import { type Command, splitCommand } from '../../../commands/index.ts';
import { unescapeText } from '../messages/rich-text.ts';

/** A link, or the name of a person, a channel, a group, or everybody. */
const marked = /<(?:[@#!]|https?:|mailto:|tel:)[^<>]*>/g;

/** The text of a message, in which every other sign of Slack's is escaped. */
export function messageText(text: string, commands: readonly Command[]): string {
  return unescapeText(withNames(text, commands));
}

/** The text of a command. Slack's documents do not say whether it is escaped; a sign that would be tells that it is not. */
export function commandText(text: string, commands: readonly Command[]): string {
  const named = withNames(text, commands);
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text.replace(marked, '')) ? named : unescapeText(named);
}

/** A command that takes channels or groups gets them with Slack's own ids, by which they are found; elsewhere names stand as typed. */
function withNames(text: string, commands: readonly Command[]): string {
  const keepsIds = takesPlaces(text, commands);
  return text.replace(marked, (whole) => {
    const [, sign = '', target = '', label = ''] = /^<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>$/.exec(whole) ?? [];
    const isPlace = sign === '#' || target.startsWith('subteam^');
    if (isPlace && (keepsIds || label === '')) return whole;
    const name = label === '' ? target : label;
    const mark = sign === '!' ? '@' : sign;
    return name.startsWith(mark) ? name : `${mark}${name}`;
  });
}

function takesPlaces(text: string, commands: readonly Command[]): boolean {
  const { command } = splitCommand(text);
  const meant = commands.filter(({ name }) => name.split(' ')[0] === command);
  return meant.some(({ options }) => Object.values(options).some(({ kind }) => kind === 'role' || kind === 'channel'));
}
