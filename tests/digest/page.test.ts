/** The whole bot: what is subscribed comes to the page's channel. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { entryKeys } from '../../src/digest/index.ts';
import { openStorage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { startLocalBot } from '../platforms/web/local-bot.ts';
import { newFolder } from '../storage/folder.ts';
import { event, minuteMs, water } from './rig.ts';

/** The data of a bot whose page has a subscription, the time of which came a minute ago. */
async function subscribed(): Promise<string> {
  const data = newFolder();
  const storage = await openStorage({ data });
  const now = Date.now();
  const stories = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
  for (const story of stories.stories) await storage.entries.enter(story, entryKeys(story), now); // as the bot does
  const [due, before] = [now - minuteMs, now - 2 * minuteMs];
  const at = new Date(due).getUTCHours() * 60 + new Date(due).getUTCMinutes();
  const to = { platform: 'web', id: 'page' };
  const common = { to, owner: 'local', stories: [water], zone: 'UTC', quiet: 'look-back' } as const;
  await storage.subscriptions.add({ ...common, cadence: { kind: 'daily', at } }, due, before);
  await storage.subscriptions.add({ ...common, cadence: { kind: 'news', leastMs: 1 } }, undefined, now);
  await storage.close();
  return data;
}

test('a digest that is due is on the page, once, and what enters a story follows', async () => {
  const data = await subscribed();
  const start = async () => {
    const bot = await startLocalBot({ data });
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= bot.stop();
      return stopped;
    };
    onTestFinished(stop);
    const figures = async () => (await fetch(new URL('/metrics', bot.address))).text();
    return { bot, stop, sent: async () => Number(/slots_total.*"sent"} (\d+)/.exec(await figures())?.[1] ?? 0) };
  };
  const { bot, stop, sent } = await start();
  await expect.poll(sent).toBe(1);
  expect(await (await fetch(bot.address)).text()).toContain('In the story: Skarnvåg');
  await bot.edit(`${water}.yaml`, ...event('pump', 'A pump was installed.'));
  await expect.poll(sent).toBe(2);
  expect(await (await fetch(bot.address)).text()).toContain('New in the story: Skarnvåg');
  await stop();
  const storage = await openStorage({ data });
  const posts = await storage.ledger.lastSent({ platform: 'web', id: 'page' }, 9);
  expect(posts.map(({ message }) => message.title.split(':')[0])).toEqual(['In the story', 'New in the story']);
  expect(await storage.ledger.waiting()).toEqual([]);
  await storage.close();
});
