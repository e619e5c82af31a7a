/** The ids of a message's buttons and menus, which are commands; of a post they carry its key, too. */

/** A component as discord.js or as Discord's API gives it. */
interface Component {
  readonly customId?: string | null;
  readonly custom_id?: string;
  readonly components?: readonly unknown[];
}

/** All ids, nested ones included, as they stand in the message. */
export function customIdsOf(components: readonly unknown[]): string[] {
  return (components as readonly Component[]).flatMap(
    ({ customId, custom_id = customId ?? undefined, components: inside }) => [
      ...(custom_id === undefined ? [] : [custom_id]),
      ...customIdsOf(inside ?? []),
    ],
  );
}
