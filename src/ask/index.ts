/** Questions to a text: its words, its sentences ranked, and how sure the first one answers. */

export * from './answer/index.ts';
export { Collection } from './text/collection.ts';
export { TextIndex } from './text/text-index.ts';
export { wordsOf } from './words/words.ts';
