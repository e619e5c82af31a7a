/** Whom a message pings. https://discord.com/developers/docs/resources/message#allowed-mentions-object */
import type { Form } from './form.ts';
import type { RawMentions } from './payloads.ts';

const kinds = ['users', 'roles', 'everyone'];

export function checkMentions(form: Form, value: unknown): void {
  if (!form.given(['allowed_mentions'], value)) return;
  const mentions = form.object<RawMentions>(['allowed_mentions'], value);
  const parse = form.list(['allowed_mentions', 'parse'], mentions.parse, {});
  for (const [index, each] of parse.entries()) form.choice(['allowed_mentions', 'parse', index], each, kinds, true);
  form.boolean(['allowed_mentions', 'replied_user'], mentions.replied_user);
  for (const kind of ['users', 'roles'] as const) {
    const ids = form.list(['allowed_mentions', kind], mentions[kind], { max: 100 });
    for (const [index, id] of ids.entries()) form.snowflake(['allowed_mentions', kind, index], id, true);
    if (ids.length > 0 && parse.includes(kind))
      form.refuse(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}

export interface Mentioning {
  /** Content and text displays. */
  readonly text: string;
  /** Checked before; undefined where the request has none. */
  readonly allowed: unknown;
  /** An interaction's answer without allowed mentions pings users only. */
  readonly isInteraction: boolean;
  readonly repliesTo?: string | undefined;
  /** May ping everyone and roles that are not mentionable. */
  readonly mentionsEveryone: boolean;
  readonly mentionable: (roleId: string) => boolean;
  readonly knows: (userId: string) => boolean;
}

/** Ids of users and roles, and `everyone` or `here`, as they are notified. */
export function pingsOf(message: Mentioning): string[] {
  const allowed = message.allowed as Partial<RawMentions> | undefined | null;
  const parse = (allowed ? (allowed.parse ?? []) : message.isInteraction ? ['users'] : kinds) as string[];
  const listed = (kind: 'users' | 'roles') => (allowed?.[kind] ?? []) as string[];
  const may = (kind: 'users' | 'roles', id: string) => parse.includes(kind) || listed(kind).includes(id);
  const text = withoutCode(message.text);
  const found = (sign: RegExp) => [...text.matchAll(sign)].map(([, id = '']) => id);
  const users = found(/<@!?(\d+)>/g).filter((id) => message.knows(id) && may('users', id));
  const roles = found(/<@&(\d+)>/g).filter(
    (id) => may('roles', id) && (message.mentionsEveryone || message.mentionable(id)),
  );
  const all = parse.includes('everyone') && message.mentionsEveryone ? found(/@(everyone|here)\b/g) : [];
  const replied = allowed ? allowed.replied_user === true : true;
  const author = message.repliesTo !== undefined && replied ? [message.repliesTo] : [];
  return [...new Set([...author, ...users, ...roles, ...all])];
}

/** Nothing in code pings; an escaped backtick opens none. */
function withoutCode(text: string): string {
  return text.replace(/\\`|(`{1,3})(?!`)[\s\S]*?\1(?!`)/g, (found) => (found === '\\`' ? found : ' '));
}
