import { expect, test } from 'vitest';
import { Answers } from '../../src/ask/index.ts';
import { composeAnswer, composeBriefing, type Section } from '../../src/briefing/index.ts';
import { storyAsOf, storyOf, textOf, water } from './stories.ts';

/** The second report updates the closing and the estimate; a plan is called off by it, and a rumour withdrawn. */
const bridge = storyOf(`
in_short: [estimate]
sources:
  first: { published: 2026-05-20 }
  second: { published: 2026-05-27 }
actors:
  mayor: { name: Ada Lind }
events:
  closing:
    when: 2026-05-19
    short: Bridge closes
    what: The bridge closed on Tuesday.
    evidence: first 1 The bridge closed on Tuesday
    updated_by: [opening]
  rumour:
    when: 2026-05-19
    what: A lorry fell into the river.
    evidence: first 2 A lorry fell into the river
    withdrawn: 2026-05-27
    updated_by: [no-lorry]
  meeting:
    when: 2026-05-26
    what: The council meets.
    status: planned
    evidence: first 3 The council meets on Tuesday
    called_off_by: no-meeting
    updated_by: [no-meeting]
  no-meeting:
    when: 2026-05-25
    what: The council called its meeting off.
    evidence: second 1 The council called its meeting off
  opening:
    when: 2026-05-26
    what: The bridge opened again.
    evidence: second 2 The bridge opened again
facts:
  estimate:
    by: mayor
    what: Repairs will cost “about 240,000 euros”, Ada Lind said.
    evidence: first 4 about 240,000 euros
    updated_by: [new-estimate]
  new-estimate:
    by: mayor
    what: Repairs will cost 310,000 euros, Ada Lind said.
    evidence: second 3 Repairs will cost 310,000 euros
  length:
    what: The bridge is about 90 metres long.
    evidence: second 4 about 90 metres
    updated_by: [measured]
  measured:
    what: It was measured as 88 metres.
    evidence: second 5 measured as 88 metres
  no-lorry:
    what: No lorry was missing.
    evidence: second 6 No lorry was missing
`);

const said = (section?: Section, story = bridge) => textOf(composeBriefing(story, section ? { section } : {}));

test('what was updated by a later report says so, with the day, wherever it is told', () => {
  const remark = '(updated on Wed 27 May 2026)';
  const estimate = `Repairs will cost “about 240,000 euros”, Ada Lind said. ${remark} [1 ¶4]`;
  expect(said('who-says-what')).toContain(estimate);
  expect(said()).toContain(estimate);
  expect(said()).toContain(`Bridge closes ${remark} [1 ¶1]`);
  expect(said('timeline')).toContain(`The bridge closed on Tuesday. ${remark} [1 ¶1]`);
  const question = 'How much will the repairs cost?';
  expect(textOf(composeAnswer(bridge, new Answers().ask(bridge, question), { question, command: '/ask' }))).toContain(
    estimate,
  );
  expect(said('quotes')).toContain(`Ada Lind ${remark} [1 ¶4]`);
  expect(said('who-says-what')).toContain('Repairs will cost 310,000 euros, Ada Lind said. [2 ¶3]');
});

test('what was updated within one report says so without a day', () => {
  expect(said('background')).toContain('The bridge is about 90 metres long. (updated since) [2 ¶4]');
});

test('of what was withdrawn or called off that is all that is said', () => {
  expect(said('timeline')).toContain('A lorry fell into the river. (withdrawn on Wed 27 May 2026) [1 ¶2]');
  expect(said('timeline')).toContain('Tue 26 May 2026 · called off  The council meets. [1 ¶3]');
});

test('a view of a day before the update tells of none', () => {
  const then = storyAsOf(bridge, '2026-05-20');
  for (const section of [undefined, 'timeline', 'who-says-what', 'background'] as const)
    expect(said(section, then)).not.toContain('updated');
  expect(said('who-says-what', then)).toContain('240,000 euros”, Ada Lind said. ¶4');
});

test('an answer tells a side that was given up behind those that hold, which go by day', () => {
  const answer = new Answers().ask(water, 'why?', ['samples']);
  const { blocks } = composeAnswer(water, answer, { command: '/ask' });
  const sides = blocks.flatMap((block) => (block.kind === 'position' ? (block.statements ?? []) : []));
  expect(sides).toEqual(['farm/asbo', 'farm/zurawska', 'farm/straumsnes-takes-back', 'farm/straumsnes']);
});
