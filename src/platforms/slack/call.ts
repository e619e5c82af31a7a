/** A call: what a reader asked for on Slack, where its answer goes, and who asks with which rights. */
import type { webApi } from '@slack/bolt';
import type { Invocation, Right } from '../../commands/index.ts';
import { patiently } from './patiently.ts';
import type { KeptPlace } from './place.ts';
import { umbrella } from './umbrella.ts';

/** A call, where its answer goes, and what it is known by when Slack sends it again. */
export interface Call {
  readonly call: Invocation;
  readonly place: KeptPlace;
  readonly identity: string;
  /** Opens a form, for three seconds. */
  readonly trigger?: string;
}

/** What every call needs to know. */
export interface Surroundings {
  readonly client: webApi.WebClient;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Slack tells no locale with what it sends; asking for it would cost a request. */
const locale = 'en';

/** Who asks, and with which rights. */
export function asker(
  user: string,
  { client, now }: Surroundings,
): Pick<Invocation, 'reader' | 'rights' | 'prefix' | 'locale' | 'at'> {
  // The short names may be another app's.
  const prefix = `/${umbrella} `;
  return { reader: user, rights: () => rightsOf(user, client), prefix, locale, at: now };
}

/** A channel's posts are decided by members; guests and people of other workspaces have no say. */
async function rightsOf(user: string, client: webApi.WebClient): Promise<readonly Right[]> {
  const { user: profile } = await patiently(() => client.users.info({ user }));
  const isGuest = profile?.is_restricted || profile?.is_ultra_restricted || profile?.is_stranger;
  return profile && !isGuest && !profile.is_bot ? ['manage-channel'] : [];
}
