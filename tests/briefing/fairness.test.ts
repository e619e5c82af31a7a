import { expect, test } from 'vitest';
import { composeBriefing } from '../../src/briefing/index.ts';
import { plainMessage } from '../../src/message/index.ts';
import { asOf, parseStory, type Story } from '../../src/story/index.ts';

/** A story whose words would mislead if a part of them were told alone. */
const file = `title: Mayor resigns over the water
name: Water
language: en
time_zone: Europe/Oslo
state: quiet
in_short: [age]
sources:
  first: { published: 2022-01-01 }
  second: { published: 2022-02-01 }
actors:
  council: { name: The Council }
  resident: { name: Eva Holm }
events:
  accused:
    when: 2021-12-30
    what: The mayor took a million.
    withdrawn: 2022-02-01
    evidence: first 1 The mayor took a million
    positions:
      - { actor: resident, stance: condemns, what: Eva Holm condemned it., evidence: first 2 Eva Holm condemned it }
  doomed:
    when: 2021-12-31
    short: Everyone is doomed
    what: “Everyone is doomed”, it was said.
    by: not stated
    evidence: first 3 Everyone is doomed
  vote:
    when: 2022-01-20
    short: The vote is won
    what: The vote was won.
    evidence: [first 4 a vote is planned, second 1 the vote was won]
  fair:
    when: 2022-01-25
    status: called off
    what: A fair was planned.
    evidence: [first 5 a fair is planned, second 2 the fair is off]
who_says_what:
  clean:
    asks: Is the water clean?
    positions:
      - { actor: council, stance: asserts, what: The Council said so., evidence: first 6 the council said so }
      - { id: other, actor: council, stance: denies, what: The Council denied it., evidence: first 7 the council denied it }
facts:
  age: { what: The pipes are old., evidence: first 8 the pipes are old }
`;

function load(text: string): Story {
  const parsed = parseStory('water.yaml', Buffer.from(text));
  if ('story' in parsed) return parsed.story;
  throw new Error(JSON.stringify(parsed.problems));
}

const story = load(file);
const then = asOf(story, '2022-01-10') as Story;
const textOf = (message: ReturnType<typeof composeBriefing>) => plainMessage({ ...message, buttons: [] });

test('what was withdrawn is called so wherever it heads something', () => {
  const said = textOf(composeBriefing(story, { section: 'who-says-what' }));
  expect(said).toMatch(/The mayor took a million\. \(withdrawn on Tue 1 Feb 2022\)/);
});

test('a headline keeps the remark that nobody is named for its words', () => {
  expect(textOf(composeBriefing(story))).toMatch(
    /Everyone is doomed \(the report does not say whose words these are\)/,
  );
});

test('a headline names whose words it tells', () => {
  const parsed = parseStory(
    'water.yaml',
    Buffer.from(file.replace('by: not stated', 'by: council').replace('it was said', 'the Council said')),
  );
  expect(parsed).toMatchObject({
    problems: [{ line: 23, message: expect.stringMatching(/^the headline does not name its `by`, The Council/) }],
  });
});

test('as of a day, nothing is told that the reports of then could not have told', () => {
  expect(then.events.map(({ id }) => id)).toEqual(['accused', 'doomed']);
  expect(asOf(story, '2022-02-01')?.events.map(({ id }) => id)).toEqual(['accused', 'doomed', 'vote', 'fair']);
});

test('as of an earlier day, the story is headed by its name, since the title tells how it went on', () => {
  const { title, summary } = composeBriefing(then, { asOf: '2022-01-10' });
  expect([title, summary]).toEqual(['Water', 'Water. The pipes are old.']);
  expect(composeBriefing(story).title).toBe('Mayor resigns over the water');
});

test('an actor who took both sides in one report is shown with both', () => {
  const shown = composeBriefing(story).blocks.flatMap((block) => (block.kind === 'position' ? block.statements : []));
  expect(shown).toEqual(['clean/council', 'clean/other']);
});
