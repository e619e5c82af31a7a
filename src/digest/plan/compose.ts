/** Composes what a slot posts; digests that are the same but for their key are composed once. */
import { composeDigest, type DigestView } from '../../briefing/index.ts';
import type { Message } from '../../message/index.ts';
import { timelineOf } from '../../picture/index.ts';
import type { Day } from '../../story/index.ts';
import type { DeliveryKey } from '../delivery.ts';
import type { Carried, PlannedSlot } from '../ledger.ts';
import type { Period } from '../when/period.ts';
import { type Gathered, hasNews } from './gather.ts';

/** What a digest is composed of. */
export interface Composing {
  readonly gathered: Gathered;
  readonly period: Period;
  /** The day on which it is told. */
  readonly today: Day;
  readonly kind: DigestView['kind'];
  readonly mayRepeat: boolean;
  readonly quiet?: 'line' | 'look-back';
}

/** What of a slot is composed. */
export type Composed = Pick<PlannedSlot, 'message' | 'picture' | 'from' | 'until' | 'carried'>;

/** Stands for the key in what several slots share; no key is as long. */
const anyKey = 'the-key-of-one-slot-or-another';

/** Digests that are composed for one tick. */
export class Composer {
  readonly #known = new Map<string, Composed>();

  /** Composes the digest of a slot. */
  compose(composing: Composing, key: DeliveryKey): Composed {
    const name = nameOf(composing);
    const known = this.#known.get(name) ?? composedOf(composing);
    this.#known.set(name, known);
    return { ...known, message: withKey(known.message, key) };
  }
}

/** The same for what is composed alike: a part is, in one tick, the same for the same story and the same entries. */
function nameOf({ gathered: { parts, gone }, period, today, kind, mayRepeat, quiet }: Composing): string {
  const stories = parts.map(({ news, entries }) => [
    news.story.id,
    entries.length,
    entries[0]?.number,
    entries.at(-1)?.number,
  ]);
  return JSON.stringify([stories, gone, period, today, kind, mayRepeat, quiet]);
}

function composedOf({ gathered: { parts, gone }, period, today, kind, mayRepeat, quiet }: Composing): Composed {
  const { message, said, pictureBefore } = composeDigest({
    news: parts.map(({ news }) => news),
    ...period,
    today,
    key: anyKey,
    kind,
    mayRepeat,
    gone,
    ...(quiet && { quiet }),
  });
  const [only] = parts;
  const picture =
    only && parts.length === 1 && hasNews(only)
      ? timelineOf(only.news.story, { entered: only.news.entered, ...period })
      : undefined;
  return {
    message,
    ...(picture && { picture: { picture, before: pictureBefore } }),
    ...period,
    carried: parts.map(
      ({ news: { story }, entries, upTo }): Carried => ({
        story: story.id,
        keys: entries.map(({ key }) => key),
        upTo,
        statements: said[story.id] ?? [],
      }),
    ),
  };
}

/** The message of one slot: its key is in the commands of its buttons and pages. */
function withKey(message: Message, key: DeliveryKey): Message {
  const keyed = (command: string) => command.replace(anyKey, key);
  return {
    ...message,
    command: keyed(message.command),
    buttons: message.buttons.map((button) => ({ ...button, command: keyed(button.command) })),
    blocks: message.blocks.map((block) => (block.kind === 'item' ? { ...block, opens: keyed(block.opens) } : block)),
  };
}
