/** Draws pictures off the main thread, and keeps the last ones. */
import { createHash } from 'node:crypto';
import { drawTimeline } from './draw.ts';
import { DrawingThread } from './drawing-thread.ts';
import type { TimelinePicture } from './timeline.ts';

export interface PicturesOptions {
  /** So many pictures are kept. */
  readonly most?: number;
  /** A picture that takes longer to draw is given up. */
  readonly timeoutMs?: number;
  /** After so long without a picture to draw, the thread ends and its memory is free. */
  readonly idleMs?: number;
  /** Told why a picture could not be drawn. */
  readonly onFailure?: (why: string) => void;
  /** What draws, as the program of a thread. */
  readonly program?: URL;
}

/** Slack takes more and Discord, too; a phone on a slow line should not have to. */
const mostBytes = 300_000;

export class Pictures {
  readonly #most: number;
  readonly #onFailure: (why: string) => void;
  readonly #thread: DrawingThread;
  /** By a hash of what it shows; the last asked for at the end. */
  readonly #kept = new Map<string, Promise<Uint8Array | undefined>>();
  #isClosed = false;

  constructor({
    most = 32,
    timeoutMs = 10_000,
    idleMs = 30_000,
    onFailure = () => {},
    program = new URL('./rasterise.ts', import.meta.url),
  }: PicturesOptions = {}) {
    this.#most = most;
    this.#onFailure = onFailure;
    this.#thread = new DrawingThread({ timeoutMs, idleMs, program });
  }

  /** The picture as PNG, at most 300 kB; undefined where it could not be drawn. Never rejects, and keeps no process alive. */
  png(picture: TimelinePicture): Promise<Uint8Array | undefined> {
    const svg = this.#drawn(picture);
    if (svg === undefined) return Promise.resolve(undefined);
    const hash = createHash('sha256').update(svg).digest('base64');
    const png = this.#kept.get(hash) ?? this.#draw(svg, hash);
    this.#kept.delete(hash);
    this.#kept.set(hash, png);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return png;
  }

  /** Ends the thread; pictures that are not drawn by then are undefined. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread.close();
  }

  #drawn(picture: TimelinePicture): string | undefined {
    try {
      return drawTimeline(picture);
    } catch (error) {
      this.#onFailure(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  async #draw(svg: string, hash: string): Promise<Uint8Array | undefined> {
    const drawn = await this.#thread.draw({ svg, most: mostBytes });
    if ('png' in drawn) return drawn.png;
    // The next that asks may have more luck.
    this.#kept.delete(hash);
    if (!this.#isClosed) this.#onFailure(drawn.why);
    return undefined;
  }
}
