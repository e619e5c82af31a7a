import { expect, test } from 'vitest';
import { openTransientStorage } from '../../src/storage/index.ts';
import { somebody } from './somewhere.ts';
import { openStories } from './typing.ts';

test('whether a role may be pinged is asked for the channel in which that is done', async () => {
  const storage = await openTransientStorage();
  const owner = somebody(await openStories(), { id: 'elsewhere' }, storage);
  const asked = '/digest subscribe invented-water daily 9:00 UTC mention:staff';
  expect((await owner.say(asked)).message.title).toBe('Nobody is pinged');
  expect((await owner.say(`${asked} channel:news`)).message.title).toBe('Subscribed');
  const [found] = await storage.subscriptions.of({ platform: 'test', id: 'news' });
  expect(found?.subscription.mention).toBe('readers');
  await storage.close();
});
