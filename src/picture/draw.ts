/** A timeline picture as SVG. */
import { fontFamily, weights } from './font.ts';
import type { Layout, Sign, TextLine } from './layout.ts';
import { layOut } from './sheet.ts';
import { spine, width } from './sizes.ts';
import type { TimelinePicture } from './timeline.ts';

/** On a card of its own, so that it looks the same on light and dark pages. Each tone reads on the card and on the band, at 4.5 to 1 or more. */
const colours = {
  card: '#fafbfc',
  edge: '#d3d8e0',
  band: '#e6effd',
  line: '#c3cad5',
  ink: '#161b24',
  known: '#39414e',
  muted: '#565f6e',
  accent: '#1a56bd',
};

/** Draws a picture: the same data give the same text. */
export function drawTimeline(picture: TimelinePicture): string {
  const layout = layOut(picture);
  const { height, bands, lines, signs, texts } = layout;
  const parts = [
    rect(2, 2, width - 4, height - 4, { rx: 30, fill: colours.card, stroke: colours.edge, 'stroke-width': 2 }),
    ...bands.map(({ top, bottom }) => rect(20, top, width - 40, bottom - top, { rx: 22, fill: colours.band })),
    ...lines.map(drawLine),
    ...signs.map((sign) => drawSign(sign, isOnBand(sign, layout))),
    ...texts.map(drawText),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': fontFamily }, parts.join(''));
}

function drawLine({ top, bottom, isBroken }: Layout['lines'][number]): string {
  const ends = { x1: spine, y1: top, x2: spine, y2: bottom, stroke: colours.line };
  const dots = { 'stroke-width': 5, 'stroke-linecap': 'round', 'stroke-dasharray': '0.1 13' };
  return element('line', { ...ends, ...(isBroken ? dots : { 'stroke-width': 5 }) });
}

function isOnBand({ y }: Sign, { bands }: Layout): boolean {
  return bands.some(({ top, bottom }) => top < y && y < bottom);
}

/** Filled where it happened, hollow where it is planned, dashed where the days are not sure, a cross where it was withdrawn. */
function drawSign({ mark, y, bottom }: Sign, onBand: boolean): string {
  const ground = onBand ? colours.band : colours.card;
  const colour = mark.isNew ? colours.accent : colours.muted;
  const radius = mark.isNew ? 14 : 12;
  // A ring of the ground sets it off from the line.
  const around = pill(y, bottom, radius + 6, { fill: ground });
  if (mark.look === 'withdrawn') {
    const arm = radius * 0.75;
    const cross = `M${spine - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
    return around + element('path', { d: cross, stroke: colour, 'stroke-width': 6, 'stroke-linecap': 'round' });
  }
  if (mark.look !== 'planned' && !mark.isVague) return around + pill(y, bottom, radius, { fill: colour });
  const dashes = mark.isVague ? { 'stroke-dasharray': '7 6' } : {};
  return around + pill(y, bottom, radius - 2, { fill: ground, stroke: colour, 'stroke-width': 5, ...dashes });
}

function pill(y: number, bottom: number, radius: number, look: Attributes): string {
  return rect(spine - radius, y - radius, 2 * radius, bottom - y + 2 * radius, { rx: radius, ...look });
}

function drawText({ words, x, y, end, type, tone, isStruck }: TextLine): string {
  const place = { x, y: round(y), 'font-size': type.size, 'font-weight': weights[type.weight], fill: colours[tone] };
  const ends = end === 'right' ? { 'text-anchor': 'end' } : {};
  const line = isStruck ? { 'text-decoration': 'line-through' } : {};
  return element('text', { ...place, ...ends, ...line }, escaped(words));
}

type Attributes = Readonly<Record<string, string | number>>;

function rect(x: number, y: number, w: number, h: number, look: Attributes): string {
  return element('rect', { x, y: round(y), width: w, height: round(h), ...look });
}

function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return content === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text is never markup; what XML cannot hold is left out. */
function escaped(text: string): string {
  const held = text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, '');
  return held.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
