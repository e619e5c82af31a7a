import { expect, test } from 'vitest';
import { passedPlans } from '../../src/story/index.ts';
import { edited, load } from './fixture.ts';

/** The ids of the plans that have passed, of a story with a meeting to come. @param more further lines of the meeting */
function passed(today: string, when: string, more = '', state = 'developing') {
  const meeting = `  meeting:
    when: ${when}
    what: A meeting is to be held.
    status: planned
    evidence: 2 the mayor said so
${more}who_says_what:`;
  const story = load(edited(['who_says_what:', meeting], ['developing', state]));
  return passedPlans(story, today).map(({ id }) => id);
}

test.for([
  ['2024-07-02', '2024-07-02', []],
  ['2024-07-02', '2024-07-03', ['meeting']],
  ['2024-07', '2024-07-31', []],
  ['2024-07', '2024-08-01', ['meeting']],
  ['2024-07-02/2024-07-05', '2024-07-05', []],
  ['2024-07-02/2024-07-05', '2024-07-06', ['meeting']],
  ['2024~', '2024-12-31', []],
] as const)('of a plan for %s, as of %s, these have passed: %o', ([when, today, ids]) => {
  expect(passed(today, when)).toEqual(ids);
});

test.for([
  ['that was called off', '    called_off_by: closing\n', 'developing'],
  ['of which something tells how it stands since', '    updated_by: age\n', 'quiet'],
  ['that is withdrawn', '    withdrawn: 2024-06-01\n', 'developing'],
  ['of a story that is closed', '', 'closed'],
] as const)('a plan %s is none of them', ([, more, state]) => {
  expect(passed('2025-01-01', '2024-07-02', more, state)).toEqual([]);
  expect(passed('2025-01-01', '2024-07-02', '', 'quiet')).toEqual(['meeting']);
});
