/** Uploads pictures, so that messages can show them: each once, however many channels get it. */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Block, Message } from '../../../message/index.ts';
import type { Monitor } from '../../platform.ts';
import { reasonOf } from '../errors.ts';
import { patiently } from '../patiently.ts';

type Picture = Extract<Block, { kind: 'picture' }>;

/** What uploading takes. */
export interface Uploading {
  readonly client: webApi.WebClient;
  readonly monitor: Monitor;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The first wait for Slack to have looked at a picture; the next ones are twice as long each. */
  readonly lookMs?: number;
}

/** So often Slack is asked whether a picture is ready, and so long at most between: sixteen seconds in all. */
const mostLooks = 8;
const longestMs = 4000;

/** So long an upload may take. */
const requestMs = 10_000;

/** So long an uploaded picture is used for further channels, and so many are remembered. Who deletes it later takes it from none. */
const keptMs = 3_600_000;
const mostKept = 500;

interface Hosted {
  readonly id: Promise<string>;
  readonly at: number;
}

export class HostedPictures {
  readonly #uploading: Uploading;
  readonly #hosted = new Map<string, Hosted>();

  constructor(uploading: Uploading) {
    this.#uploading = uploading;
  }

  /** The message with its pictures uploaded; one that cannot be is left out. Never throws. */
  async prepare(message: Message): Promise<Message> {
    const { blocks, ...rest } = await this.upload(message);
    return { ...rest, blocks: blocks.filter((block) => block.kind !== 'picture' || block.hosted !== undefined) };
  }

  /** The same, but that one which cannot be uploaded stays, to be said in words. Never throws. */
  async upload(message: Message): Promise<Message> {
    const blocks = message.blocks.map(async (block) => (block.kind === 'picture' ? this.#uploaded(block) : block));
    return { ...message, blocks: await Promise.all(blocks) };
  }

  async #uploaded(picture: Picture): Promise<Picture> {
    if (picture.hosted !== undefined) return picture;
    try {
      return { ...picture, hosted: await this.#host(picture) };
    } catch (error) {
      this.#uploading.monitor.warn({ reason: reasonOf(error) }, 'picture not uploaded');
      return picture;
    }
  }

  #host({ png }: Picture): Promise<string> {
    const now = this.#uploading.now();
    const key = createHash('sha256').update(png).digest('base64');
    const known = this.#hosted.get(key);
    if (known && now < known.at + keptMs && known.at <= now) return known.id;
    const id = upload(png, this.#uploading);
    this.#hosted.delete(key);
    this.#hosted.set(key, { id, at: now });
    // The oldest stand first.
    for (const oldest of [...this.#hosted.keys()].slice(0, -mostKept)) this.#hosted.delete(oldest);
    // What failed is tried again by the next one.
    id.catch(() => this.#hosted.delete(key));
    return id;
  }
}

/** A digest does not wait long for its picture. */
const inTime = <T>(call: () => Promise<T>) => patiently(call, requestMs);

/** @returns the file's id, once it can be shown. https://docs.slack.dev/messaging/working-with-files#uploading_files */
async function upload(png: Uint8Array, { client, lookMs = 250 }: Uploading): Promise<string> {
  const file = { filename: 'timeline.png', length: png.byteLength };
  const { upload_url: url = '', file_id: id = '' } = await inTime(() => client.files.getUploadURLExternal(file));
  const body = new Uint8Array(png);
  const taken = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(requestMs) });
  await taken.body?.cancel();
  if (!taken.ok) throw new Error(`the upload was refused: HTTP ${taken.status}`);
  await inTime(() => client.files.completeUploadExternal({ files: [{ id, title: 'Timeline' }] }));
  for (let look = 0; look < mostLooks; look += 1) {
    // Shown before Slack has looked at it, it would be refused.
    const { file: known } = await inTime(() => client.files.info({ file: id }));
    if (known?.mimetype) return id;
    await wait(Math.min(longestMs, lookMs * 2 ** look));
  }
  throw new Error('Slack did not look at it in time');
}

/** A picture may have been deleted since it was uploaded; then Slack takes none of the message. */
export async function orWithoutPictures<T>(message: Message, act: (message: Message) => Promise<T>): Promise<T> {
  try {
    return await act(message);
  } catch (error) {
    const hasPicture = message.blocks.some((block) => block.kind === 'picture' && block.hosted !== undefined);
    if (!hasPicture || !reasonOf(error).includes('invalid_blocks')) throw error;
    return act({ ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'picture') });
  }
}
