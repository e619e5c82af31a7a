/** How a program that a test started has ended. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Its exit code or, where a signal ended it and there is none, the signal’s name: never taken for 0. */
export type Ended = number | NodeJS.Signals;

/** Waits until it has ended and all that it said is read. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals];
  return code ?? signal;
}
