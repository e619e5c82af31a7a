/** Which servers have the bot, as it is told. */
import { afterEach, expect, test, vi } from 'vitest';
import type { SpacesSeen } from '../../../src/platforms/platform.ts';
import { prepare, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

/** A bot that notes what it is told of servers, and is not connected yet. */
async function noting() {
  const trial = await prepare();
  const told: [string, ...string[]][] = [];
  const note = (what: string) => async (platform: string, space: string | readonly string[]) => {
    expect(platform).toBe('discord');
    told.push([what, ...[space].flat()]);
  };
  const spaces: SpacesSeen = { present: note('present'), joined: note('joined'), left: note('left') };
  const start = () => trial.platform.start({ ...trial.bot, spaces });
  return { ...trial, told, start };
}

afterEach(() => {
  vi.useRealTimers();
});

const until = (is: () => boolean) => vi.waitFor(() => expect(is()).toBe(true), { interval: 2, timeout: 60_000 });

test('all are told once it is connected, those in an outage included', async () => {
  const { peer, told, start } = await noting();
  const other = peer.addGuild({ name: 'Other' });
  peer.outage(other, true);
  void start(); // discord.js waits some seconds for the server that is missing
  await until(() => told.length === 1);
  expect(told).toEqual([['present', peer.guild.id, other.id]]);
  peer.outage(other, false);
  const another = peer.addGuild({ name: 'Another' });
  await until(() => told.length === 2);
  expect(told[1]).toEqual(['joined', another.id]);
});

test('one that comes and goes is told; an outage is none', async () => {
  const { peer, told, start } = await noting();
  await start();
  const other = peer.addGuild({ name: 'Other' });
  peer.outage(other, true);
  peer.outage(other, false);
  peer.removeGuild(other);
  const another = peer.addGuild({ name: 'Another' });
  peer.outage(another, true);
  peer.removeGuild(another);
  await until(() => told.length === 5);
  expect(told.slice(1)).toEqual([
    ['joined', other.id],
    ['left', other.id],
    ['joined', another.id],
    ['left', another.id],
  ]);
});

test('one that went while there was no session is missing from the next, and welcome when it comes back', async () => {
  const { peer, platform, told, start } = await noting();
  const other = peer.addGuild({ name: 'Other' });
  await start();
  peer.guilds.delete(other.id);
  // discord.js logs in once in five seconds.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
  peer.gateway.invalidate(false);
  await until(() => told.length === 2);
  expect(told[1]).toEqual(['present', peer.guild.id]);
  await until(() => platform.connected);
  peer.guilds.set(other.id, other);
  peer.raw('GUILD_CREATE', other.payload());
  await until(() => told.length === 3);
  expect(told[2]).toEqual(['joined', other.id]);
  await peer.waitFor(() => peer.directMessages(other.ownerId).length === 1);
});
