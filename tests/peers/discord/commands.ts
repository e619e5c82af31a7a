/** The commands that the bot has registered, for everyone or for one guild. */

import type { Snowflakes } from './clock.ts';
import { type Command, checkCommands } from './command-rules.ts';

export class Commands {
  readonly #ids: Snowflakes;
  readonly #scopes = new Map<string, Map<string, Command>>();
  readonly #applicationId: string;

  constructor(ids: Snowflakes, applicationId: string) {
    this.#ids = ids;
    this.#applicationId = applicationId;
  }

  list(guildId = ''): Command[] {
    return [...(this.#scopes.get(guildId)?.values() ?? [])];
  }

  /** Replaces all of a scope; a command that stays keeps its id. */
  replace(raw: unknown, guildId = ''): Command[] {
    const before = this.#scopes.get(guildId);
    const commands = checkCommands(raw).map((command): [string, Command] => {
      const type = command.type ?? 1;
      const key = `${type} ${command.name}`;
      const id = before?.get(key)?.id ?? this.#ids.next();
      const version = this.#ids.next();
      const scope = guildId === '' ? {} : { guild_id: guildId };
      return [key, { ...defaults, ...command, ...scope, id, type, version, application_id: this.#applicationId }];
    });
    this.#scopes.set(guildId, new Map(commands));
    return this.list(guildId);
  }

  /** A guild's own command stands before one of the same name for everyone. */
  find(name: string, guildId?: string): Command | undefined {
    const own = guildId === undefined ? undefined : this.#scopes.get(guildId)?.get(`1 ${name}`);
    return own ?? this.#scopes.get('')?.get(`1 ${name}`);
  }

  names(guildId?: string): string[] {
    return [...(guildId === undefined ? [] : this.list(guildId)), ...this.list()].map(({ name }) => name);
  }
}

const defaults = { default_member_permissions: null, nsfw: false, contexts: null, integration_types: [0] };
