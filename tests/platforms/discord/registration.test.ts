import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/platforms/platform.ts';
import { again, callsOf, prepare, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const overwrites = (trial: Trial) => callsOf(trial, /^PUT \/applications\/\d+\/commands$/);

/** The bot with one of its commands changed. */
function changed(bot: Bot, name: string, change: object): Bot {
  return { ...bot, commands: bot.commands.map((each) => (each.name === name ? { ...each, ...change } : each)) };
}

describe('the declarations', () => {
  test('are made by one overwrite, and not again while they stay the same', async () => {
    const trial = await started();
    expect(overwrites(trial)).toBe(1);
    expect(trial.told.infos.join()).toContain('"declared":true');
    const second = await again(trial);
    expect(overwrites(trial)).toBe(1);
    expect(second.infos.join()).toContain('"declared":false');
  });

  test.for([
    ['a description', 'help', { description: 'Something else' }],
    ['who may use it', 'desk enrol', { needs: 'manage-channel' }],
    ['an option', 'pages', { options: {} }],
    ['a name', 'opener', { name: 'unlock' }],
  ] as const)('are made again when one changes: %s', async ([, name, change]) => {
    const trial = await started();
    await again({ ...trial, bot: changed(trial.bot, name, change) });
    expect(overwrites(trial)).toBe(2);
  });

  test('a change of what Discord never shows changes nothing', async () => {
    const trial = await started();
    await again({ ...trial, bot: changed(trial.bot, 'help', { run: () => undefined, example: () => '/other' }) });
    expect(overwrites(trial)).toBe(1);
  });

  test('are a server’s own where one is named', async () => {
    const trial = await prepare();
    await again(trial, { guildId: trial.peer.guild.id });
    expect(callsOf(trial, /^PUT \/applications\/\d+\/guilds\/\d+\/commands$/)).toBe(1);
    expect(overwrites(trial)).toBe(0);
    const names = trial.peer.commands.list(trial.peer.guild.id).map(({ name }) => name);
    expect(names).toContain('briefing');
    await again(trial, { guildId: trial.peer.guild.id });
    expect(callsOf(trial, /^PUT/)).toBe(1);
  });

  test('leave out what is not listed', async () => {
    const { peer, bot } = await started();
    const unlisted = bot.commands.filter((command) => command.unlisted === true).map(({ name }) => name);
    expect(unlisted).toContain('welcome');
    const declared = peer.commands.list().map(({ name }) => name);
    expect(declared).toContain('help');
    expect(declared.filter((name) => unlisted.includes(name))).toEqual([]);
  });
});

test('no privileged intent is asked for', async () => {
  const { peer } = await started();
  const [guilds, guildMessages, directMessages] = [1 << 0, 1 << 9, 1 << 12];
  expect(peer.gateway.intents).toBe(guilds | guildMessages | directMessages);
});

test('the invitation asks for five rights', async () => {
  const { told, peer } = await started();
  const invite = /https:[^"]+/.exec(told.infos.join())?.[0] ?? '';
  const { searchParams } = new URL(invite);
  expect(searchParams.get('client_id')).toBe(peer.applicationId);
  const bits = [...Array(50).keys()].filter(
    (bit) => (BigInt(searchParams.get('permissions') ?? 0) >> BigInt(bit)) & 1n,
  );
  expect(bits).toEqual([10, 11, 15, 16, 38]);
});
