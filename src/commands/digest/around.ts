/** What is around a digest that is asked for: the zone of its hours, and the role that it pings. */
import { isZone } from '../../digest/index.ts';
import type { Context } from '../command.ts';
import { clip } from '../mistake.ts';
import type { ReadCadence } from './cadence.ts';
import type { Place } from './place.ts';

/** The reader’s own zone, as the platform tells it, else the one that was last chosen there. */
export async function knownZone({ to, space }: Place, { call, memory }: Context): Promise<string | undefined> {
  const own = await call.around.zone();
  if (own !== undefined) return isZone(own) ?? own;
  if (space !== undefined) return memory.subscriptions.lastZone(to.platform, space);
  return (await memory.subscriptions.of(to)).at(-1)?.subscription.zone;
}

/** Where no hour is set, a zone only tells one day from the next. */
export function zoneOfNews(read: ReadCadence, ofStory = 'UTC'): string | undefined {
  const isNews = read.kind === 'cadence' && read.cadence.kind === 'news' && !read.cadence.quiet;
  return isNews ? ofStory : undefined;
}

/** A role, or none; or a sentence about why it is not pinged. */
type Role = { readonly id?: string } | { readonly sentence: string };

/** The role that is meant. The platform says whether whoever asks may have it pinged. @param typed the role, as it was typed or chosen */
export async function roleOf(
  typed: string | undefined,
  { personal, elsewhere, to }: Place,
  context: Context,
): Promise<Role> {
  if (typed === undefined) return {};
  const refused = (sentence: string) => ({ sentence });
  if (personal) return refused('In a private conversation there is nobody else to ping.');
  const found = await context.call.around.role(typed, elsewhere && to.id);
  switch (found.kind) {
    case 'role':
      return { id: found.id };
    case 'unknown':
      return refused(`There is no role or group ‘${clip(typed)}’ here.`);
    case 'everyone':
      return refused('A digest never pings everyone: name a role or group instead.');
    case 'not allowed':
      return refused(
        found.helps ?? `You may not ping ‘${clip(found.name)}’, and neither may everybody, so no digest does.`,
      );
  }
}
