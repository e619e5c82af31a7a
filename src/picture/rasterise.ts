/** The thread that turns drawings into PNG; the bundled font is the only one it knows, and it asks no address for anything. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontFiles } from './font.ts';

/** One drawing that is asked for. */
export interface DrawingJob {
  readonly svg: string;
  /** Bytes. */
  readonly most: number;
}

/** What became of it: a PNG, or why there is none, in a sentence's rest. */
export type Drawn = { readonly png: Uint8Array } | { readonly why: string };

const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily };
/** In pixels; the smaller ones only where a picture is too large. */
const widths = [1000, 800, 640, 480];

/**
 * Each drawing holds 6 MB outside the heap until its object is collected, which a heap that hardly grows never does: after a
 * hundred pictures the program had 600 MB more.
 */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

parentPort?.on('message', (asked: DrawingJob) => {
  parentPort?.postMessage(drawn(asked));
  collect();
});

function drawn({ svg, most }: DrawingJob): Drawn {
  try {
    const sizes = widths.map(
      (value) => () => new Resvg(svg, { font, fitTo: { mode: 'width', value } }).render().asPng(),
    );
    for (const draw of sizes) {
      const png = draw();
      if (png.length <= most) return { png };
    }
    return { why: `it has more than ${most} bytes at any size` };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
