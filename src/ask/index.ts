/** Questions to a text: its words, its sentences ranked, and how sure the first one answers. */

export * from './answer/index.ts';
export { Collection } from './collection.ts';
export { TextIndex } from './text-index.ts';
export { wordsOf } from './words.ts';
