/** Which kind of answer a question wants, told by its question word and the noun beside it. */
import { wordSet } from '../words/word-set.ts';
import type { Word } from '../words/words.ts';

export type AnswerKind = 'person' | 'place' | 'date' | 'number' | 'reason' | 'manner' | 'thing' | 'yesno';

const byQuestionWord: ReadonlyMap<string, AnswerKind> = new Map([
  ['who', 'person'],
  ['whom', 'person'],
  ['whose', 'person'],
  ['when', 'date'],
  ['where', 'place'],
  ['why', 'reason'],
]);

const nouns: readonly (readonly [AnswerKind, ReadonlySet<string>])[] = [
  ['date', wordSet('year years day days date month century decade time period era age')],
  [
    'number',
    wordSet(
      'number percent percentage amount population size price cost total score distance length height rate speed temperature ratio',
    ),
  ],
  [
    'place',
    wordSet(
      'city country place town state region area location continent river province county village island capital',
    ),
  ],
  [
    'person',
    wordSet(
      'person people man woman king president queen author leader actor singer scientist minister emperor player official spokesman spokeswoman spokesperson mayor governor director secretary chairman founder owner',
    ),
  ],
  ['reason', wordSet('reason cause purpose motive')],
];
const measures = wordSet('many much long old far tall big large often fast high deep wide heavy hot cold late early');
const auxiliaries = wordSet('is are was were do does did has have had can could will would should may might must');

export function answerKindOf(words: readonly Word[]): AnswerKind {
  const at = words.findIndex(
    ({ text }) => byQuestionWord.has(text) || text === 'how' || text === 'what' || text === 'which',
  );
  const asker = words[at]?.text;
  if (asker === undefined) return auxiliaries.has(words[0]?.text ?? '') ? 'yesno' : 'thing';
  const known = byQuestionWord.get(asker);
  if (known) return known;
  if (asker === 'how') return measures.has(words[at + 1]?.text ?? '') ? 'number' : 'manner';
  for (const noun of nounsAfter(words.slice(at + 1)).reverse()) {
    const kind = nouns.find(([, those]) => those.has(noun.text))?.[0];
    if (kind) return kind;
  }
  return 'thing';
}

/** "what old *city* did …": all up to the next function word; "what was the *name* of …": the first content word. */
function nounsAfter(words: readonly Word[]): Word[] {
  const first = words.findIndex((word) => !word.isStop);
  if (first === -1) return [];
  if (auxiliaries.has(words[0]?.text ?? '')) return words.slice(first, first + 1);
  const end = words.findIndex((word, place) => place > first && word.isStop);
  return words.slice(first, end === -1 ? undefined : end);
}
