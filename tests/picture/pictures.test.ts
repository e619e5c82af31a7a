import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DrawingThread } from '../../src/picture/drawing-thread.ts';
import { Pictures, type TimelinePicture } from '../../src/picture/index.ts';
import type { PicturesOptions } from '../../src/picture/pictures.ts';
import { startFlags } from '../bench/start.ts';
import { arbitraryTimeline, timelines } from './timelines.ts';

const open: Pictures[] = [];
const why: string[] = [];
afterEach(async () => {
  vi.useRealTimers();
  why.length = 0;
  for (const pictures of open.splice(0)) await pictures.close();
});

function picturesOf(options: PicturesOptions = {}): Pictures {
  const pictures = new Pictures({ onFailure: (reason) => why.push(reason), ...options });
  open.push(pictures);
  return pictures;
}

/** A thread's program. */
const program = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
/** Answers with a PNG of one byte, the number of drawings that it has drawn. */
const counting = `import { parentPort } from 'node:worker_threads';
let count = 0;
parentPort.on('message', () => parentPort.postMessage({ png: Uint8Array.of(++count) }));`;

const titled = (title: string): TimelinePicture => ({ ...three, title });
const three =
  timelines['three'] ??
  (() => {
    throw new Error('missing');
  })();
/** The thread itself, for drawings of one's own. */
const threadOf = () =>
  new DrawingThread({
    timeoutMs: 50_000,
    idleMs: 10_000,
    program: new URL('../../src/picture/rasterise.ts', import.meta.url),
  });
/** Width and height, as the first chunk of a PNG has them. http://www.libpng.org/pub/png/spec/1.2/PNG-Chunks.html */
function sizeOf(png: Uint8Array): [number, number] {
  const data = new DataView(png.buffer, png.byteOffset, png.byteLength);
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  return [data.getUint32(16), data.getUint32(20)];
}

describe('a picture', () => {
  test.for(Object.entries(timelines))(
    'of ‘%s’ is a PNG of 1,000 by at most 1,400 pixels and 300 kB',
    async ([, picture]) => {
      const png = (await picturesOf().png(picture)) ?? Uint8Array.of();
      const [width, height] = sizeOf(png);
      expect(width).toBe(1000);
      expect(height).toBeLessThanOrEqual(1400);
      expect(png.length).toBeLessThan(300_000);
      expect(why).toEqual([]);
    },
  );

  test('of any timeline has at most 300 kB', async () => {
    const pictures = picturesOf();
    const isSmall = async (picture: TimelinePicture) => {
      expect((await pictures.png(picture))?.length).toBeLessThan(300_000);
    };
    await fc.assert(fc.asyncProperty(arbitraryTimeline, isSmall), { numRuns: 15 });
  });

  test('that is larger than it may be is drawn smaller', async () => {
    const worst = Array.from({ length: 150 }, (_, line) => {
      const word = Array.from({ length: 40 }, (__, at) =>
        String.fromCodePoint(0x41 + ((line * 7 + at * 13) % 58)),
      ).join('');
      return `<text y="${line * 9}" font-size="${9 + (line % 5)}">${word.replace(/[<&]/gu, '')}</text>`;
    });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400" font-family="Inter">${worst.join('')}</svg>`;
    const thread = threadOf();
    const whole = await thread.draw({ svg, most: 10_000_000 });
    const most = 'png' in whole ? whole.png.length - 1 : 0;
    const smaller = await thread.draw({ svg, most });
    expect(sizeOf('png' in smaller ? smaller.png : Uint8Array.of())).toEqual([800, 1120]);
    expect(await thread.draw({ svg, most: 100 })).toEqual({ why: 'it has more than 100 bytes at any size' });
    await thread.close();
  });

  test('does not keep the main thread', async () => {
    const pictures = picturesOf();
    let [done, turns] = [false, 0];
    const png = pictures.png(titled('While others wait')).finally(() => {
      done = true;
    });
    while (!done) {
      turns += 1;
      await turn();
    }
    expect((await png)?.length).toBeGreaterThan(1000);
    expect(turns).toBeGreaterThan(100);
  });

  test('has the bundled font, whatever fonts the system has, and asks no address for anything', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    const thread = threadOf();
    const draw = (font: string, more = '') => {
      const text = `<text y="40" font-size="30" font-family="${font}">Talks begin</text>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60">${text}${more}</svg>`;
      return thread.draw({ svg, most: 1_000_000 });
    };
    const own = await draw('Inter');
    for (const font of ['DejaVu Sans', 'Liberation Serif', 'Noto Sans', 'serif']) expect(await draw(font)).toEqual(own);
    expect(await draw('Inter', `<image href="${address}" width="9" height="9"/>`)).toEqual(own);
    expect(requests).toBe(0);
    await thread.close();
    server.close();
  });
});

describe('pictures are kept', () => {
  test('so that the same asked for again, or twice at once, is drawn once', async () => {
    const pictures = picturesOf({ program: program(counting) });
    const [first, second] = await Promise.all([pictures.png(three), pictures.png(structuredClone(three))]);
    expect(first).toEqual(Uint8Array.of(1));
    expect(second).toBe(first);
    expect(await pictures.png(three)).toBe(first);
    expect(await pictures.png(titled('Another'))).toEqual(Uint8Array.of(2));
  });

  test('up to a number: the one that was not asked for longest goes', async () => {
    const pictures = picturesOf({ program: program(counting), most: 2 });
    const draw = async (title: string) => (await pictures.png(titled(title)))?.[0];
    expect([await draw('a'), await draw('b'), await draw('a'), await draw('c')]).toEqual([1, 2, 1, 3]);
    expect([await draw('a'), await draw('b')]).toEqual([1, 4]);
  });
});

describe('a picture is undefined, and the reason told', () => {
  test('where its data cannot be drawn', async () => {
    const broken = JSON.parse('{ "title": "x", "from": "2026-03-09", "until": "2026-03-15", "marks": [null] }');
    expect(await picturesOf().png(broken)).toBeUndefined();
    expect(why.length).toBe(1);
  });

  test('where the drawing is broken', async () => {
    const thread = threadOf();
    expect(await thread.draw({ svg: '<svg', most: 1000 })).toMatchObject({ why: expect.stringMatching(/./u) });
    // The thread goes on.
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect(await thread.draw({ svg, most: 1_000_000 })).toHaveProperty('png');
    await thread.close();
  });

  test('where it takes too long; the next is drawn by another thread', async () => {
    const slow = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ svg }) => { while (svg.includes('Forever')); parentPort.postMessage({ png: Uint8Array.of(1) }); });`;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pictures = picturesOf({ program: program(slow), timeoutMs: 1000 });
    const [forever, next] = [pictures.png(titled('Forever')), pictures.png(titled('Not'))];
    vi.advanceTimersByTime(1001);
    expect(await forever).toBeUndefined();
    expect(await next).toEqual(Uint8Array.of(1));
    expect(why).toEqual(['it took more than 1000 ms']);
  });

  test.for([
    ['ends', 'process.exit(3)', 'the thread that draws ended with 3'],
    ['throws', "throw new Error('no more ink')", 'no more ink'],
  ] as const)(
    'where the thread %s; it is started again, and the picture is drawn when it is asked for again',
    async ([, end, reason]) => {
      const first = program(`import { parentPort, workerData, threadId } from 'node:worker_threads';
parentPort.on('message', ({ svg }) => { if (svg.includes('Deadly')) ${end}; parentPort.postMessage({ png: Uint8Array.of(1) }); });`);
      const pictures = picturesOf({ program: first });
      expect(await pictures.png(titled('Fine'))).toEqual(Uint8Array.of(1));
      const [deadly, behind] = await Promise.all([pictures.png(titled('Deadly')), pictures.png(titled('Behind'))]);
      expect([deadly, behind]).toEqual([undefined, Uint8Array.of(1)]);
      expect(await pictures.png(titled('Deadly'))).toBeUndefined();
      expect(why).toEqual([reason, reason]);
    },
  );

  test('where there is nothing that draws', async () => {
    const pictures = picturesOf({ program: new URL('./nowhere.ts', import.meta.url) });
    expect(await pictures.png(three)).toBeUndefined();
    expect(why[0]).toContain('nowhere.ts');
  });

  test('once they are closed, but then nobody has to know', async () => {
    const pictures = picturesOf();
    const asked = pictures.png(three);
    await pictures.close();
    expect([await asked, await pictures.png(titled('Late'))]).toEqual([undefined, undefined]);
    expect(why).toEqual([]);
  });
});

describe('the thread', () => {
  test('ends after a quiet while, and is started again for the next picture', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pictures = picturesOf({ program: program(counting), idleMs: 1000 });
    expect(await pictures.png(titled('a'))).toEqual(Uint8Array.of(1));
    vi.advanceTimersByTime(999);
    expect(await pictures.png(titled('b'))).toEqual(Uint8Array.of(2));
    vi.advanceTimersByTime(1001);
    expect(await pictures.png(titled('c'))).toEqual(Uint8Array.of(1));
    expect(why).toEqual([]);
  });

  test('starts under the flags of `npm start`, and keeps no program alive', () => {
    const index = join(import.meta.dirname, '../../src/picture/index.ts');
    const text = `import { Pictures } from ${JSON.stringify(index)};
const pictures = new Pictures({ onFailure: (why) => console.log(why) });
const wait = setInterval(() => {}, 1000);
const png = await pictures.png(${JSON.stringify(three)});
clearInterval(wait);
console.log(Buffer.from(png.subarray(1, 4)).toString());`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [...startFlags, '--input-type=module', '--eval', text],
      {
        encoding: 'utf8',
        timeout: 60_000,
      },
    );
    expect({ stdout, stderr, status }).toEqual({ stdout: 'PNG\n', stderr: '', status: 0 });
  });
});
