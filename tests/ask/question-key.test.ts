import { expect, test } from 'vitest';
import { questionKey } from '../../src/ask/index.ts';

test.for([
  ['When was the attack?', 'when did the attack happen'],
  ['Who won the World Cup?', 'the world cup, who won it'],
  ['How many dogs were there?', 'how many dogs?'],
  ['Why?', 'why'],
  ['When was the attack?', 'Hi, can you tell me when the attack was, please?'],
] as const)('‘%s’ asks the same as ‘%s’', ([one, other]) => expect(questionKey(one)).toBe(questionKey(other)));

test.for([
  ['When was the attack?', 'Why was the attack?'],
  ['When was the attack?', 'When was the order?'],
  ['Who was it?', 'Where was it?'],
] as const)('‘%s’ asks something else than ‘%s’', ([one, other]) =>
  expect(questionKey(one)).not.toBe(questionKey(other)),
);
