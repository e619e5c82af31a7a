/** The rules of journalism that a story file must keep beyond its shape. `briefings/README.md` explains each to editors. */

import type { StoryFile } from '../format/schema.ts';
import { pathOf } from '../format/statement-ids.ts';
import type { Complain } from '../problem.ts';
import { loneMark } from '../quotations.ts';
import { type Event, type Fact, type Story, statementsOf } from '../story.ts';
import { firstDay } from '../when.ts';
import { checkCorrections } from './check-corrections.ts';
import { checkInShort } from './check-in-short.ts';
import { checkSpeaker, names } from './check-speaker.ts';
import { strayDay } from './day-told.ts';

/** Complains of each rule that a resolved story breaks. */
export function check(story: Story, file: StoryFile, complain: Complain) {
  for (const event of story.events) checkEvent(event, story, complain);
  for (const statement of statementsOf(story)) {
    const path = pathOf(statement, file);
    checkSpeaker(statement, [...path, 'what'], complain);
    const lone = loneMark(statement.what);
    if (lone !== undefined) {
      const advice = 'a quotation is opened and closed, or it is compared with no passage';
      complain([...path, 'what'], `the quotation mark ${lone} stands alone; ${advice}`);
    }
    if (statement.withdrawn !== undefined && statement.withdrawn < statement.reported) {
      complain([...path, 'withdrawn'], `the statement was first reported later, on ${statement.reported}`);
    }
  }
  for (const statement of [...story.events, ...story.facts]) checkUpdates(statement, story, file, complain);
  checkInShort(story, complain);
  if (story.whyItMatters?.withdrawn !== undefined) {
    complain(['why_it_matters'], `‘${story.whyItMatters.id}’ is withdrawn; say something else`);
  }
  checkCorrections(story, file, complain);
}

/** What it is updated by was reported later, or with it. */
function checkUpdates(statement: Event | Fact, story: Story, file: StoryFile, complain: Complain) {
  const dated = [...story.events, ...story.facts].filter(({ reported }) => reported !== '');
  const reported = new Map(dated.map((each) => [each.id, each.reported]));
  for (const [at, id] of statement.updatedBy.entries()) {
    const path = [...pathOf(statement, file), 'updated_by', at];
    if (id === statement.id) complain(path, 'a statement is not updated by itself');
    else if ((reported.get(id) ?? statement.reported) < statement.reported)
      complain(path, `‘${id}’ was reported before it; name what was reported later`);
  }
}

function checkEvent(event: Event, story: Story, complain: Complain) {
  const path = ['events', event.id];
  const reports = story.sources.filter(({ id }) => event.evidence.some(({ source }) => source === id));
  const lastReport =
    reports
      .map(({ published }) => published.last)
      .sort()
      .at(-1) ?? '';
  if (event.reported !== '' && event.status === 'happened' && firstDay(event.when) > lastReport) {
    complain([...path, 'when'], `it lies after its last report (${lastReport}); give it \`status: planned\``);
  }
  const stray = strayDay(event, story.language);
  if (stray !== undefined) {
    const advice = 'mend one of them; another day than the event’s does not begin or end the sentence';
    complain([...path, 'what'], `it happens on ${stray}, which is not in its \`when\`; ${advice}`);
  }
  if (event.calledOffBy !== undefined && event.status !== 'planned') {
    complain(
      [...path, 'called_off_by'],
      'a later event calls off what was planned: give it `status: planned`, as it was before',
    );
  }
  if (event.calledOffBy === event.id || event.because.includes(event.id)) {
    complain(path, `‘${event.id}’ refers to itself`);
  }
  if (event.short !== undefined) checkHeadline(event, event.short, complain);
}

/** A headline says no more than its sentence, and whose words it is. */
function checkHeadline({ id, what, by }: Event, headline: string, complain: Complain) {
  const path = ['events', id, 'short'];
  if (by !== undefined && by !== 'not stated' && !names(headline, by)) {
    complain(path, `the headline does not name its \`by\`, ${by.name}; without the name it would be our own words`);
  }
  const known = new Set(numbersIn(what));
  const strange = numbersIn(headline).find((number) => !known.has(number));
  if (strange !== undefined) {
    complain(
      path,
      `the headline’s number ${strange} does not occur in \`what\`; write it there too, in the same figures`,
    );
  }
}

/** Without the zeros in front that a clock shows: `2:03.14` has the numbers of “2 minutes and 3.14 seconds”. */
function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
}
