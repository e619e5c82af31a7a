/** A reader's private conversation with the bot: posts go there by the reader's id, and are read and changed by its own. */
import type { webApi } from '@slack/bolt';

/** Conversations by reader; each keeps its id for ever. */
export type Conversations = Map<string, string>;

/** The conversation that a place is: a channel itself, or of a reader the private one. Asking for it writes nothing. */
export async function conversationOf(
  place: string,
  { client, conversations }: { readonly client: webApi.WebClient; readonly conversations: Conversations },
): Promise<string> {
  if (!/^[UW]/.test(place)) return place;
  const known = conversations.get(place);
  if (known !== undefined) return known;
  const { channel } = await client.conversations.open({ users: place });
  const id = String(channel?.id);
  conversations.set(place, id);
  return id;
}
