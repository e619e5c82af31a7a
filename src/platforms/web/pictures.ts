/** The pictures of the messages that the page shows: kept in memory, and served by what is in them. */
import { createHash } from 'node:crypto';
import type { Message } from '../../message/index.ts';
import type { PictureAt } from '../platform.ts';

/** At 300 kB each, 30 MB at most; a browser keeps what it has shown. */
const mostKept = 100;

export class Pictures {
  readonly #kept = new Map<string, Uint8Array>();

  /** Where the pictures of a message are, by their alternative texts. */
  of({ blocks }: Message): PictureAt {
    const addresses = new Map(
      blocks.flatMap((block) => (block.kind === 'picture' ? [[block.alt, this.#keep(block.png)] as const] : [])),
    );
    return (alt) => addresses.get(alt);
  }

  /** The picture of that name; undefined where it is no longer kept. */
  find(name: string): Uint8Array | undefined {
    return this.#kept.get(name);
  }

  #keep(png: Uint8Array): string {
    const name = `${createHash('sha256').update(png).digest('hex').slice(0, 32)}.png`;
    this.#kept.delete(name);
    this.#kept.set(name, png);
    // The oldest stand first.
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old);
    return `/pictures/${name}`;
  }
}
