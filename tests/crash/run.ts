/** Lets the program live and die, again and again, with digests due, and holds what came of it against the platforms. */
import { setTimeout as wait } from 'node:timers/promises';
import { openStorage } from '../../src/storage/index.ts';
import { Chance } from './chance.ts';
import { type Judgement, judge } from './judge.ts';
import { LedgerView, type SlotSeen } from './ledger-view.ts';
import { dueFor, moments, type Step } from './moments.ts';
import { type Life, start } from './program.ts';
import { type Scene, setScene } from './scene.ts';
import { Troubles } from './trouble.ts';

export interface CrashOptions {
  /** The same seed gives the same plan; where a kill strikes hangs on the machine, too. */
  readonly seed: number;
  readonly kills: number;
  /** How many digests are due from the start; more come due before each kill. */
  readonly due?: number;
  /** How many of the requests that matter go wrong. */
  readonly troubled?: number;
  /** So long after a try whose outcome is not known nothing is looked up; requests land a while before that. */
  readonly quietSeconds?: number;
  /** The only steps to strike; each equally often, where it is left out. */
  readonly at?: readonly Step[];
}

export interface CrashReport extends Judgement {
  /** How many kills struck at each step. */
  readonly kills: ReadonlyMap<Step | 'elsewhere', number>;
  /** How often each trouble was met. */
  readonly troubles: ReadonlyMap<string, number>;
}

/** So late a request may land, for each second of the quiet time. */
const landingMs = 800;
/** A moment that does not come so long after the start is given up: the kill strikes elsewhere. */
const mostWaitMs = 10_000;
/** By then all that waits is posted, once nothing goes wrong any more: no wait between two tries is longer than a quarter of an hour. */
const settledMs = 16 * 60_000;

const everyStep = Object.keys(moments) as Step[];

export async function crash({
  seed,
  kills,
  due = 150,
  troubled = 0.2,
  quietSeconds = 1,
  at = everyStep,
}: CrashOptions): Promise<CrashReport> {
  const chance = new Chance(seed);
  const scene = await setScene(chance, { DIGEST_QUIET_SECONDS: `${quietSeconds}` });
  const troubles = new Troubles(chance, { share: troubled, latestMs: quietSeconds * landingMs });
  troubles.watch(scene.discord, scene.slack);
  try {
    await warmUp(scene);
    await order(scene, due);
    const struck = new Map<Step | 'elsewhere', number>();
    for (const step of stepsOf(at, kills, chance)) {
      await order(scene, dueFor(step));
      const where = await liveUntil(step, scene, troubles, chance);
      struck.set(where, (struck.get(where) ?? 0) + 1);
    }
    troubles.share = 0;
    const slots = await settle(scene, () => slotsIn(scene.data));
    return { ...judge(scene, slots), kills: struck, troubles: troubles.met };
  } finally {
    await scene.close();
  }
}

/** One life without a kill, which leaves the program compiled: those that are killed leave nothing, and each would begin slowly. */
async function warmUp(scene: Scene) {
  const life = start(scene.settings);
  await hasStarted(life);
  await life.stop();
}

/** Until it answers. Told to stop before that, it would end at once, as any program does that is still being loaded. */
async function hasStarted(life: Life) {
  await Promise.race([life.says('Dateline answers at'), life.died]);
}

/** Each step equally often, in rounds. */
function stepsOf(steps: readonly Step[], kills: number, chance: Chance): Step[] {
  const rounds = Array.from({ length: Math.ceil(kills / steps.length) }, () => chance.shuffled(steps));
  return rounds.flat().slice(0, kills);
}

/** Subscribes through the storage, as the commands do, while no bot runs. */
async function order(scene: Scene, count: number) {
  const storage = await openStorage({ data: scene.data, mostPerSpace: 100_000 });
  await scene.order(storage, count);
  await storage.close();
}

/** One life, killed at a step. @returns where it was killed */
async function liveUntil(step: Step, scene: Scene, troubles: Troubles, chance: Chance): Promise<Step | 'elsewhere'> {
  const ledger = LedgerView.of(scene.data);
  const giveUp = new AbortController();
  const life = start(scene.settings);
  try {
    const moment = moments[step]({ life, scene, troubles, ledger, chance, signal: giveUp.signal });
    // Counted from when it runs: on a busy machine its start alone may take that long.
    const late = hasStarted(life).then(() => wait(mostWaitMs, 'elsewhere' as const, { signal: giveUp.signal }));
    late.catch(() => {}); // it is over before
    return await Promise.race([moment.then(() => step), late, life.died]);
  } finally {
    await life.kill();
    giveUp.abort();
    troubles.first = undefined;
    ledger?.close();
  }
}

/** Lets the program live until nothing waits, and stops it. @returns the slots as they ended */
export async function settle(scene: Scene, seen: () => Promise<readonly SlotSeen[]>): Promise<readonly SlotSeen[]> {
  const life = start(scene.settings);
  try {
    await hasStarted(life);
    const end = performance.now() + settledMs;
    let slots = await seen();
    while (!isSettled(slots, scene.ordered) && performance.now() < end) {
      await Promise.race([wait(100), life.died]);
      slots = await seen();
    }
    await life.stop();
    return await seen();
  } finally {
    await life.kill();
  }
}

function isSettled(slots: readonly SlotSeen[], ordered: number): boolean {
  return slots.length >= ordered && slots.every(({ state }) => state !== 'planned' && state !== 'sending');
}

async function slotsIn(folder: string): Promise<readonly SlotSeen[]> {
  const ledger = LedgerView.of(folder);
  const slots = ledger?.slots() ?? [];
  ledger?.close();
  return slots;
}
