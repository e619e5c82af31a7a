/** A picture as it fills from top to bottom: heading, rows, and what stands between them. */
import { sayDays } from '../briefing/index.ts';
import { daysBetween } from '../story/index.ts';
import { sayGap } from './gap.ts';
import type { Layout, Sign, TextLine } from './layout.ts';
import { days, labels, margin, type Type, type, width } from './sizes.ts';
import type { Mark, TimelinePicture } from './timeline.ts';
import { wrap } from './wrap.ts';

/** Half a capital's height above the line the letters stand on. */
const middle = (kind: Type) => kind.size * 0.36;
/** From the top of a line of text to where its letters stand. */
const rise = (kind: Type) => kind.line / 2 + middle(kind);
const padding = 18;

/** A day in lines: where one is too short, the second of two days, and what is not sure about it, begin a new one. */
function inGutter(said: string): string[] {
  const lines = (words: string) => wrap(words, days.width, type.newDay);
  if (lines(said).length === 1) return [said];
  return said.split(/(?<= –) | (?=\()/u).flatMap(lines);
}

class Sheet {
  #y = margin;
  readonly #texts: TextLine[] = [];
  readonly #signs: Sign[] = [];
  readonly #bands: { top: number; bottom: number }[] = [];
  readonly #breaks: { top: number; bottom: number }[] = [];
  #band: number | undefined;
  #saidBefore = '';

  heading({ title, from, until }: TimelinePicture): void {
    const room = width - 2 * margin;
    if (title !== '') this.#y += this.#write(wrap(title, room, type.title), margin, this.#y, type.title, 'ink');
    this.#y += this.#write([sayDays(from, until)], margin, this.#y, type.dates, 'muted');
    this.#y += 26;
  }

  /** What stands before a mark: what is left out, and how much time went by. */
  between({ marks, leftOut = [] }: TimelinePicture, index: number): void {
    const [before, after] = [marks[index - 1], marks[index]];
    const out = leftOut.filter((each) => each.before === index).map(({ said }) => said);
    const gap = before && after && sayGap(before, after);
    const isLong = before !== undefined && after !== undefined && daysBetween(before.last, after.first) >= 7;
    if (!(after?.isNew && before?.isNew)) this.#closeBand();
    const words = [...(gap === undefined ? [] : [gap]), ...out];
    if (words.length > 0 || isLong) this.#pause(words.join(' · '));
    else if (before && after) this.#y += Math.min(6, Math.max(0, daysBetween(before.last, after.first))) * 4;
    if (after?.isNew && this.#band === undefined) this.#openBand();
  }

  row(mark: Mark): void {
    this.#y += this.#saidBefore === mark.said ? 4 : 12;
    const isNew = mark.isNew ?? false;
    const kind = isNew ? type.news : type.label;
    const top = this.#y;
    const said = this.#saidBefore === mark.said ? [] : inGutter(mark.said);
    this.#saidBefore = mark.said;
    const dayKind = isNew ? type.newDay : type.day;
    // The day stands on the line of the label's first words.
    const dayTop = top + rise(kind) - rise(dayKind);
    const left = this.#write(said, days.right, dayTop, dayKind, isNew ? 'accent' : 'muted', { end: 'right' });
    const isStruck = mark.look === 'withdrawn';
    const tone = isStruck ? 'muted' : isNew ? 'ink' : 'known';
    let right = this.#write(wrap(mark.label, labels.width, kind), labels.left, top, kind, tone, { isStruck });
    if (mark.remark !== undefined) {
      right += this.#write(wrap(mark.remark, labels.width, type.small), labels.left, top + right, type.small, 'muted');
    }
    const centre = top + kind.line / 2;
    const rest = Math.max(left + dayTop - top, right);
    this.#signs.push({
      mark,
      y: centre,
      bottom: mark.first === mark.last ? centre : Math.max(centre + 26, top + rest - 22),
    });
    this.#y = top + Math.max(rest, mark.first === mark.last ? 0 : 70) + 10;
  }

  done(): Layout {
    this.#closeBand();
    return {
      height: Math.ceil(this.#y + margin - 10),
      texts: this.#texts,
      signs: this.#signs,
      bands: this.#bands,
      lines: this.#line(),
    };
  }

  #write(
    words: readonly string[],
    x: number,
    top: number,
    kind: Type,
    tone: TextLine['tone'],
    { end = 'left', isStruck = false }: { readonly end?: TextLine['end']; readonly isStruck?: boolean } = {},
  ): number {
    words.forEach((line, index) => {
      const y = top + index * kind.line + rise(kind);
      this.#texts.push({ words: line, x, y, end, type: kind, tone, ...(isStruck && { isStruck }) });
    });
    return words.length * kind.line;
  }

  #pause(words: string): void {
    const lines = words === '' ? [] : wrap(words, labels.width, type.small);
    const top = this.#y;
    this.#y += 4 + this.#write(lines, labels.left, top + 4, type.small, 'muted') + (lines.length === 0 ? 20 : 0);
    this.#breaks.push({ top, bottom: this.#y });
    this.#saidBefore = '';
  }

  #openBand(): void {
    this.#y += 8;
    this.#band = this.#y;
    this.#y += padding;
    this.#y += this.#write(['New'], labels.left, this.#y, type.tag, 'accent');
    this.#saidBefore = '';
  }

  #closeBand(): void {
    if (this.#band === undefined) return;
    this.#y += padding - 8;
    this.#bands.push({ top: this.#band, bottom: this.#y });
    this.#y += 10;
    this.#band = undefined;
  }

  #line(): Layout['lines'] {
    const ends = [
      ...this.#signs.flatMap(({ y, bottom }) => [y, bottom]),
      ...this.#breaks.flatMap(({ top, bottom }) => [top, bottom]),
    ];
    const stops = [Math.min(...ends), ...this.#signs.flatMap(({ y, bottom }) => [y, bottom]), Math.max(...ends)];
    const parts = stops.slice(1).map((bottom, index) => ({ top: stops[index] ?? bottom, bottom }));
    return parts
      .filter(({ top, bottom }) => bottom > top)
      .map((part) => ({
        ...part,
        isBroken: this.#breaks.some((each) => each.top >= part.top && each.bottom <= part.bottom),
      }));
  }
}

/** The height of a picture, in its own units. */
export function heightOf(picture: TimelinePicture): number {
  return layOut(picture).height;
}

/** Lays a picture out, from top to bottom. */
export function layOut(picture: TimelinePicture): Layout {
  const sheet = new Sheet();
  sheet.heading(picture);
  picture.marks.forEach((mark, index) => {
    sheet.between(picture, index);
    sheet.row(mark);
  });
  sheet.between(picture, picture.marks.length);
  return sheet.done();
}
