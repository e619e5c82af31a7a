/** Whom a digest pings. */
import type { Context } from '../command.ts';
import { clip } from '../mistake.ts';
import type { Place } from './place.ts';

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
