/** The rules of journalism that a story file must keep beyond its shape. `briefings/README.md` explains each to editors. */

import { denialsOwed } from './contested.ts';
import { strayDay } from './day-told.ts';
import { loneMark, quotationsIn } from './evidence.ts';
import { fold } from './names.ts';
import type { Complain, Path } from './problem.ts';
import { bounds, type StoryFile } from './schema.ts';
import { pathOf } from './statement-ids.ts';
import { type Actor, type Event, type Fact, type Position, type Statement, type Story, statementsOf } from './story.ts';
import { DateProblem, firstDay, parseWhen } from './when.ts';

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
  const known = new Set(numbersIn(event.what));
  const strange = numbersIn(event.short ?? '').find((number) => !known.has(number));
  if (
    event.short !== undefined &&
    event.by !== undefined &&
    event.by !== 'not stated' &&
    !names(event.short, event.by)
  ) {
    complain(
      [...path, 'short'],
      `the headline does not name its \`by\`, ${event.by.name}; without the name it would be our own words`,
    );
  }
  if (strange !== undefined)
    complain(
      [...path, 'short'],
      `the headline’s number ${strange} does not occur in \`what\`; write it there too, in the same figures`,
    );
}

/** Without the zeros in front that a clock shows: `2:03.14` has the numbers of “2 minutes and 3.14 seconds”. */
function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''));
}

/** Every quotation has a speaker, and the sentence names them. */
function checkSpeaker(statement: Statement, place: Path, complain: Complain) {
  if (statement.kind === 'position') {
    const { actor } = statement;
    if (actor.name !== '' && !names(statement.what, actor)) complain(place, notNamed(actor, 'actor'));
    return;
  }
  if (statement.by !== undefined && statement.by !== 'not stated' && !names(statement.what, statement.by)) {
    complain(place, notNamed(statement.by, 'by'));
  }
  if (statement.by === undefined && quotationsIn(statement.what).length > 0) {
    complain(place, 'whose words the quotation is, is missing: add `by` with an actor’s id, or `by: not stated`');
  }
}

function notNamed(actor: Actor, key: string): string {
  return `the sentence does not name its \`${key}\`, ${actor.name}; name them by name, role or another name`;
}

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function names(sentence: string, actor: Actor): boolean {
  const within = ` ${fold(sentence)} `;
  const surname = actor.name.includes(' ') ? [actor.name.split(' ').at(-1) ?? ''] : [];
  const role = actor.role === undefined ? [] : [actor.role];
  return [actor.name, ...actor.alsoKnownAs, ...role, ...surname].some((form) => {
    const folded = fold(form).replace(/^the /, '');
    return folded !== '' && within.includes(unspaced.test(folded) ? folded : ` ${folded} `);
  });
}

/** In short never gives one side of a contested matter alone. */
function checkInShort(story: Story, complain: Complain) {
  for (const [index, statement] of story.inShort.entries()) {
    const path = ['in_short', index];
    if (statement.what.length > bounds.inShort) {
      complain(
        path,
        `‘${statement.id}’ has ${statement.what.length} characters; at most ${bounds.inShort} fit in short`,
      );
    }
    if (statement.withdrawn !== undefined)
      complain(path, `‘${statement.id}’ is withdrawn; say something else in short`);
    const denials = denialsOwed(statement, story.inShort, story.openQuestions);
    if (denials.length > 0) {
      complain(path, oneSided(statement, denials));
    }
  }
}

/** @param denials those of which one is missing */
function oneSided({ id, kind }: Statement, denials: readonly Position[]): string {
  const questions = [...new Set(denials.map(({ on }) => `‘${on}’`))].join(' and ');
  const why =
    kind === 'position'
      ? `is one side of the open question ${questions}`
      : `gives the open question ${questions} as its cause`;
  const pairs = denials.map((denial) => `[${id}, ${denial.id}]`).join(' or ');
  return `‘${id}’ ${why}, so the other statement in short is a denial of it: ${pairs}; or name a statement that takes no side`;
}

function checkCorrections(story: Story, file: StoryFile, complain: Complain) {
  const byId = new Map(statementsOf(story).map((statement) => [statement.id, statement]));
  const published = new Map(story.sources.map((source) => [source.id, source.published.last]));
  for (const [index, raw] of file.corrections.entries()) {
    const path = ['corrections', index];
    const statement = byId.get(raw.statement);
    const built = statement?.corrections.find(({ was, field }) => was === raw.was && field === raw.field);
    if (!statement || !built) continue;
    if (built.now === '') complain([...path, 'field'], `‘${raw.statement}’ has no \`${raw.field}\` to correct`);
    else if (built.now === raw.was) complain([...path, 'was'], stillSaid(statement));
    if (built.when < statement.reported)
      complain([...path, 'when'], `the statement was first reported later, on ${statement.reported}`);
    const late = built.evidence.find(({ source }) => (published.get(source) ?? '') > built.when);
    if (late)
      complain([...path, 'when'], `its report ‘${late.source}’ was published later, on ${published.get(late.source)}`);
    if (raw.field === 'when' && !isDate(raw.was, story.timeZone)) {
      complain([...path, 'was'], `‘${raw.was}’ is no date; a corrected date was one`);
    }
  }
}

function stillSaid({ kind, withdrawn }: Statement): string {
  const still = '`was` is what the statement still says';
  if (withdrawn === undefined) return `${still}; change the statement to what is right`;
  const reason = kind === 'position' ? '' : ', and `updated_by` may name what tells why';
  return `${still}; leave the correction out: \`withdrawn\` tells that it is gone${reason}`;
}

function isDate(text: string, timeZone: string): boolean {
  try {
    return parseWhen(text.split(', '), timeZone).length > 0;
  } catch (error) {
    if (error instanceof DateProblem) return false;
    throw error;
  }
}
