import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** What each folder of `src` may import of the others; `platforms` may import its own port, and no platform another. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  operator: [],
  config: ['operator'],
  story: ['operator'],
  message: [],
  ask: ['story'],
  briefing: ['story', 'ask', 'message'],
  picture: ['story', 'briefing'],
  commands: ['story', 'ask', 'briefing', 'message', 'picture', 'digest'],
  digest: ['story', 'briefing', 'message', 'picture'],
  storage: ['commands', 'digest', 'message', 'story', 'operator'],
  platforms: ['commands', 'message', 'digest', 'operator'],
  terminal: ['story', 'ask', 'briefing', 'message', 'commands', 'digest', 'platforms', 'operator'],
};

/** What declares, answers and refuses a command. */
const ofCommands = ['buttons.ts', 'command.ts', 'find-command.ts', 'invocation.ts', 'mistake.ts', 'option.ts'];
/** What a command remembers, and how what is typed is read. */
const atHand = ['conversation.ts', 'looks.ts', 'memory.ts', 'today.ts', 'typed'];

/** What each folder of `commands` may import of the files and folders beside it. */
const mayImportBeside: Readonly<Record<string, readonly string[]>> = {
  typed: ofCommands,
  ask: [...ofCommands, ...atHand],
  digest: [...ofCommands, ...atHand],
};

/** The folders of `ask` and of `ask/answer`, each of which may import of those before it alone; files beside them put all together. */
const withinAsk = ['tables', 'words', 'text', 'answer'];
const withinAnswer = ['question', 'find', 'story', 'rank', 'tell'];

/** What the folders of `digest` build on: its ports, and what they share. */
const digestPorts = [
  'clock',
  'delivery',
  'entries',
  'ledger',
  'slot-name',
  'subscription',
  'telemetry',
  'with-picture',
].map((name) => `digest/${name}.ts`);

/** What the folders of `digest`, and its ports, may import of `digest`; what stands beside them puts them together. */
const withinDigest: Readonly<Record<string, readonly string[]>> = {
  'digest/when': [],
  'digest/plan': ['digest/when', ...digestPorts],
  'digest/post': digestPorts,
  ...Object.fromEntries(digestPorts.map((port) => [port, ['digest/when', ...digestPorts]])),
};

/** The folders of a place, each with those beside it that it may import; and the files beside them on which all may build. */
interface Parts {
  readonly folders: Readonly<Record<string, readonly string[]>>;
  readonly shared: readonly string[];
}

/** What the folders of Discord and of Slack may import of the folders beside them, which mirror each other. */
const ofPlatform: Parts['folders'] = {
  declarations: [],
  messages: [],
  connection: [],
  posts: ['messages'],
  calls: ['declarations', 'messages', 'connection'],
};

/** The same of the local page: its calls are a browser's requests, and what runs in the browser knows nothing of the rest. */
const ofPage: Parts['folders'] = { views: [], calls: ['views'], server: ['views', 'calls'], browser: [] };

/** The kinds of what is said, up to the correction of a digest; the files beside them are the messages that need several. */
const ofBriefing: Parts['folders'] = {
  sections: [],
  answer: ['sections'],
  news: ['sections'],
  digest: ['news'],
  corrections: ['news', 'digest'],
};

/** From one typed file to the folder of them; the files beside them are the story's own data and the questions put to it. */
const ofStory: Parts['folders'] = {
  format: [],
  rules: ['format'],
  parse: ['format', 'rules'],
  folder: ['format', 'parse'],
  hints: ['format'],
};

/** Other files beside the folders put them together. */
const within: Readonly<Record<string, Parts>> = {
  briefing: {
    folders: ofBriefing,
    shared: ['buttons.ts', 'dates.ts', 'remarks.ts', 'sides.ts', 'standing.ts', 'wording.ts'],
  },
  story: {
    folders: ofStory,
    shared: [
      'as-of.ts',
      'bounds.ts',
      'calendar.ts',
      'contested.ts',
      'days.ts',
      'deep-link.ts',
      'evidence.ts',
      'names.ts',
      'own.ts',
      'passages.ts',
      'problem.ts',
      'quotations.ts',
      'story.ts',
      'unseen.ts',
      'when.ts',
    ],
  },
  storage: { folders: { database: [], digests: ['database'], readers: ['database'] }, shared: [] },
  'platforms/discord': { folders: ofPlatform, shared: ['limits.ts', 'errors.ts'] },
  'platforms/slack': { folders: ofPlatform, shared: ['limits.ts', 'errors.ts', 'patiently.ts'] },
  'platforms/web': { folders: ofPage, shared: ['address.ts', 'desk.ts', 'pictures.ts', 'posts.ts', 'settings.ts'] },
};

/** What puts the parts together: the programs, and the bot that runs on every platform. */
const wirers = [
  'bot/create-bot.ts',
  'bot/desk.ts',
  'bot/digests.ts',
  'bot/prepare-answers.ts',
  'bot/start-bot.ts',
  'cli.ts',
  'command-line.ts',
  'main.ts',
  'serve.ts',
];

/** Each of the terminal's commands puts together what it needs, in a file of its own. */
const isWirer = (file: string) => wirers.includes(file) || file.startsWith('tasks/');

/** Packages that only some folders know. */
const owners: Readonly<Record<string, readonly string[]>> = {
  yaml: ['story', 'platforms/slack'],
  zod: ['story', 'config'],
  dotenv: ['config'],
  pino: ['bot/log.ts'],
  'prom-client': ['bot/metrics.ts'],
  stemmer: ['ask'],
  kysely: ['storage'],
  'node:sqlite': ['storage'],
  pg: ['storage'],
  'node-cron': ['digest'],
  '@resvg/resvg-js': ['picture'],
  'chrono-node': ['commands/typed'],
  'discord.js': ['platforms/discord'],
  undici: ['platforms/discord'],
  'discord-api-types': ['platforms/discord'],
  'discord-markdown-parser': ['platforms/discord'],
  '@slack/bolt': ['platforms/slack'],
  '@slack/types': ['platforms/slack'],
  '@hono/node-server': ['platforms/web'],
  hono: ['platforms'],
};

interface Import {
  /** The importing file, from `src`. */
  readonly from: string;
  readonly specifier: string;
  /** The imported file from `src`, where it is one of ours. */
  readonly to?: string;
}

function imports(): Import[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((from) => {
    const text = readFileSync(join(src, from), 'utf8');
    const found = [
      ...text.matchAll(/^(?:import|export)\s[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gms),
    ];
    return found.map((match): Import => {
      const specifier = match[1] ?? match[2] ?? match[3] ?? '';
      if (!specifier.startsWith('.')) return { from, specifier };
      return { from, specifier, to: relative(src, resolve(src, dirname(from), specifier)) };
    });
  });
}

const all = imports();
const ours = all.filter((each): each is Import & { to: string } => each.to !== undefined);
const folderOf = (file: string) => file.split('/')[0] ?? '';

describe('the architecture', () => {
  it('is read from real imports', () => {
    expect(new Set(all.map(({ from }) => from)).size).toBeGreaterThan(40);
    expect(ours.length).toBeGreaterThan(120);
  });

  it('lets each folder import only what lies before it', () => {
    const wrong = ours.filter(({ from, to }) => {
      const [here, there] = [folderOf(from), folderOf(to)];
      return here !== there && here in mayImport && !mayImport[here]?.includes(there);
    });
    expect(wrong).toEqual([]);
  });

  it('lets each folder of commands import only what commands are made of', () => {
    const beside = ours.flatMap(({ from, to }) => {
      const [, folder = ''] = /^commands\/(\w+)\//.exec(from) ?? [];
      const [, there = folder] = /^commands\/([\w.-]+)/.exec(to) ?? [];
      return folder === '' || folder === there ? [] : [{ from, to, folder, there }];
    });
    expect(new Set(beside.map(({ folder }) => folder))).toEqual(new Set(Object.keys(mayImportBeside)));
    expect(beside.filter(({ folder, there }) => !mayImportBeside[folder]?.includes(there))).toEqual([]);
  });

  it.each([
    ['ask', withinAsk],
    ['ask/answer', withinAnswer],
  ])('lets each folder of %s import only what lies before it', (place, order) => {
    const partOf = (file: string) => new RegExp(`^${place}/(\\w+)/`).exec(file)?.[1] ?? '';
    const inside = ours.filter(({ from, to }) => from.startsWith(`${place}/`) && to.startsWith(`${place}/`));
    expect(new Set(inside.flatMap(({ to }) => partOf(to) || []))).toEqual(new Set(order));
    const wrong = inside.filter(({ from, to }) => {
      const [here, there] = [partOf(from), partOf(to)].map((part) => order.indexOf(part)) as [number, number];
      return partOf(from) !== '' && (there > here || there < 0);
    });
    expect(wrong).toEqual([]);
  });

  it('lets each folder of the digests import only what lies before it', () => {
    const partOf = (file: string) => /^digest\/\w+(?=\/)/.exec(file)?.[0] ?? file;
    const inside = ours.filter(({ from, to }) => folderOf(from) === 'digest' && folderOf(to) === 'digest');
    const parts = new Set(inside.map(({ to }) => partOf(to)));
    expect(Object.keys(withinDigest).filter((part) => !parts.has(part))).toEqual([]);
    expect([...parts].filter((part) => !part.endsWith('.ts') && !(part in withinDigest))).toEqual([]);
    const wrong = inside.filter(({ from, to }) => {
      const [here, there] = [partOf(from), partOf(to)];
      return here !== there && withinDigest[here]?.includes(there) === false;
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(within))('lets each folder of %s import only what lies before it', (place, parts) => {
    const { folders, shared } = parts;
    const partOf = (file: string) => file.slice(place.length + 1).split('/')[0] ?? '';
    const inside = ours.filter(({ from, to }) => [from, to].every((file) => file.startsWith(`${place}/`)));
    const found = inside.flatMap(({ from, to }) => [partOf(from), partOf(to)]);
    expect(new Set(found.filter((part) => !part.endsWith('.ts')))).toEqual(new Set(Object.keys(folders)));
    expect(shared.filter((file) => !found.includes(file))).toEqual([]);
    const wrong = inside.filter(({ from, to }) => {
      const [here, there] = [partOf(from), partOf(to)];
      const known = here in folders || shared.includes(here);
      return known && here !== there && !shared.includes(there) && folders[here]?.includes(there) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('is entered through each folder’s index', () => {
    const wrong = ours
      .filter(({ from, to }) => folderOf(from) !== folderOf(to) && folderOf(to) in mayImport)
      .filter(({ to }) => !to.endsWith('/index.ts') && to !== 'platforms/platform.ts')
      // Each command loads of the terminal only what it needs itself.
      .filter(({ from, to }) => !(folderOf(from) === 'tasks' && folderOf(to) === 'terminal'));
    expect(wrong).toEqual([]);
  });

  it('asks what a statement leaves open through the one file that puts its rules together', () => {
    const folder = 'ask/answer/rank/left-open/';
    const entered = ours.filter(({ from, to }) => !from.startsWith(folder) && to.startsWith(folder));
    expect(new Set(entered.map(({ to }) => to))).toEqual(new Set([`${folder}leaves-open.ts`]));
  });

  it('keeps the platforms apart', () => {
    const platformOf = (file: string) => /^platforms\/(\w+)\//.exec(file)?.[1];
    const wrong = ours.filter(
      ({ from, to }) =>
        platformOf(from) !== undefined && platformOf(to) !== undefined && platformOf(from) !== platformOf(to),
    );
    expect(wrong).toEqual([]);
  });

  it('lets only the wiring know settings, logs and everything', () => {
    const isWiring = (to: string) => !to.includes('/') || folderOf(to) === 'bot';
    const wrong = ours.filter(
      ({ from, to }) => !isWirer(from) && (isWiring(to) || (folderOf(to) === 'config' && folderOf(from) !== 'config')),
    );
    expect(wrong.filter(({ from }) => from !== 'bot/metrics.ts')).toEqual([]);
    const readers = all.filter(
      ({ from }) => from !== 'config/config.ts' && /process\.env/.test(readFileSync(join(src, from), 'utf8')),
    );
    expect(readers).toEqual([]);
  });

  it('has figures that know of the log and the platforms only what types say', () => {
    const known = ours.filter(({ from }) => from === 'bot/metrics.ts');
    expect(known.map(({ to }) => to).sort()).toEqual(['bot/log.ts', 'platforms/platform.ts']);
    expect(known.filter(({ from, to }) => !isTypeOnly(from, to))).toEqual([]);
  });

  it('names the months in one place', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const naming = files.filter((file) => /August\W+September\W+October/.test(readFileSync(join(src, file), 'utf8')));
    expect(naming).toEqual(['story/calendar.ts']);
  });

  it('has no cycles', () => {
    expect(cycles(ours.filter(({ from, to }) => !isTypeOnly(from, to)))).toEqual([]);
  });

  it('knows each package only where it belongs', () => {
    const wrong = all.filter(({ from, specifier }) => {
      const name = Object.keys(owners).find((each) => specifier === each || specifier.startsWith(`${each}/`));
      return name !== undefined && !owners[name]?.some((owner) => from === owner || from.startsWith(`${owner}/`));
    });
    expect(wrong).toEqual([]);
  });
});

/** Types vanish when the program runs: a file may name a type of one that imports it. */
function isTypeOnly(from: string, to: string): boolean {
  const text = readFileSync(join(src, from), 'utf8');
  const specifiers = ours.filter((each) => each.from === from && each.to === to).map(({ specifier }) => specifier);
  return specifiers.every((specifier) =>
    new RegExp(`^import type [^;]*from '${specifier.replaceAll('.', '\\.')}'`, 'ms').test(text),
  );
}

function cycles(edges: readonly { from: string; to: string }[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { to } of edges.filter(({ from }) => from === file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const { from } of edges) visit(from, []);
  return found;
}
