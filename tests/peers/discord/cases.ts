/** A table has one rule a line: a payload that breaks it, where Discord points, and a neighbour that just keeps it. */
import { flag } from './rules.ts';

export interface Case {
  readonly rule: string;
  readonly bad: object;
  readonly good: object;
  /** Into the answer's `errors`; none where the code is another than 50035. */
  readonly path?: string;
  readonly code?: number;
}

export const long = (length: number) => 'x'.repeat(length);
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

export const text = (content = 'News.') => ({ type: 10, content });
export const button = (custom_id = 'a', rest: object = {}) => ({ type: 2, style: 2, label: 'A', custom_id, ...rest });
export const row = (...components: object[]) => ({ type: 1, components });
export const option = (value = 'a', rest: object = {}) => ({ label: value, value, ...rest });
export const select = (options: object[], rest: object = {}) => ({ type: 3, custom_id: 's', options, ...rest });
export const box = (components: object[], rest: object = {}) => ({ type: 17, components, ...rest });
export const section = (rest: object = {}) => ({ type: 9, components: [text()], accessory: button(), ...rest });
export const picture = (rest: object = {}) => ({ media: { url: 'https://example.org/a.png' }, ...rest });
export const gallery = (...items: object[]) => ({ type: 12, items });

export const v2 = (...components: object[]) => ({ flags: flag.componentsV2, components });
