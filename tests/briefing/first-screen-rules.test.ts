import { expect, test } from 'vitest';
import { composeBriefing } from '../../src/briefing/index.ts';
import { plainLine } from '../../src/message/index.ts';
import { reportingDays } from '../../src/story/index.ts';
import {
  headingsOf,
  linesOf,
  satellite,
  stories,
  storyAsOf,
  storyOf,
  textOf,
  under,
  viewsOf,
  water,
} from './stories.ts';

test('a correction leads the screen, and says what was wrong, what is right and why', () => {
  const message = composeBriefing(water);
  expect(message.blocks.map(({ kind }) => kind).slice(0, 3)).toEqual(['note', 'correction', 'note']);
  expect(linesOf(message).slice(1, 3)).toEqual([
    [
      'Correction of Mon 30 Mar 2026',
      '    was: According to municipal doctor Rania Haddawi, between 80 and 95 people called the emergency clinic with stomach pains.',
      '    now: According to municipal doctor Rania Haddawi, 78 people called the emergency clinic with stomach pains. [4 ¶2]',
      '    Every call has now been checked.',
    ].join('\n'),
    '2 earlier corrections, beside what was corrected.',
  ]);
});

test('a correction of a place or a date says of what', () => {
  expect(linesOf(composeBriefing(satellite))[1]).toBe(
    [
      'Correction of Fri 10 Oct 2025 · the place of the event ‘Petrel-2 lifts off’',
      '    was: the southern pad of Cape Tarrow',
      '    now: the northern pad of Cape Tarrow [4 ¶6]',
      '    Petrel-2 lifted off from the northern pad, not from the southern one.',
    ].join('\n'),
  );
  const corrected = composeBriefing(storyAsOf(water, '2026-03-13'), { asOf: '2026-03-13' });
  expect(linesOf(corrected)[1]).toMatch(
    /^Correction of Fri 13 Mar 2026 · the date of the event ‘Samples .+’\n {4}was: Mon 9 Mar 2026\n {4}now: Thu 5 Mar 2026 \[2 ¶3\]\n/,
  );
});

test('an open question is never shown with one side where the story holds both', () => {
  const isAgainst = (stance: string) => stance === 'denies' || stance === 'doubts';
  const screens = stories.flatMap(viewsOf).filter(({ view }) => view.section === undefined);
  let contested = 0;
  for (const { story, message } of screens) {
    const asked = message.blocks.find((block) => block.kind === 'question');
    const question = story.openQuestions.find(
      ({ asks }) => asked?.kind === 'question' && asks === plainLine(asked.asks),
    );
    const shown = message.blocks.flatMap((block) => (block.kind === 'position' ? (block.statements ?? []) : []));
    const positions = question?.positions.filter(({ id }) => shown.includes(id)) ?? [];
    // Somebody's newest word is their stance; who changed sides stands on the new one.
    const newest = new Map(question?.positions.map((position) => [position.actor.id, position.stance]));
    const stances = [...newest.values()].map(isAgainst);
    if (new Set(stances).size === 2) {
      contested += 1;
      expect(new Set(positions.map(({ stance }) => isAgainst(stance))).size).toBe(2);
    }
  }
  expect(contested).toBeGreaterThan(2);
});

test('of a question on which all are on one side by now, the two newest are shown', () => {
  expect(textOf(under(composeBriefing(satellite), 'Who says what'))).toBe(
    [
      '\nDid the solar panels of Petrel-2 stay shut?',
      '  – “I was wrong about the panels,” said Hạnh; according to her agency, pictures show that they are open. [3 ¶1] · Thu 25 Sep',
      '  – Veresov, who had always denied that the panels stayed shut, said, “I said so on the first day.” [3 ¶2] · reported Fri 26 Sep',
      '2 more positions and 2 more open questions under Who says what.',
    ].join('\n'),
  );
  const farm = under(composeBriefing(water), 'Who says what').flatMap(({ statements = [] }) => statements);
  expect(farm).toEqual(['farm/zurawska', 'farm/straumsnes-takes-back']);
});

const diary = storyOf(`
events:
  opening: { when: 2026-05-01, status: planned, what: The bridge is to open., evidence: 2 The bridge is to open }
  weighing: { when: 2026-05-20, status: planned, what: The bridge is to be weighed., evidence: 2 is to be weighed }
  parade: { when: 2026-06-01, status: planned, called_off_by: rain, what: A parade is planned., evidence: 2 A parade is planned }
  fair: { when: 2026-06-02, status: called off, what: A fair was planned., evidence: 2 A fair was planned }
  rain: { when: 2026-05-19, what: It rained hard., evidence: 3 It rained hard }
  hearing: { when: 2026-06-03, status: planned, short: A hearing, what: A hearing is planned., evidence: 2 A hearing is planned }
  ball: { when: 2026-06-04, status: planned, what: A ball is planned., evidence: 2 A ball is planned }
  vote: { when: 2026-07, status: planned, what: A vote is planned., evidence: 2 A vote is planned }
  race: { when: 2026-05-30, status: planned, withdrawn: 2026-05-20, what: A race is planned., evidence: 2 A race is planned }
  thaw: { when: 2026-05-18, what: It thawed., evidence: 3 Then it thawed }
  storm: { when: 2026-05-20, withdrawn: 2026-05-20, what: There was a storm., evidence: 3 There was a storm }
`);

test('coming up are the next two events that are planned: not past, not called off, not withdrawn', () => {
  expect(textOf(under(composeBriefing(diary), 'Coming up'))).toBe(
    'Wed 3 Jun  A hearing ¶2\nThu 4 Jun  A ball is planned. ¶2',
  );
});

test('the latest are events that happened, without those that were withdrawn', () => {
  expect(textOf(under(composeBriefing(diary), 'Latest'))).toBe(
    'Tue 19 May  It rained hard. ¶3\nMon 18 May  It thawed. ¶3',
  );
});

test('an event that was said in short and has no headline keeps its place and its words among the latest', () => {
  const story = storyOf(`
in_short: [collapse]
events:
  collapse: { when: 2026-05-18, what: The bridge fell into the river., evidence: 2 The bridge fell }
  rain: { when: 2026-05-17, short: It rains, what: It rained hard., evidence: 3 It rained hard }
  wind: { when: 2026-05-19, short: Wind rises, what: The wind rose., evidence: 3 The wind rose }
`);
  expect(textOf(under(composeBriefing(story), 'Latest'))).toBe(
    'Tue 19 May  Wind rises ¶3\nMon 18 May  The bridge fell into the river. ¶2\nSun 17 May  It rains ¶3',
  );
});

test('where those words have no room, the latest end before them', () => {
  const long = (what: string) => `what: '${what}${', and fell'.repeat(18)}.', evidence: 2 ${what}`;
  const story = storyOf(`
in_short: [arch, deck]
events:
  arch: { when: 2026-05-16, ${long('The arch fell')} }
  deck: { when: 2026-05-17, ${long('The deck fell')} }
  rain: { when: 2026-05-18, ${long('The rain fell')} }
  wind: { when: 2026-05-19, ${long('The wind fell')} }
`);
  const latest = textOf(under(composeBriefing(story), 'Latest'));
  expect(latest.match(/The \w+/g)).toEqual(['The wind', 'The rain']);
});

test('where nothing is planned, nothing is coming up', () => {
  expect(headingsOf(composeBriefing(diary))).toContain('Coming up');
  expect(headingsOf(composeBriefing(storyOf('')))).toEqual(['In short']);
});

test('what was called off later is still coming up as of the day before', () => {
  const before = composeBriefing(storyAsOf(satellite, '2025-09-16'), { asOf: '2025-09-16' });
  expect(textOf(under(before, 'Coming up'))).toContain(
    'Thu 18 Sep  The Southern Ocean Space Agency is to give a press',
  );
  const after = composeBriefing(storyAsOf(satellite, '2025-09-19'), { asOf: '2025-09-19' });
  expect(textOf(after)).not.toContain('is to give a press conference');
});

test('a withdrawn statement is nowhere on the first screen', () => {
  const screens = stories.flatMap(viewsOf).filter(({ view }) => view.section === undefined);
  let withdrawn = 0;
  for (const { story, message } of screens) {
    const gone = [...story.events, ...story.facts].filter((statement) => statement.withdrawn !== undefined);
    withdrawn += gone.length;
    const shown = message.blocks.flatMap(({ statements = [] }) => statements);
    expect(gone.filter(({ id }) => shown.includes(id))).toEqual([]);
    expect(textOf(message)).not.toContain('withdrawn on');
  }
  expect(withdrawn).toBeGreaterThan(5);
  expect(reportingDays(satellite)).toHaveLength(4);
});

test.for([
  ['2026-05-18', 'Mon 18 May 2026'],
  ['2026-05-18?', 'Mon 18 May 2026 (day uncertain)'],
  ['2026-04', 'April 2026'],
  ['2025', '2025 (year only)'],
  ['2026-04~', 'about April 2026'],
] as const)('the last development, %s, is told no more exactly than the report tells it: %s', ([when, said]) => {
  const story = storyOf(`events: { fall: { when: ${when}, what: The bridge fell., evidence: 1 The bridge fell } }`);
  expect(linesOf(composeBriefing(story))[0]).toContain(`last development ${said} · `);
});
