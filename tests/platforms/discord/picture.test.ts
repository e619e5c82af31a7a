// Loaded first, as it may be where both platforms run: it brings another version of the HTTP client.
import '@slack/bolt';
import { expect, test } from 'vitest';
import { digest } from '../../conformance/digest.ts';
import { pictured } from '../../conformance/trial-commands.ts';
import { componentsOf, type PeerMessage } from '../../peers/discord/index.ts';
import { messageOf, started, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

function expectPicture(message: PeerMessage) {
  expect(message.attachments).toEqual([
    expect.objectContaining({ filename: 'picture-1.png', description: 'A timeline of <two> *events*' }),
  ]);
  expect([...(message.attachments[0]?.data ?? [])].slice(1, 4)).toEqual([...Buffer.from('PNG')]);
  const shown = componentsOf(message).flatMap(({ items }) => items ?? []);
  expect(shown).toMatchObject([
    { media: { url: 'attachment://picture-1.png' }, description: 'A timeline of <two> *events*' },
  ]);
}

test('an answer carries its picture, with the words that describe it', async () => {
  const { peer } = await started();
  expectPicture(messageOf(await peer.reader('ann').type('picture').answered));
});

test('a post carries its picture, and so does the message that takes its place', async () => {
  const { peer, platform } = await started();
  const to = { platform: 'discord', id: peer.channel('general').id };
  const message = { ...digest('with a picture'), blocks: pictured };
  const sent = await platform.deliver({ to, message, key: 'picture' });
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  expectPicture(peer.messages('general')[0] as PeerMessage);
  expect(await platform.amend({ to, id: sent.id, key: 'picture' }, message)).toEqual({ kind: 'done' });
  expectPicture(peer.messages('general')[0] as PeerMessage);
});
