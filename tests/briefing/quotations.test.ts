import { expect, test } from 'vitest';
import { composeBriefing } from '../../src/briefing/index.ts';
import { type Block, plainLine } from '../../src/message/index.ts';
import { fold, quotationsIn, type Statement, type Story, statementsOf } from '../../src/story/index.ts';
import { albania, satellite, stories, storyOf, textOf, viewsOf } from './stories.ts';

const notStated = /the reports? do(?:es)? not say whose words these are/;

/** Whether the text names whoever said it, by any word of a name or a role; or says that the report names nobody. */
function saysWhose(text: string, statement: Statement): boolean {
  const speaker = statement.kind === 'position' ? statement.actor : statement.by;
  if (speaker === undefined || speaker === 'not stated') return notStated.test(text);
  const names = [speaker.name, speaker.role ?? '', ...speaker.alsoKnownAs].flatMap((name) => fold(name).split(' '));
  const words = fold(text).split(' ');
  return names.some((name) => name.length > 2 && words.includes(name));
}

const quotedBy = (story: Story) => statementsOf(story).filter(({ what }) => quotationsIn(what).length > 0);

/** The blocks that print a quotation of the statement. */
function printed(blocks: readonly Block[], { what }: Statement): Block[] {
  return blocks.filter((block) =>
    quotationsIn(what).some((words) => textOf([block]).includes(words.replace(/,$/, ''))),
  );
}

test('no quotation is shown anywhere without its speaker, or the sentence that the report names none', () => {
  let shown = 0;
  for (const { story, view, message } of stories.flatMap(viewsOf)) {
    const blocks = message.blocks.filter(({ kind }) => kind !== 'correction');
    // The words to search a source for are no quotation of anybody.
    if (view.section === 'sources') continue;
    for (const statement of quotedBy(story)) {
      for (const block of printed(blocks, statement)) {
        shown += 1;
        expect(saysWhose(textOf([block]), statement), `${message.command}: ${textOf([block])}`).toBe(true);
      }
    }
  }
  expect(shown).toBeGreaterThan(200);
});

test('a quotation that is given as a cause says that nobody is named for it', () => {
  expect(textOf(composeBriefing(albania, { section: 'timeline' }))).toContain(
    'Given as the cause: The summit was called off “for security reasons and due to terrorist threats and conspiracies.” ' +
      '(the report does not say whose words these are) ¶12',
  );
});

test('a quotation without a speaker says so on the first screen, too', () => {
  const story = storyOf(`
in_short: [sign]
facts: { sign: { by: not stated, what: A sign says “keep off the bridge.”, evidence: 1 keep off the bridge } }
events: { shout: { when: 2026-05-20, by: not stated, what: There were shouts of “stop the bridge.”, evidence: 2 stop the bridge } }
`);
  const lines = textOf(composeBriefing(story))
    .split('\n')
    .filter((line) => line.includes('“'));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(notStated);
});

test('the quotes are all that stands between quotation marks, with its speaker, by day', () => {
  for (const story of stories) {
    const quotes = composeBriefing(story, { section: 'quotes' }).blocks.filter(({ kind }) => kind === 'quote');
    const wanted = quotedBy(story).flatMap(({ what }) => quotationsIn(what).map((words) => words.replace(/,$/, '')));
    const texts = quotes.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    expect([...texts].sort()).toEqual([...wanted].sort());
    expect(texts.length).toBeGreaterThan(8);
  }
  expect(textOf(composeBriefing(satellite, { section: 'quotes' }))).toContain(
    '“A line that I approved myself switched off the radio.”\n    Wang Yilan · Thu 9 Oct [4 ¶2]',
  );
});

test('a withdrawn statement is not quoted', () => {
  const story = storyOf(`
actors: { mayor: { name: Mayor } }
facts:
  bridge: { what: The bridge is old., evidence: 1 The bridge is old }
  boast: { by: mayor, withdrawn: 2026-05-20, what: 'It “will never fall,” said the mayor.', evidence: 1 It will never fall }
`);
  expect(textOf(composeBriefing(story, { section: 'quotes' }))).toContain('The story quotes nobody yet.');
  expect(textOf(composeBriefing(story, { section: 'who-says-what' }))).toContain('(withdrawn on Wed 20 May 2026)');
});

test('a contested matter is a question under which each side stands in its own words', () => {
  const { blocks } = composeBriefing(albania, { section: 'who-says-what' });
  const questions = blocks.flatMap((block) => (block.kind === 'question' ? [plainLine(block.asks)] : []));
  expect(questions).toEqual([
    'Was the Iranian government behind the attack of 15 July?',
    "Where did the embassy's staff go?",
    'Cyberattack takes down government services\u00a0¶5',
    'Albania gives embassy staff 24 hours to leave\u00a0¶1',
  ]);
  for (const { openQuestions, ...story } of stories) {
    const said = composeBriefing({ ...story, openQuestions }, { section: 'who-says-what' }).blocks;
    for (const { asks, positions } of openQuestions) {
      const at = said.findIndex((block) => block.kind === 'question' && plainLine(block.asks) === asks);
      const below = said.slice(at + 1, at + 1 + positions.length).flatMap(({ statements = [] }) => statements);
      expect([...below].sort()).toEqual(positions.map(({ id }) => id).sort());
    }
  }
});
