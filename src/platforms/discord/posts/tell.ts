/** Tells a reader something in private, unasked. */
import { randomUUID } from 'node:crypto';
import { type Client, MessageFlags } from 'discord.js';
import type { Message } from '../../../message/index.ts';
import { limits } from '../limits.ts';
import { bodyOf } from '../messages/body.ts';

/** Sends a private message. @throws where the reader takes none, which is theirs to choose */
export async function tell(client: Client<true>, reader: string, message: Message): Promise<void> {
  const channel = await client.users.createDM(reader);
  await channel.send({
    ...bodyOf(message),
    flags: MessageFlags.IsComponentsV2,
    // A request that is repeated because its answer was lost posts nothing twice.
    nonce: randomUUID().replaceAll('-', '').slice(0, limits.nonce),
    enforceNonce: true,
  });
}
