/** A call: what a reader asked for on Slack, where its answer goes, and who asks with which rights. */
import type { Command, Invocation } from '../../../commands/index.ts';
import { umbrella } from '../declarations/umbrella.ts';
import { type Asking, aroundOf } from './around.ts';
import type { KeptPlace } from './place.ts';

/** A call, and where its answer goes. */
export interface Call {
  readonly call: Invocation;
  readonly place: KeptPlace;
  /** Opens a form, for three seconds. */
  readonly trigger?: string;
}

/** What every call needs to know. */
export interface Circumstances extends Asking {
  readonly commands: readonly Command[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Who asks, and what is around. @param channel where it was asked; nothing on the App Home */
export function asker(
  user: string,
  channel: string | undefined,
  circumstances: Circumstances,
): Pick<Invocation, 'reader' | 'rights' | 'around' | 'prefix' | 'at'> {
  // The short names may be another app's.
  const prefix = `/${umbrella} `;
  return { reader: user, ...aroundOf(user, channel, circumstances), prefix, at: circumstances.now };
}
