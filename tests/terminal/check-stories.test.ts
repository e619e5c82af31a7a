import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoryLibrary } from '../../src/story/index.ts';
import { checkStories } from '../../src/terminal/check-stories.ts';
import { bridge, edited } from '../story/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Noon in Oslo, where the bridge is. */
const now = Date.parse('2024-07-03T12:00:00+02:00');

/** Checks a folder of these files. @param source the text of the story’s source, where it is compared */
async function checked(files: Readonly<Record<string, string>>, source?: string, at = now) {
  const folder = mkdtempSync(join(root, 'stories-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  if (source !== undefined) writeFileSync(join(folder, 'report.txt'), source);
  const { lines, right } = checkStories(await StoryLibrary.open(folder), at, ...(source === undefined ? [] : [folder]));
  return { lines: lines.map((line) => line.replaceAll(`${folder}/`, '')), last: lines.at(-1), right };
}

const twice = 'also_asked: { age: Is it old? }\nnot_told: [Is it old?]\n';
const report = 'The bridge closed today.\n\nAs the mayor said so.\n\nAs all know the bridge is old.\n';

test('hints are told as hints, and nothing is wrong for them', async () => {
  const { lines, right } = await checked({ 'bridge.yaml': bridge, 'bridge.asked.yaml': twice });
  expect(lines).toEqual([
    'bridge.asked.yaml:2:12: hint: ‘Is it old?’ is answered by ‘age’, too; keep one of the two',
    'The one story file loads; nothing is wrong, but there is 1 hint.',
  ]);
  expect(right).toBe(true);
});

test('hints are not counted with what is wrong', async () => {
  const asked = `${twice.replace('old?]', 'old?, is it OLD]')}then_asked: { agee: { age: Why? } }\n`;
  const { last, right } = await checked({ 'bridge.yaml': bridge, 'bridge.asked.yaml': asked });
  expect(last).toBe('The one story file loads; 1 thing is wrong and there are 2 hints.');
  expect(right).toBe(false);
});

test('of the passages only those that stand there count as located', async () => {
  const { lines } = await checked({ 'bridge.yaml': bridge }, report.replace('is old', 'was old'));
  expect(lines[0]).toBe('bridge: 2 of 3 passages located, 0 quotations compared, 2 of 3 sentences cited');
});

test.for([
  [report, 'nothing is wrong', true],
  [`${report} It fell.\n`, 'nothing is wrong, but 1 sentence is not cited', false],
  [`${report} It fell. Why?\n`, 'nothing is wrong, but 2 sentences are not cited', false],
  [report.replace('is old', 'was old'), '1 thing is wrong and 1 sentence is not cited', false],
] as const)('sentences that nothing cites are counted by themselves: %s', async ([source, found, right]) => {
  const compared = await checked({ 'bridge.yaml': bridge }, source);
  expect(compared).toMatchObject({ last: `The one story file loads; ${found}.`, right });
});

/** The bridge, with what is to happen. */
const planning = (when: string) =>
  edited([
    'who_says_what:',
    `  meeting:
    when: ${when}
    what: A meeting is to be held.
    status: planned
    evidence: 2 the mayor said so
who_says_what:`,
  ]);

test('a plan whose day has passed gives a hint, which fails nothing', async () => {
  const { lines, right } = await checked({ 'bridge.yaml': planning('2024-07-02') });
  expect(lines).toEqual([
    'bridge.yaml:18:11: hint: ‘meeting’ was planned for Tue 2 Jul 2024, which has passed: did it happen?',
    'The one story file loads; nothing is wrong, but there is 1 hint.',
  ]);
  expect(right).toBe(true);
});

test('what is said of it is what its source says', async () => {
  const hint = async (when: string) => (await checked({ 'bridge.yaml': planning(when) })).lines[0]?.split('hint: ')[1];
  expect(await hint('2024-06')).toBe('‘meeting’ was planned for June 2024, which has passed: did it happen?');
  expect(await hint('2024-06-01/..')).toContain('was planned from Sat 1 Jun 2024 on, which');
  expect(await hint('../2024-06-01')).toContain('was planned until Sat 1 Jun 2024, which');
});

test('its day ends where the story is', async () => {
  const story = { 'bridge.yaml': planning('2024-07-02') };
  const at = (time: string) => checked(story, undefined, Date.parse(time));
  expect((await at('2024-07-02T23:59:00+02:00')).lines).toHaveLength(1);
  expect((await at('2024-07-03T00:01:00+02:00')).lines).toHaveLength(2);
});

test('an actor whom no statement names gives a hint at its place', async () => {
  const idle =
    '  council: { name: the town council }\n  ferry:\n    role: operator\n    name: Lindmark Ferries\nevents:\n';
  const { lines, right } = await checked({ 'bridge.yaml': edited(['events:\n', idle]) });
  expect(lines).toEqual([
    'bridge.yaml:12:20: hint: no statement names ‘council’: name them in one, or leave them out',
    'bridge.yaml:15:11: hint: no statement names ‘ferry’: name them in one, or leave them out',
    'The one story file loads; nothing is wrong, but there are 2 hints.',
  ]);
  expect(right).toBe(true);
});

test('a date of what has been that lies in the future gives a hint at its place', async () => {
  const text = edited(
    ['published: 2024-05-02', 'published: 2062-05-02'],
    ['stance: asserts', 'stance: asserts\n        when: 2062-05'],
    ['what: The bridge is old.', 'what: The bridge is old.\n    withdrawn: 2063-05-02'],
    [
      'readers_ask:',
      'corrections: [{ when: 2064-05-02, statement: closing, was: It shut., why: Slip., evidence: 1 The bridge closed }]\nreaders_ask:',
    ],
  );
  const { lines, right } = await checked({ 'bridge.yaml': text });
  expect(lines).toEqual([
    'bridge.yaml:9:16: hint: `published` of ‘report’ lies in the future: mend the date',
    'bridge.yaml:23:15: hint: `when` of ‘safe/mayor’ lies in the future: mend the date',
    'bridge.yaml:29:16: hint: `withdrawn` of ‘age’ lies in the future: mend the date',
    'bridge.yaml:31:23: hint: `when` of the correction of ‘closing’ lies in the future: mend the date',
    'The one story file loads; nothing is wrong, but there are 4 hints.',
  ]);
  expect(right).toBe(true);
  const today = { 'bridge.yaml': edited(['published: 2024-05-02', 'published: 2024-07-04']) };
  expect((await checked(today)).lines).toHaveLength(1);
});
