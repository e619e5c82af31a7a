/** The workspace that has the bot: told when it is connected, and when it has removed the bot. */
import { expect, test } from 'vitest';
import { begin, bothModes, eventually, trialsOfThisFile } from './start.ts';

trialsOfThisFile();

test.for(bothModes)('by %s it is told once connected, and again when it has removed the bot', async (mode) => {
  const { peer, spaces } = await begin(mode);
  expect(spaces.told).toEqual([`present slack ${peer.teamId}`]);
  peer.uninstall();
  const left = `left slack ${peer.teamId}`;
  await eventually(() => expect(spaces.told).toEqual([expect.any(String), left, left]));
});

test('it is told anew after a loss of the connection', async () => {
  const { peer, spaces, hears } = await begin('socket');
  peer.socket.drop();
  await hears('reconnected');
  expect(spaces.told).toEqual([`present slack ${peer.teamId}`, `present slack ${peer.teamId}`]);
});

test('a person’s token that is revoked removes nothing', async () => {
  const { peer, spaces } = await begin('socket');
  peer.event({ type: 'tokens_revoked', tokens: { oauth: [peer.reader('ann').id], bot: [] } });
  peer.event({ type: 'app_uninstalled' });
  await eventually(() => expect(spaces.told).toHaveLength(2));
});
