/** Measures in this process, over a real database: occurrences, planning, and finding what is due among many subscriptions. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { entryKeys, nextOccurrence, type Weekday } from '../../src/digest/index.ts';
import { type Planning, plan } from '../../src/digest/plan/plan.ts';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { type Figure, percentiles, quantile, timesOf } from './figures.ts';
import { idOf } from './write-stories.ts';

const [folder = ''] = process.argv.slice(2);
const data = `${folder}-data`;
const count = 10_000;
const storiesEach = 10;
const many = 100_000;
/** As many as are planned in one go. */
const dueAtOnce = 25;

const [minuteMs, dayMs] = [60_000, 86_400_000];
const now = Date.now();
const slotAt = Math.floor(now / minuteMs - 10) * minuteMs;
const occurrences = Array.from({ length: 200_000 }, (_, index) => index);
const zones = Intl.supportedValuesOf('timeZone');

function occurrencesASecond(): number {
  const start = performance.now();
  for (const index of occurrences)
    nextOccurrence(
      { kind: 'weekly', on: ((index % 7) + 1) as Weekday, at: index % 1440 },
      zones[index % zones.length] ?? 'UTC',
      now + (index % 365) * dayMs,
    );
  return occurrences.length / ((performance.now() - start) / 1000);
}

/** Reported yesterday, so that each story has news. */
function report() {
  const yesterday = new Date(now - dayMs).toISOString().slice(0, 10);
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/2026-03-\d\d/g, yesterday));
  }
}

async function subscribe(storage: Storage, stories: number) {
  const cadence = { kind: 'daily', at: (slotAt / minuteMs) % 1440 } as const;
  for (let channel = 0; channel < count; channel += 1) {
    const to = { platform: 'discord', id: `channel ${channel}` };
    // Neighbours have other stories, so that what one digest was composed of does not do for another.
    const own = Array.from({ length: storiesEach }, (_, index) =>
      idOf((channel * 7 + index * (1 + (channel % 13))) % stories),
    );
    const wanted = { to, space: `space ${channel % 500}`, owner: 'nobody', stories: own, cadence, zone: 'UTC' };
    await storage.subscriptions.add({ ...wanted, quiet: 'line' }, slotAt, slotAt - 1);
  }
}

/** How late this process is for what is to be done at once, and how much memory it takes, while something is done. */
class Strain {
  readonly late: number[] = [];
  mostMemory = 0;
  #stopped = false;

  start() {
    const before = performance.now();
    setTimeout(() => {
      this.late.push(performance.now() - before);
      this.mostMemory = Math.max(this.mostMemory, process.memoryUsage.rss());
      if (!this.#stopped) this.start();
    }, 0);
  }

  stop() {
    this.#stopped = true;
    this.late.sort((a, b) => a - b);
  }
}

async function planning(storage: Storage, library: StoryLibrary): Promise<Figure[]> {
  for (const story of library.stories) await storage.entries.enter(story, entryKeys(story), now);
  await subscribe(storage, library.stories.length);
  let keys = 0;
  const silent = {
    info() {},
    warn() {},
    error: (details: object) => process.stderr.write(`${JSON.stringify(details)}\n`),
  };
  const parts: Planning = {
    stories: library,
    entries: storage.entries,
    ledger: storage.ledger,
    catchUpMs: dayMs,
    newKey: () => `key${++keys}`,
    log: silent,
    figures: { slotEnded() {} },
    clock: { elapsed: () => performance.now() },
  };
  const strain = new Strain();
  strain.start();
  const start = performance.now();
  const planned = await plan(now, parts);
  const seconds = (performance.now() - start) / 1000;
  strain.stop();
  const what = `plan ${count.toLocaleString('en')} digests of ${storiesEach} stories`;
  return [
    { what: `${what}: planned`, value: planned, unit: 'digests', least: count },
    { what, value: seconds, unit: 's', target: 20 },
    { what: `${what}: memory at most`, value: strain.mostMemory / 1e6, unit: 'MB', target: 500 },
    { what: `${what}: others wait, p99`, value: quantile(strain.late, 0.99), unit: 'ms', target: 50 },
  ];
}

/** Copies of one subscription that come due tomorrow; a few that are due. They are written past the ports, since so many take minutes. */
function copySubscriptions() {
  const database = new DatabaseSync(join(data, 'dateline.db'));
  const names = database
    .prepare('PRAGMA table_info(subscriptions)')
    .all()
    .map(({ name }) => String(name));
  const columns = names.filter((name) => name !== 'id');
  const values = columns.map((name) => (name === 'channel' ? "'copy ' || i" : name === 'next' ? 'next + i' : name));
  database.exec('BEGIN');
  database.exec(`
    WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${many})
    INSERT INTO subscriptions (${columns}) SELECT ${values} FROM subscriptions, numbers WHERE id = 1`);
  database.exec(
    `UPDATE subscriptions SET next = ${slotAt} WHERE channel LIKE 'copy %' AND id % ${many / dueAtOnce} = 0`,
  );
  database.exec('COMMIT');
  database.close();
}

async function finding(storage: Storage): Promise<Figure[]> {
  const found = await storage.ledger.due(now, 1000);
  if (found.length !== dueAtOnce) throw new Error(`${found.length} are due`);
  const times = await timesOf(200, () => storage.ledger.due(now, dueAtOnce));
  return percentiles(`find the ${dueAtOnce} that are due among ${many.toLocaleString('en')} subscriptions`, times, 20);
}

report();
const library = await StoryLibrary.open(folder);
occurrencesASecond();
const figures: Figure[] = [{ what: 'occurrences computed', value: occurrencesASecond(), unit: '/s', least: 5000 }];
const storage = await openStorage({ data, mostPerSpace: 1_000_000 });
figures.push(...(await planning(storage, library)));
await storage.close();
copySubscriptions();
const again = await openStorage({ data });
figures.push(...(await finding(again)));
await again.close();
process.stdout.write(JSON.stringify(figures));
process.exit(0);
