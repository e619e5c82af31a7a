/** The app manifest: what Slack takes, and no more rights than the code uses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { defineCommand } from '../../../src/commands/command.ts';
import { type Command, commands } from '../../../src/commands/index.ts';
import { manifest } from '../../../src/platforms/slack/index.ts';
import { Gate, trialCommands } from '../../conformance/trial-commands.ts';

const https = { type: 'string', pattern: '^https://[^/]+/slack/events$' };
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const flag = { type: 'boolean' };
const closed = (properties: Readonly<Record<string, object>>, ...optional: readonly string[]) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** What the bot uses of it. https://docs.slack.dev/reference/app-manifest */
const schema = (byHttp: boolean) => {
  const address = byHttp ? { request_url: https } : {};
  return closed({
    display_information: closed({
      name: text(35),
      description: text(140),
      background_color: { type: 'string', pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' },
    }),
    features: closed({
      app_home: closed({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
      bot_user: closed({ display_name: text(80), always_online: flag }),
      slash_commands: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: closed(
          {
            command: { type: 'string', pattern: '^/[a-z0-9_-]+$', maxLength: 32 },
            description: text(2000),
            usage_hint: text(1000),
            should_escape: { const: true },
            ...(byHttp && { url: https }),
          },
          'usage_hint',
        ),
      },
    }),
    oauth_config: closed({
      scopes: closed({ bot: { type: 'array', maxItems: 255, uniqueItems: true, items: { type: 'string' } } }),
    }),
    settings: closed({
      event_subscriptions: closed({
        bot_events: { type: 'array', maxItems: 100, uniqueItems: true, items: { type: 'string' } },
        ...address,
      }),
      interactivity: closed({ is_enabled: { const: true }, ...address }),
      org_deploy_enabled: flag,
      socket_mode_enabled: { const: !byHttp },
      token_rotation_enabled: { const: false },
    }),
  });
};

/** A command that says as much as a declaration may. */
const wordy = defineCommand({
  name: 'wordy',
  description: 'x'.repeat(100),
  example: () => '/wordy',
  seenBy: () => 'reader',
  options: Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [
      `${'o'.repeat(60)}${String.fromCharCode(97 + index)}`,
      { kind: 'text', description: 'An option' } as const,
    ]),
  ),
  run: () => ({ kind: 'silence' }),
});
const all: readonly Command[] = [...trialCommands(new Gate()), wordy];

const modes = [
  ['Socket Mode', undefined],
  ['HTTP', 'https://bot.example.org/'],
] as const;

interface Manifest {
  readonly features: { readonly slash_commands: readonly { readonly command: string; readonly usage_hint?: string }[] };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const read = (url?: string, shortNames = true, some: readonly Command[] = commands): Manifest =>
  parse(manifest(some, { shortNames, ...(url !== undefined && { url }) }));

describe.each(modes)('for %s', (_, url) => {
  test.for([true, false])('it is what Slack takes, with short names or not: %s', (shortNames) => {
    const validate = new Ajv({ allErrors: true }).compile(schema(url !== undefined));
    for (const some of [commands, all]) {
      validate(read(url, shortNames, some));
      expect(validate.errors).toBeNull();
    }
  });

  test('without short names there is the one command under which all are reached', () => {
    const { slash_commands: declared } = read(url, false).features;
    expect(declared.map(({ command }) => command)).toEqual(['/dateline']);
    for (const { name, unlisted } of commands)
      if (unlisted !== true) expect(declared[0]?.usage_hint?.split(' | ')).toContain(name.split(' ')[0]);
  });
});

/** Some that a command could well be called. https://slack.com/help/articles/201259356-Slash-commands-in-Slack */
const slacks = [
  'away',
  'feed',
  'help',
  'invite',
  'join',
  'leave',
  'open',
  'remind',
  'search',
  'star',
  'status',
  'topic',
  'who',
];

test('it declares each command once, and none by a name that is Slack’s own', () => {
  const others = slacks.map((name): Command => ({ ...wordy, name }));
  const { slash_commands: declared } = read(undefined, true, [...all, ...others]).features;
  const names = declared.map(({ command }) => command.slice(1));
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => slacks.includes(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['dateline', 'briefing', 'stories', 'desk']));
  for (const { name, unlisted } of all) if (unlisted === true) expect(names).not.toContain(name);
});

describe('its rights', () => {
  /** https://docs.slack.dev/reference/methods; private messages are read by `im:history`, which hearing them takes, too. */
  const ofMethod: Readonly<Record<string, readonly string[]>> = {
    'auth.test': [],
    'chat.postMessage': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'chat.update': ['chat:write'],
    'conversations.history': ['channels:history', 'groups:history'],
    'conversations.info': ['channels:read', 'groups:read'],
    'conversations.members': ['channels:read', 'groups:read'],
    'conversations.open': ['im:write'],
    'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
    'files.completeUploadExternal': ['files:write'],
    'files.getUploadURLExternal': ['files:write'],
    'files.info': ['files:read'],
    'usergroups.list': ['usergroups:read'],
    'users.conversations': ['channels:read', 'groups:read'],
    'users.info': ['users:read'],
    'views.open': [],
    'views.publish': [],
  };
  /** https://docs.slack.dev/reference/events */
  const ofEvent: Readonly<Record<string, readonly string[]>> = {
    app_mention: ['app_mentions:read'],
    'message.im': ['im:history'],
    app_home_opened: [],
    member_joined_channel: ['channels:read', 'groups:read'],
    app_uninstalled: [],
    tokens_revoked: [],
  };

  const folder = join(import.meta.dirname, '../../../src/platforms/slack');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const methods = [...source.matchAll(/\bclient\s*\.(\w+)\s*\.(\w+)\(/g)].map(([, one, two]) => `${one}.${two}`);
  const events = [...source.matchAll(/\bapp\.event\('(\w+)'/g)].map(([, name]) => String(name));
  if (/\bapp\.message\(/.test(source)) events.push('message.im');

  test('are those of the methods that the code calls and of the events that it hears, and no more', () => {
    expect(new Set(methods)).toEqual(new Set(Object.keys(ofMethod)));
    expect(new Set(events)).toEqual(new Set(Object.keys(ofEvent)));
    const used = [
      ...methods.flatMap((method) => ofMethod[method] ?? []),
      ...events.flatMap((event) => ofEvent[event] ?? []),
    ];
    const { oauth_config: config, settings } = read();
    expect(new Set(config.scopes.bot)).toEqual(new Set(['commands', ...used]));
    expect(new Set(settings.event_subscriptions.bot_events)).toEqual(new Set(events));
  });

  test('each say what they are for', () => {
    const lines = manifest(commands, { shortNames: true }).split('\n');
    const { oauth_config: config, settings } = read();
    const listed = [...config.scopes.bot, ...settings.event_subscriptions.bot_events];
    expect(listed.length).toBeGreaterThan(10);
    for (const right of listed) {
      const line = lines.find((each) => each.trim().startsWith(`- ${right} `)) ?? '';
      expect(line).toMatch(/# \S+/);
    }
  });
});
