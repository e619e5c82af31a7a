/** Questions to stories, and the words of a text. */
export * from './answer/index.ts';
export { wordsOf } from './words/words.ts';
