/** Folders of generated stories, to measure with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const subjects = [
  'harbour',
  'railway',
  'election',
  'satellite',
  'hospital',
  'festival',
  'bridge',
  'orchestra',
  'vaccine',
  'glacier',
];
const places = [
  'Aldmoor',
  'Brenvik',
  'Castelo',
  'Dravina',
  'Eskholm',
  'Fjordby',
  'Granitsa',
  'Holmby',
  'Isola',
  'Jarnvik',
];

/** Writes `stories` files of `statements` statements each: three quarters events, the rest positions and facts. About 280 bytes a statement. */
export function writeStories(folder: string, stories: number, statements: number) {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < stories; number += 1) {
    writeFileSync(join(folder, `${idOf(number)}.yaml`), storyText(number, statements));
  }
}

/** The id of one of them. */
export function idOf(number: number): string {
  const [subject, place] = [subjects[number % 10], places[Math.floor(number / 10) % 10]?.toLowerCase()];
  return `${subject}-${place}-${number}`;
}

/** One story's file. */
export function storyText(number: number, statements: number): string {
  const [subject, place] = [subjects[number % 10], places[Math.floor(number / 10) % 10]];
  const events = Math.ceil(statements * 0.75);
  const positions = Math.max(2, Math.floor(statements * 0.15));
  const facts = Math.max(1, statements - events - positions);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  return `title: The ${subject} of ${place} changes hands, part ${number}
name: ${subject} ${place} ${number}
also_known_as: [${place} ${subject} ${number}, ${subject} case ${number}]
language: en
time_zone: Europe/Tirane
state: developing
topics: [${subject}]
in_short: [event-0]
why_it_matters: fact-0
sources:
  report-a: { published: 2026-03-01, title: The first report, publisher: ${place} News, url: 'https://example.org/${number}' }
  report-b: { published: 2026-03-20, publisher: ${place} News }
actors:
  mayor: { name: Ada Berg, role: mayor of ${place}, also_known_as: [the mayor] }
  owner: { name: Nils Holm, role: owner of the ${subject} }
events:
${numbers(events)
  .map(
    (index) => `  event-${index}:
    when: 2026-0${index < events / 2 ? 2 : 3}-${String((index % 18) + 1).padStart(2, '0')}
    who: [${index % 2 === 0 ? 'mayor' : 'owner'}]
    short: The ${subject} takes step ${index}
    what: The ${subject} of ${place} took step ${index} after a long night, and the council looked on from the gallery.
    evidence: report-${index < events / 2 ? 'a' : 'b'} ${(index % 30) + 1} The ${subject} of … from the gallery
`,
  )
  .join('')}who_says_what:
  who-pays:
    asks: Who pays for the ${subject} of ${place}?
    positions:
${numbers(positions)
  .map(
    (index) => `      - id: turn-${index}
        actor: ${index % 2 === 0 ? 'mayor' : 'owner'}
        stance: ${index % 2 === 0 ? 'asserts' : 'denies'}
        what: ${index % 2 === 0 ? 'Ada Berg' : 'Nils Holm'} said that “the ${subject} pays for itself” in year ${index}.
        evidence: report-b ${index + 1} the ${subject} pays … for itself today
`,
  )
  .join('')}facts:
${numbers(facts)
  .map(
    (index) => `  fact-${index}:
    what: About ${index + 2}% of ${place} works at the ${subject}, by the count of the council.
    evidence: report-a ${index + 1} About ${index + 2}% of … of the council
`,
  )
  .join('')}readers_ask:
  Who pays for it?: [who-pays]
`;
}
