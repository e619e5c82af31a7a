/** What a reader wrote, as they wrote it: Slack writes links and names in signs of its own. https://docs.slack.dev/messaging/formatting-message-text */
import { unescapeText } from './rich-text.ts';

/** A link, or the name of a person, a channel, a group, or everybody. */
const marked = /<(?:[@#!]|https?:|mailto:|tel:)[^<>]*>/g;

/** An option's name, before its value. */
const option = /(?:^|\s)[a-z-]+:\s?["“]?$/i;

/** The text of a message, in which every other sign of Slack's is escaped. */
export function messageText(text: string): string {
  return unescapeText(withNames(text));
}

/** The text of a command. Slack's documents do not say whether it is escaped; a sign that would be tells that it is not. */
export function commandText(text: string): string {
  const named = withNames(text);
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text.replace(marked, '')) ? named : unescapeText(named);
}

/** An option's value keeps Slack's own id of a channel or a group, by which it is found again; elsewhere names stand as typed. */
function withNames(text: string): string {
  return text.replace(marked, (whole, offset: number) => {
    const [, sign = '', target = '', label = ''] = /^<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>$/.exec(whole) ?? [];
    const isPlace = sign === '#' || target.startsWith('subteam^');
    if (isPlace && (label === '' || option.test(text.slice(0, offset)))) return whole;
    const name = label === '' ? target : label;
    const mark = sign === '!' ? '@' : sign;
    return name.startsWith(mark) ? name : `${mark}${name}`;
  });
}
