import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { expect, test } from 'vitest';
import { ConfigProblem, loadConfig } from '../src/config/index.ts';

const root = join(import.meta.dirname, '..');
const example = readFileSync(join(root, '.env.example'), 'utf8');
const secret = 'c0ffee-and-a-secret';

/** The sentences about what is wrong with the settings. */
function wrong(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message.split('\n');
    throw error;
  }
  return [];
}

const digests = { catchUpMs: 24 * 3_600_000, quietMs: 60_000, mostPerSpace: 200 };

test('every setting may be left out', () => {
  expect(loadConfig({})).toEqual({
    stories: resolve('briefings'),
    data: resolve('data'),
    digests,
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
  });
});

test('every setting can be made', () => {
  const folders = { STORIES: '/srv/stories', DATELINE_DATA: '/srv/data' };
  const kept = { DATABASE_URL: 'postgres://dateline@127.0.0.1/dateline', DIGEST_CATCH_UP_HOURS: '0' };
  const slow = { DIGEST_QUIET_SECONDS: '90', DIGESTS_PER_SPACE: '1' };
  const page = { HOST: '0.0.0.0', PORT: '0', ACCESS_TOKEN: secret, LOG_LEVEL: 'silent' };
  const all = { ...folders, ...kept, ...slow, ...page };
  expect(loadConfig(all)).toEqual({
    stories: '/srv/stories',
    data: '/srv/data',
    database: 'postgres://dateline@127.0.0.1/dateline',
    digests: { catchUpMs: 0, quietMs: 90_000, mostPerSpace: 1 },
    host: '0.0.0.0',
    port: 0,
    accessToken: secret,
    logLevel: 'silent',
  });
});

const discord = {
  DISCORD_TOKEN: secret,
  DISCORD_GUILD_ID: '123456789012345678',
  DISCORD_API_URL: 'http://127.0.0.1:1/',
};

test('Discord is set up by its token; its server and its address may be set', () => {
  expect(loadConfig({ DISCORD_TOKEN: secret }).discord).toEqual({ token: secret });
  expect(loadConfig(discord).discord).toEqual({
    token: secret,
    guildId: '123456789012345678',
    apiUrl: 'http://127.0.0.1:1',
  });
  const { DISCORD_TOKEN: _, ...withoutToken } = discord;
  expect(loadConfig(withoutToken)).not.toHaveProperty('discord');
});

const [bot, app, signing] = [
  { SLACK_BOT_TOKEN: `xoxb-${secret}` },
  { SLACK_APP_TOKEN: `xapp-${secret}` },
  { SLACK_SIGNING_SECRET: secret },
];

test('Slack is set up by Socket Mode or by HTTP', () => {
  const botToken = `xoxb-${secret}`;
  expect(loadConfig({ ...bot, ...app }).slack).toEqual({
    botToken,
    by: { mode: 'socket', appToken: `xapp-${secret}` },
    digestsBy: 'members',
  });
  expect(loadConfig({ ...bot, ...app, SLACK_DIGESTS_BY: 'admins' }).slack).toMatchObject({ digestsBy: 'admins' });
  expect(loadConfig({ ...bot, ...signing }).slack).toEqual({
    botToken,
    by: { mode: 'http', signingSecret: secret, host: '127.0.0.1', port: 3001 },
    digestsBy: 'members',
  });
  const where = { SLACK_HOST: '0.0.0.0', SLACK_PORT: '0', SLACK_API_URL: 'https://proxy.example/slack//' };
  expect(loadConfig({ ...bot, ...signing, ...where }).slack).toEqual({
    botToken,
    by: { mode: 'http', signingSecret: secret, host: '0.0.0.0', port: 0 },
    digestsBy: 'members',
    apiUrl: 'https://proxy.example/slack',
  });
  expect(loadConfig(where)).not.toHaveProperty('slack');
});

const one = 'SLACK_APP_TOKEN is for Socket Mode and SLACK_SIGNING_SECRET for HTTP: set one of them.';

test.for([
  ['the bot’s token alone', bot, 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).'],
  ['the app’s token alone', app, 'SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN.'],
  ['the signing secret alone', signing, 'SLACK_BOT_TOKEN is missing beside SLACK_SIGNING_SECRET.'],
  ['both ways', { ...bot, ...app, ...signing }, one],
  ['both ways without the bot’s token', { ...app, ...signing }, one],
] as const)('Slack is not set up by %s, which is told in one sentence', ([, environment, sentence]) => {
  expect(wrong(environment)).toEqual([sentence]);
});

test('a Slack token in another’s place is told, and what it is is not', () => {
  const sentences = wrong({ SLACK_BOT_TOKEN: `xapp-${secret}`, SLACK_APP_TOKEN: `xoxb-${secret}` });
  expect(sentences).toEqual([
    'SLACK_BOT_TOKEN does not begin with xoxb-.',
    'SLACK_APP_TOKEN does not begin with xapp-.',
  ]);
});

test('an empty setting is one that is not made, and other programs’ variables are none of ours', () => {
  const empty = {
    STORIES: '',
    DATELINE_DATA: ' ',
    HOST: ' ',
    PORT: '',
    ACCESS_TOKEN: '',
    LOG_LEVEL: '',
    PATH: '/bin',
    PORTS: 'x',
  };
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

test('a folder is named from where the program was started', () => {
  expect(loadConfig({ STORIES: 'mine', DATELINE_DATA: './kept' })).toMatchObject({
    stories: resolve('mine'),
    data: resolve('kept'),
  });
});

test.for([
  ['PORT', 'http', 'PORT is no port: a number from 0 to 65535.'],
  ['PORT', '-1', 'PORT is no port: a number from 0 to 65535.'],
  ['PORT', '65536', 'PORT is no port: a number from 0 to 65535.'],
  ['PORT', '30.5', 'PORT is no port: a number from 0 to 65535.'],
  ['PORT', '0x10', 'PORT is no port: a number from 0 to 65535.'],
  ['HOST', 'http://localhost', 'HOST is no host name or address.'],
  ['HOST', 'a b', 'HOST is no host name or address.'],
  ['ACCESS_TOKEN', 'short', 'ACCESS_TOKEN has fewer than 16 characters.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is one of debug, info, warn, error, silent.'],
  ['LOG_LEVEL', 'INFO', 'LOG_LEVEL is one of debug, info, warn, error, silent.'],
  ['DISCORD_GUILD_ID', 'My server', 'DISCORD_GUILD_ID is no server’s id: 17 to 20 digits.'],
  ['DISCORD_GUILD_ID', '1234567890123456', 'DISCORD_GUILD_ID is no server’s id: 17 to 20 digits.'],
  ['DISCORD_API_URL', 'discord.example', 'DISCORD_API_URL is no web address.'],
  ['DISCORD_API_URL', 'ftp://discord.example', 'DISCORD_API_URL is no web address.'],
  ['SLACK_API_URL', 'slack', 'SLACK_API_URL is no web address.'],
  ['SLACK_PORT', '65536', 'SLACK_PORT is no port: a number from 0 to 65535.'],
  ['SLACK_DIGESTS_BY', 'all', 'SLACK_DIGESTS_BY is one of members, admins.'],
  ['DATABASE_URL', 'mysql://localhost/news', 'DATABASE_URL does not begin with postgres://.'],
  ['DIGEST_CATCH_UP_HOURS', '1.5', 'DIGEST_CATCH_UP_HOURS is no whole number from 0 to 168.'],
  ['DIGEST_CATCH_UP_HOURS', '169', 'DIGEST_CATCH_UP_HOURS is no whole number from 0 to 168.'],
  ['DIGEST_QUIET_SECONDS', '0', 'DIGEST_QUIET_SECONDS is no whole number from 1 to 3600.'],
  ['DIGESTS_PER_SPACE', 'many', 'DIGESTS_PER_SPACE is no whole number from 1 to 10000.'],
  ['SLACK_HOST', 'http://localhost', 'SLACK_HOST is no host name or address.'],
] as const)('%s=%s is refused in one sentence', ([name, value, sentence]) => {
  expect(wrong({ [name]: value })).toEqual([sentence]);
});

test('all wrong settings are told at once, one sentence each', () => {
  const all = { HOST: '???', PORT: 'x', ACCESS_TOKEN: 'y', LOG_LEVEL: 'z' };
  expect(wrong(all).toSorted()).toEqual([
    'ACCESS_TOKEN has fewer than 16 characters.',
    'HOST is no host name or address.',
    'LOG_LEVEL is one of debug, info, warn, error, silent.',
    'PORT is no port: a number from 0 to 65535.',
  ]);
});

test('what a secret holds is in no sentence', () => {
  const sentences = [
    ...wrong({ ACCESS_TOKEN: 'hunter2' }),
    ...wrong({ ACCESS_TOKEN: 'hunter2', HOST: '0.0.0.0', PORT: 'x' }),
    ...wrong({ ACCESS_TOKEN: secret, HOST: '0.0.0.0', PORT: 'x', LOG_LEVEL: 'loud' }),
    ...wrong({ ...discord, PORT: 'x', ...bot }),
    ...[app, signing, { ...bot, ...app, ...signing }].flatMap((each) => wrong(each)),
    ...wrong({ SLACK_BOT_TOKEN: secret, SLACK_APP_TOKEN: secret, SLACK_SIGNING_SECRET: secret, PORT: 'x' }),
  ];
  expect(sentences.length).toBeGreaterThan(11);
  for (const sentence of sentences) expect(sentence).not.toMatch(/hunter2|c0ffee/);
});

test.for(['0.0.0.0', '::', '192.168.1.20', 'news.example.org', '128.0.0.1', '127.0.0.1.example.org'])(
  'HOST=%s, which others can reach, is refused without an access token',
  (host) => {
    expect(wrong({ HOST: host })).toEqual([
      `HOST is ${host}, which others can reach: set ACCESS_TOKEN too, or leave HOST at 127.0.0.1.`,
    ]);
    expect(wrong({ HOST: host, ACCESS_TOKEN: ' ' })).toHaveLength(1);
    expect(loadConfig({ HOST: host, ACCESS_TOKEN: secret }).host).toBe(host);
  },
);

test.for(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('HOST=%s, this machine, needs none', (host) => {
  expect(loadConfig({ HOST: host })).toMatchObject({ host });
  expect(loadConfig({ HOST: host })).not.toHaveProperty('accessToken');
});

test('.env.example names every setting, and no other', () => {
  const source = readFileSync(join(root, 'src/config/settings.ts'), 'utf8');
  const schema = /z\.object\(\{\n(.*?)\n\}\);/s.exec(source)?.[1] ?? '';
  const known = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]);
  expect(known.length).toBeGreaterThanOrEqual(5);
  expect(Object.keys(parseDotenv(example)).sort()).toEqual(known.sort());
});

test('as it stands, .env.example makes the settings that are made without it', () => {
  expect(loadConfig(parseDotenv(example))).toEqual(loadConfig({}));
});

test('.env.example says the default of each setting in words', () => {
  const paragraphs = example.split(/\n\n/).filter((paragraph) => /^[A-Z_]+=/m.test(paragraph));
  expect(paragraphs.length).toBeGreaterThanOrEqual(4);
  for (const paragraph of paragraphs) {
    const [, said = ''] = /Default: (.*)/.exec(paragraph) ?? [];
    for (const [name, value] of Object.entries(parseDotenv(paragraph))) {
      expect(said, name).toContain(value === '' ? 'none' : value);
    }
  }
});
