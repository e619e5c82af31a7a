/** How the questions are put that are offered next. */
import { expect, test } from 'vitest';
import { sayNext } from '../../src/briefing/index.ts';
import type { Event } from '../../src/story/index.ts';
import { albania, water } from './stories.ts';

const [attack, summit, meeting] = [
  albania.events.find(({ id }) => id === 'attack'),
  albania.events.find(({ id }) => id === 'summit'),
  water.events.find(({ id }) => id === 'meeting'),
] as [Event, Event, Event];

test.for([
  [attack, 'When was that?'],
  [meeting, 'When is that to be?'],
  [summit, 'When was that to be?'],
] as const)('of $0.id', ([statement, label]) => {
  expect(sayNext({ kind: 'about', statement, asks: 'when' })).toBe(label);
});
