/** Finds a user group, by its handle, its id, or as Slack writes it. */
import type { webApi } from '@slack/bolt';
import type { RoleFound } from '../../../commands/index.ts';
import { isRefusal } from '../errors.ts';
import { patiently } from '../patiently.ts';

/** Names that stand for all. https://slack.com/help/articles/202009646-Notify-a-channel-or-workspace */
const everyone = /^<!(?:everyone|channel|here|group)(?:\|[^<>]*)?>$|^@?(?:everyone|channel|here)$/i;

const helps =
  'The bot may not look up groups: whoever runs it has to install the app anew, with the right usergroups:read.';

/** Anybody may ping a group that is not switched off. Its name is its handle. */
export async function findGroup(typed: string, client: webApi.WebClient): Promise<RoleFound> {
  const wanted = typed.trim();
  if (everyone.test(wanted)) return { kind: 'everyone' };
  const id = /^<!subteam\^([A-Z\d]+)(?:\|[^<>]*)?>$/.exec(wanted)?.[1] ?? wanted;
  const handle = wanted.replace(/^@/, '').toLowerCase();
  const groups = await groupsOf(client);
  if (groups === undefined) return { kind: 'not allowed', name: handle, helps };
  const found = groups.find((group) => group.id === id || group.handle?.toLowerCase() === handle);
  return found?.id === undefined ? { kind: 'unknown' } : { kind: 'role', id: found.id, name: found.handle ?? found.id };
}

/** Undefined where an app that was installed earlier lacks the right. */
async function groupsOf(client: webApi.WebClient) {
  try {
    return (await patiently(() => client.usergroups.list({ include_disabled: false }))).usergroups ?? [];
  } catch (error) {
    if (isRefusal(error, 'missing_scope')) return undefined;
    throw error;
  }
}
