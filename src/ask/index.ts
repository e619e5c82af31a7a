/** Questions to a text: its words, its sentences ranked, and how sure the first one answers. */

export * from './answer/index.ts';
export { Collection, type Found } from './collection.ts';
export { overlap } from './overlap.ts';
export { type Hit, TextIndex, type Unit } from './text-index.ts';
export { type Word, wordsOf } from './words.ts';
