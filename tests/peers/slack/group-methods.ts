/** `usergroups.*`: people who are pinged together. */
import { flagOf } from './arguments.ts';
import type { Methods } from './inside.ts';
import type { Node, UserGroup, World } from './workspace.ts';

function describe({ team, app, now }: World, { id, name, handle, disabled }: UserGroup): Node {
  const created = Math.floor(now() / 1000);
  return {
    ...{ id, team_id: team.id, is_usergroup: true, is_subteam: true, name, description: '', handle },
    ...{ is_external: false, auto_type: null, auto_provision: false, enterprise_subteam_id: '' },
    ...{ date_create: created, date_update: created, date_delete: disabled ? created : 0 },
    ...{ created_by: app.botUserId, updated_by: app.botUserId, deleted_by: disabled ? app.botUserId : null },
    prefs: { channels: [], groups: [] },
  };
}

export const groupMethods: Methods = {
  'usergroups.list': {
    scopes: () => ['usergroups:read'],
    run(args, { world }) {
      const everyOne = flagOf(args, 'include_disabled') === true;
      const shown = [...world.groups.values()].filter(({ disabled }) => everyOne || !disabled);
      return { usergroups: shown.map((group) => describe(world, group)) };
    },
  },
};
