/** The moments at which the program is killed, by the step of its work that they strike. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { LedgerView } from './ledger-view.ts';
import type { Life } from './program.ts';
import type { Scene } from './scene.ts';
import type { Asked, PlatformName, Trouble, Troubles } from './trouble.ts';

/** What there is to see and to do while the program lives. */
export interface Watching {
  readonly life: Life;
  readonly scene: Scene;
  readonly troubles: Troubles;
  /** Undefined where the database cannot be looked at from aside. */
  readonly ledger: LedgerView | undefined;
  readonly chance: Chance;
  /** The life is over. */
  readonly signal: AbortSignal;
}

/** Resolves when the program is to be killed. */
type Moment = (watching: Watching) => Promise<unknown>;

/** A later answer than any life of the program is long. */
const neverMs = 60_000;

/** By the step that each strikes, in their order. */
export const moments = {
  'as it starts': ({ chance }) => wait(chance.between(50, 900)),
  'within the plans': seen(newlyPlanned),
  'planned, and not marked': seen(newlyPlanned),
  'as a picture is made ready': at('picture', (watching) => wait(watching.chance.between(0, 5))),
  'marked as sending, and not requested': seen(({ ledger }) => {
    const before = ledger?.lastTried() ?? 0;
    return () => (ledger?.lastTried() ?? 0) > before;
  }),
  'requested, and done after the kill': at(
    'post',
    () => undefined,
    ({ chance, troubles: { latestMs } }) => ({ kind: 'done late', afterMs: chance.between(latestMs / 2, latestMs) }),
  ),
  'done, and not answered': at(
    'post',
    ({ chance }) => wait(chance.between(2, 10)),
    () => ({ kind: 'answered late', afterMs: neverMs }),
  ),
  'answered, perhaps not recorded': at(
    'post',
    ({ chance }) => wait(5 + chance.between(0, 4)),
    () => ({ kind: 'answered late', afterMs: 5 }),
  ),
  'refused, perhaps not recorded': at(
    'post',
    ({ chance }) => wait(chance.between(1, 5)),
    ({ chance }) => ({ kind: chance.of(['limited', 'failed', 'lost']) }),
  ),
  recorded: async ({ life, chance }) => {
    for (let left = chance.between(1, 8); left > 0; left -= 1) await life.says('"msg":"digest"');
  },
  'as it looks a post up': at(
    'lookup',
    () => undefined,
    () => ({ kind: 'answered late', afterMs: neverMs }),
  ),
  'after it was looked up': at('lookup', ({ chance }) => wait(chance.between(2, 8))),
  'at any moment': async ({ life, chance }) => {
    await life.says(chance.of(['Discord answers', 'Slack answers']));
    await wait(chance.between(0, 1500));
  },
} satisfies Record<string, Moment>;

export type Step = keyof typeof moments;

/** How many digests come due for a step: more than are planned at once, some with a picture, or a few. */
export function dueFor(step: Step): number {
  if (step === 'within the plans') return 60;
  return step === 'as a picture is made ready' ? 16 : 8;
}

function newlyPlanned({ ledger }: Watching): () => boolean {
  const before = ledger?.planned() ?? 0;
  return () => (ledger?.planned() ?? 0) > before;
}

/** Looks at the database, again and again, until it is so: once the program runs, as it would only start the slower for it. */
function seen(look: (watching: Watching) => () => boolean): Moment {
  return async (watching) => {
    const isSo = look(watching);
    await watching.life.says('Dateline answers at');
    while (!watching.signal.aborted && !isSo()) await turn();
  };
}

/** At a request, one of the first few. @param then what is waited for after it @param ends how the request itself ends */
function at(
  purpose: Asked['purpose'],
  then: (watching: Watching) => Promise<unknown> | undefined,
  ends: (watching: Watching) => Trouble | undefined = () => undefined,
): Moment {
  return (watching) => {
    const { troubles, chance } = watching;
    const platform = purpose === 'post' ? chance.of<PlatformName>(['discord', 'slack']) : undefined;
    let left = chance.between(1, purpose === 'post' ? 4 : 2);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    troubles.first = (asked) => {
      if (asked.purpose !== purpose || (platform ?? asked.platform) !== asked.platform) return undefined;
      left -= 1;
      if (left !== 0) return undefined;
      // At once: what is then to be waited for counts from here.
      resolve(then(watching));
      return ends(watching);
    };
    return promise;
  };
}
