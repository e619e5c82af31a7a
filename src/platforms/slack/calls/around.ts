/** What is around a call on Slack: where posts go, the reader's rights and time zone, groups and channels. */
import type { webApi } from '@slack/bolt';
import type { Home, Invocation } from '../../../commands/index.ts';
import { patiently } from '../patiently.ts';
import { findChannel } from './find-channel.ts';
import { findGroup } from './find-group.ts';

/** What asking Slack takes. */
export interface Asking {
  readonly client: webApi.WebClient;
  /** Who decides what is posted in a channel. */
  readonly digestsBy: 'members' | 'admins';
  /** The bot's own workspace. */
  readonly teamId: string;
}

type Profile = webApi.UsersInfoResponse['user'];

/** @param channel where it was called from; nothing on the App Home */
export function aroundOf(
  user: string,
  channel: string | undefined,
  { client, digestsBy, teamId }: Asking,
): Pick<Invocation, 'rights' | 'around'> {
  const home = homeOf(user, channel);
  let asked: Promise<Profile> | undefined;
  const profile = () => {
    asked ??= patiently(() => client.users.info({ user })).then((answer) => answer.user);
    return asked;
  };
  const decides = async () => mayDecide(await profile(), digestsBy, teamId);
  return {
    rights: async () => (home.personal || (await decides()) ? ['manage-channel'] : []),
    around: {
      home,
      // Without it the zone is asked for.
      zone: () =>
        profile().then(
          (known) => knownZone(known?.tz),
          () => undefined,
        ),
      role: (typed) => findGroup(typed, client),
      channel: (typed) => findChannel(typed, { user, decides, client }),
    },
  };
}

/** A zone that the runtime does not know, such as one that is new, is none: it would be asked in vain for its time. */
function knownZone(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }) ? zone : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a private conversation is the bot's own or that of two people cannot be told: posts go to the reader's own. */
function homeOf(user: string, channel: string | undefined): Home {
  const isOwn = channel === undefined || channel.startsWith('D');
  return isOwn ? { id: user, personal: true } : { id: channel, personal: false };
}

/** A channel's posts are decided by members; guests and people of other workspaces have no say. */
function mayDecide(profile: Profile, digestsBy: Asking['digestsBy'], teamId: string): boolean {
  // Whoever shares a channel with the workspace is no stranger by `is_stranger`. https://docs.slack.dev/reference/objects/user-object
  const isOurs = profile?.team_id === teamId || profile?.enterprise_user?.teams?.includes(teamId) === true;
  const isGuest = profile?.is_restricted || profile?.is_ultra_restricted || !isOurs;
  if (!profile || isGuest || profile.is_bot) return false;
  return digestsBy === 'members' || profile.is_admin === true || profile.is_owner === true;
}
