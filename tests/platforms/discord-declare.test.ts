import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it, test } from 'vitest';
import { defineCommand } from '../../src/commands/command.ts';
import { type Command, commands } from '../../src/commands/index.ts';
import { toReader } from '../../src/commands/invocation.ts';
import { declarations, differs } from '../../src/platforms/discord/declarations/declare.ts';
import { checkCommands } from '../peers/discord/command-rules.ts';

const openapi = new URL('../../../shared/discord/openapi.json', import.meta.url);

const nothing: Pick<Command, 'example' | 'seenBy' | 'run'> = {
  example: () => '',
  seenBy: () => 'reader',
  run: () => toReader({ kind: 'help', title: '', summary: '', command: '', page: 1, blocks: [], buttons: [] }),
};

/** What the real commands have none of yet. */
const watchAdd = defineCommand({
  ...nothing,
  name: 'watch add',
  description: 'Post what is new in a story here',
  needs: 'manage-channel',
  options: {
    private: { kind: 'flag', description: 'Show it only to me' },
    story: { kind: 'story', description: 'Which story', required: true },
    often: { kind: 'count', description: 'How often' },
    note: { kind: 'text', description: 'n'.repeat(140), required: true },
    day: { kind: 'day', description: 'Since when' },
    part: { kind: 'choice', description: 'Which part', choices: { timeline: 'Timeline' } },
    topic: { kind: 'topic', description: 'Or all of a topic' },
    at: { kind: 'hour', description: 'When' },
    zone: { kind: 'zone', description: 'By which clock' },
    mention: { kind: 'role', description: 'Whom to ping' },
    in: { kind: 'channel', description: 'Where' },
  },
});
const watchList = defineCommand({ ...nothing, name: 'watch list', description: 'Which are posted', options: {} });
const watchStop = defineCommand({
  ...nothing,
  name: 'watch stop',
  description: 'Stop it',
  needs: 'manage-channel',
  options: {},
});
const purge = defineCommand({
  ...nothing,
  name: 'purge',
  description: 'd'.repeat(101),
  needs: 'manage-channel',
  options: {},
});
const secret = defineCommand({ ...nothing, name: 'secret', description: 'Unlisted', unlisted: true, options: {} });

const trials = [...commands, watchAdd, purge, watchList, watchStop, secret];
const wanted = declarations(trials);

function named(name: string, list = wanted) {
  return list.find((each) => each.name === name) ?? expect.fail(`/${name} is not declared`);
}

type Json = { [key: string]: unknown };

/** The options of a declaration or of an option, as plain data. */
function optionsOf(declared: unknown): Json[] {
  return ((declared as Json)['options'] ?? []) as Json[];
}

describe('what is declared for Discord', () => {
  it.for([
    ['the real commands', commands],
    ['commands with everything', trials],
    ['one command', [watchList]],
  ] as const)('keeps Discord’s rules: %s', ([, list]) => {
    expect(checkCommands(declarations(list)).length).toBeGreaterThan(0);
  });

  it('is refused by those rules where it is wrong, so that they prove something', () => {
    const broken = (change: (command: Json) => void) => {
      const copy = structuredClone(wanted) as unknown as Json[];
      change(copy[0] ?? {});
      return () => checkCommands(copy);
    };
    expect(broken((command) => Object.assign(command, { name: 'Two Words' }))).toThrow();
    expect(broken((command) => Object.assign(command, { description: 'd'.repeat(101) }))).toThrow();
    expect(broken((command) => Object.assign(optionsOf(command).at(-1) ?? {}, { required: true }))).toThrow();
  });

  it.skipIf(!existsSync(openapi))(
    'is valid by Discord’s published schema (skipped where there is no copy of it)',
    () => {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      ajv.addSchema({ ...JSON.parse(readFileSync(openapi, 'utf8')), $id: 'discord' });
      const validate = ajv.compile({ $ref: 'discord#/components/schemas/ApplicationCommandUpdateRequest' });
      expect(validate({ name: 'x'.repeat(33), description: '' })).toBe(false);
      for (const each of wanted) {
        // The schema has the permissions as a number; the documentation and Discord's answers have them as a text.
        const { default_member_permissions: permissions = null } = each;
        const declared = { ...each, default_member_permissions: permissions === null ? null : Number(permissions) };
        expect(validate(declared) ? [] : validate.errors).toEqual([]);
      }
    },
  );

  it('is each listed command once, in the order of the list, subcommands under their first word', () => {
    const real = ['briefing', 'ask', 'stories', 'catchup', 'digest', 'help'];
    expect(wanted.map(({ name }) => name)).toEqual([...real, 'watch', 'purge']);
    expect(declarations(commands).map(({ name }) => name)).toEqual(real);
    expect(optionsOf(named('watch')).map(({ type, name }) => [type, name])).toEqual([
      [1, 'add'],
      [1, 'list'],
      [1, 'stop'],
    ]);
    expect(named('watch')).toMatchObject({ description: 'add, list, stop' });
    expect(named('briefing')).toMatchObject({ type: 1, description: commands[0]?.description });
  });

  it('is every option in its own kind, those that are required first', () => {
    const [add] = optionsOf(named('watch'));
    expect(
      optionsOf(add).map(({ name, type, required, autocomplete, min_value }) => [
        name,
        type,
        required,
        autocomplete,
        min_value,
      ]),
    ).toEqual([
      ['story', 3, true, true, undefined],
      ['note', 3, true, false, undefined],
      ['private', 5, false, undefined, undefined],
      ['often', 4, false, undefined, 1],
      ['day', 3, false, true, undefined],
      ['part', 3, false, true, undefined],
      ['topic', 3, false, true, undefined],
      ['at', 3, false, true, undefined],
      ['zone', 3, false, true, undefined],
      ['mention', 8, false, undefined, undefined],
      ['in', 7, false, undefined, undefined],
    ]);
    // Text, announcements, and threads of each kind.
    expect(optionsOf(add).at(-1)).toMatchObject({ channel_types: [0, 5, 10, 11, 12] });
    const briefing = commands.find(({ name }) => name === 'briefing');
    expect(optionsOf(named('briefing')).map(({ name }) => name)).toEqual(Object.keys(briefing?.options ?? {}));
  });

  it('is cut to 100 characters where it is longer', () => {
    expect(named('purge')).toMatchObject({ description: `${'d'.repeat(99)}…` });
    const [add] = optionsOf(named('watch'));
    expect(optionsOf(add)[1]).toMatchObject({ name: 'note', description: `${'n'.repeat(99)}…` });
  });

  it('hides what needs a right from those without it, and nothing that anybody may do', () => {
    const manageChannels = String(1 << 4);
    expect(named('purge').default_member_permissions).toBe(manageChannels);
    expect(named('watch').default_member_permissions).toBeNull();
    expect(named('briefing').default_member_permissions).toBeNull();
    // In private messages nobody lacks it.
    expect(named('digest')).toMatchObject({ default_member_permissions: manageChannels, contexts: [0, 1] });
    expect(named('watch', declarations([watchAdd, watchStop])).default_member_permissions).toBe(manageChannels);
  });

  it('can be typed in servers and to the bot itself, where it was added to a server', () => {
    for (const each of wanted) expect(each).toMatchObject({ contexts: [0, 1], integration_types: [0] });
  });
});

/** A declaration, or an option of one, as Discord gives it back: what says nothing is left out or null. */
function bare(declared: Json): Json {
  const entries = Object.entries(declared).toReversed();
  return Object.fromEntries(
    entries.map(([key, value]) => [key, said(key, value)]).filter(([, value]) => value !== undefined),
  );
}

function said(key: string, value: unknown): unknown {
  if (key === 'options') return (value as Json[]).length === 0 ? undefined : (value as Json[]).map(bare);
  return value === false ? undefined : value;
}

/** Commands as Discord gives them back, in its order, with what it adds. */
function returned(list: readonly unknown[]): APIApplicationCommand[] {
  return list.toReversed().map((each, index) => ({
    ...bare(structuredClone(each) as Json),
    id: String(1_000_000_000_000_000_000n + BigInt(index)),
    application_id: '900000000000000001',
    version: '900000000000000002',
    dm_permission: true,
    nsfw: false,
    guild_id: '900000000000000003',
  })) as unknown as APIApplicationCommand[];
}

test('what Discord gives back is the same as what was declared', () => {
  expect(differs(wanted, returned(wanted))).toBe(false);
  expect(differs(declarations(commands), returned(declarations(commands)))).toBe(false);
  expect(differs([], [])).toBe(false);
  const old = returned(wanted).map((each) => ({ ...each, integration_types: [0], contexts: [1, 0] }));
  expect(differs(wanted, old as APIApplicationCommand[])).toBe(false);
});

/** `briefing`, `watch` and `watch add` as Discord keeps them. */
interface Kept {
  readonly list: Json[];
  readonly briefing: Json;
  readonly watch: Json;
  readonly add: Json;
  readonly story: Json;
}

const changes: readonly (readonly [string, (kept: Kept) => void])[] = [
  ['a command is missing', ({ list }) => void list.pop()],
  ['a command is too many', ({ list, briefing }) => void list.push({ ...briefing, name: 'brief' })],
  ['a command has another name', ({ briefing }) => void Object.assign(briefing, { name: 'brief' })],
  [
    'a command has another description',
    ({ briefing }) => void Object.assign(briefing, { description: 'What it is about' }),
  ],
  ['a command is for some', ({ briefing }) => void Object.assign(briefing, { default_member_permissions: '16' })],
  [
    'a command is for all',
    ({ list }) =>
      void Object.assign(list.find(({ name }) => name === 'purge') ?? {}, { default_member_permissions: null }),
  ],
  [
    'a command has lost its permission',
    ({ list }) => void delete list.find(({ name }) => name === 'purge')?.['default_member_permissions'],
  ],
  ['a command is not for private conversations', ({ briefing }) => void Object.assign(briefing, { contexts: [0] })],
  ['a command tells no contexts', ({ briefing }) => void Object.assign(briefing, { contexts: null })],
  [
    'a command can be installed by readers',
    ({ briefing }) => void Object.assign(briefing, { integration_types: [0, 1] }),
  ],
  ['an option is missing', ({ briefing }) => void optionsOf(briefing).pop()],
  ['all options are missing', ({ briefing }) => void delete briefing['options']],
  ['options stand in another order', ({ briefing }) => void optionsOf(briefing).reverse()],
  ['a subcommand is missing', ({ watch }) => void optionsOf(watch).pop()],
  ['a subcommand has another description', ({ add }) => void Object.assign(add, { description: 'Add' })],
  ['a subcommand’s option is missing', ({ add }) => void optionsOf(add).pop()],
  ['an option has another name', ({ story }) => void Object.assign(story, { name: 'tale' })],
  ['an option has another description', ({ story }) => void Object.assign(story, { description: 'Which' })],
  ['an option has another type', ({ story }) => void Object.assign(story, { type: 4 })],
  ['an option is not required any more', ({ story }) => void delete story['required']],
  [
    'a channel may be a forum',
    ({ add }) => void Object.assign(optionsOf(add).find(({ name }) => name === 'in') ?? {}, { channel_types: [0, 15] }),
  ],
  ['an option completes nothing', ({ story }) => void Object.assign(story, { autocomplete: false })],
  [
    'a number has no least value',
    ({ add }) => void delete optionsOf(add).find(({ name }) => name === 'often')?.['min_value'],
  ],
];

test.for(changes)('it differs where %s', ([, change]) => {
  const list = returned(wanted) as unknown as Json[];
  const find = (name: string, among: Json[]) => among.find((each) => each['name'] === name) ?? expect.fail(name);
  const watch = find('watch', list);
  const add = find('add', optionsOf(watch));
  const kept = { list, briefing: find('briefing', list), watch, add, story: find('story', optionsOf(add)) };
  expect(differs(wanted, list as unknown as APIApplicationCommand[])).toBe(false);
  change(kept);
  expect(differs(wanted, list as unknown as APIApplicationCommand[])).toBe(true);
});
