/** A place that digests come to, with roles, other channels, and somebody who decides about them. */
import {
  type Answer,
  answer,
  commands,
  type FormAnswer,
  type Invocation,
  type Memory,
  type MessageAnswer,
  type Surroundings,
} from '../../src/commands/index.ts';
import type { StoryLibrary } from '../../src/story/index.ts';
import { messageOf, nothingKept, pressed, typed } from './typing.ts';

/** What is there besides. */
export interface Where {
  /** The id of the channel. */
  readonly id?: string;
  readonly personal?: boolean;
  /** Left out, whoever types has the right to decide about it. */
  readonly rights?: Awaited<ReturnType<Invocation['rights']>>;
  /** The reader's time zone, where the platform tells it. */
  readonly zone?: string;
  readonly space?: string;
  readonly reader?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly more?: Partial<Invocation>;
}

const roles: Readonly<Record<string, Awaited<ReturnType<Surroundings['role']>>>> = {
  readers: { kind: 'role', id: 'readers', name: 'Readers' },
  '<@&77>': { kind: 'role', id: '77', name: '@everyone <b>' },
  '77': { kind: 'role', id: '77', name: '@everyone <b>' },
  everyone: { kind: 'everyone' },
  staff: { kind: 'not allowed', name: 'Staff' },
  muted: { kind: 'not allowed', name: 'Muted', helps: 'Let the bot ping it.' },
};

const channels: Readonly<Record<string, Awaited<ReturnType<Surroundings['channel']>>>> = {
  news: { kind: 'channel', id: 'news', name: 'news' },
  '<#55>': { kind: 'channel', id: '55', name: 'forum post' },
  '55': { kind: 'channel', id: '55', name: 'forum post' },
  theirs: { kind: 'not yours' },
  shut: { kind: 'closed' },
  closed: { kind: 'closed', helps: 'Let it see the channel.' },
  archive: { kind: 'closed', helps: 'It is archived.' },
};

/** What an invocation is there besides what was typed. */
export function somewhere(where: Where = {}): Partial<Invocation> {
  const { id = 'here', personal = false, rights = ['manage-channel'], zone, space = 'space', reader, at, more } = where;
  return {
    rights: async () => rights,
    where: { platform: 'test', channel: id, ...(!personal && { space, shared: true }) },
    around: {
      home: { id, personal },
      zone: async () => zone,
      role: async (name, channel) =>
        (channel === 'news' ? roles['readers'] : undefined) ??
        (Object.hasOwn(roles, name) ? roles[name] : undefined) ?? { kind: 'unknown' },
      channel: async (name) => {
        const known = Object.hasOwn(channels, name) ? channels[name] : undefined;
        return known ?? (name === id ? { kind: 'channel', id, name: id } : { kind: 'unknown' });
      },
    },
    ...(reader !== undefined && { reader }),
    ...(at !== undefined && { at }),
    ...more,
  };
}

/** Somebody there. */
export interface Somebody {
  say(line: string): Promise<MessageAnswer>;
  press(command: string): Promise<MessageAnswer>;
  fill(command: string, options: Record<string, string>): Promise<MessageAnswer>;
  /** Says what is answered by a form. */
  asked(line: string): Promise<FormAnswer>;
  /** Sends a form. */
  send(command: string, options: Record<string, string>): Promise<Answer>;
}

/** Somebody who types and presses there. @param memory left out, nothing is remembered yet */
export function somebody(stories: StoryLibrary, where: Where = {}, memory?: Memory): Somebody {
  const rest = somewhere(where);
  const kept = nothingKept();
  const ask = async (call: Invocation) =>
    answer(call, { commands, stories, ...(await kept), ...(memory && { memory }) });
  return {
    say: async (line) => messageOf(await ask(typed(line, rest))),
    press: async (command) => messageOf(await ask(pressed(command, rest))),
    fill: async (command, options) => messageOf(await ask(typed('', { ...rest, command, options }))),
    async asked(line) {
      const answered = await ask(typed(line, rest));
      if (answered.kind !== 'form') throw new Error(`no form, but ${JSON.stringify(answered)}`);
      return answered;
    },
    send: (command, options) => ask(pressed(command, { ...rest, options })),
  };
}

/** The same library, in which stories are found in another way. */
export function finding(stories: StoryLibrary, find: StoryLibrary['find']): StoryLibrary {
  return new Proxy(stories, {
    get(target, name) {
      const value: unknown = name === 'find' ? find : Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
