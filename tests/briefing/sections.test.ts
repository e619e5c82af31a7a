import { describe, expect, test } from 'vitest';
import { composeBriefing, type Section } from '../../src/briefing/index.ts';
import type { Block } from '../../src/message/index.ts';
import { passageOf, type Statement, type Story, statementsOf } from '../../src/story/index.ts';
import { albania, plain, satellite, sectionNames, stories, storyOf, textOf, viewsOf, water } from './stories.ts';

/** The section in which a statement is told in full. */
function homeOf(statement: Statement): Section {
  if (statement.kind === 'event') return 'timeline';
  const isSaying = statement.kind === 'position' || (statement.by !== undefined && statement.by !== 'not stated');
  return isSaying ? 'who-says-what' : 'background';
}

const blocksOf = (story: Story, section: Section): readonly Block[] => composeBriefing(story, { section }).blocks;

describe.for(stories.map((story) => [story.name, story] as const))('of %s', ([, story]) => {
  test('each section tells every statement that belongs there, in the words of the file, and no other', () => {
    for (const section of ['timeline', 'who-says-what', 'background'] as const) {
      const blocks = blocksOf(story, section);
      const belong = statementsOf(story).filter((statement) => homeOf(statement) === section);
      expect(belong.length).toBeGreaterThan(4);
      const told = blocks.flatMap(({ kind, statements = [] }) => (kind === 'correction' ? [] : statements));
      expect([...told].sort()).toEqual(belong.map(({ id }) => id).sort());
      for (const { id, what } of belong) {
        const [block] = blocks.filter(({ kind, statements }) => kind !== 'correction' && statements?.includes(id));
        expect(textOf(block ? [block] : [])).toContain(what);
      }
    }
  });

  test('every correction stands beside its statement', () => {
    for (const statement of statementsOf(story)) {
      const blocks = blocksOf(story, homeOf(statement));
      const at = blocks.findIndex(({ statements }) => statements?.includes(statement.id));
      const behind = blocks.slice(at + 1).filter(({ kind }) => kind !== 'detail');
      for (const [index, { was, why }] of statement.corrections.entries()) {
        expect(behind[index]).toMatchObject({ kind: 'correction', statements: [statement.id], why });
        if (statement.corrections[index]?.field !== 'when')
          expect(textOf(behind.slice(index, index + 1))).toContain(was);
      }
    }
  });

  test('people are told with what they are and for whom they speak; all who act or speak are there', () => {
    const labels = textOf(blocksOf(story, 'people'));
    for (const statement of statementsOf(story)) {
      const actor = statement.kind === 'position' ? statement.actor : statement.by;
      if (actor === undefined || actor === 'not stated') continue;
      for (const part of [actor.name.slice(1), actor.role ?? '', actor.speaksFor?.name ?? ''])
        expect(labels).toContain(part);
    }
  });

  test('sources are numbered, and give every passage that a statement or a correction cites', () => {
    const said = textOf(blocksOf(story, 'sources'));
    for (const source of story.sources) {
      expect(said).toContain(`${source.number}. ${source.title ?? 'Report of'}`);
      expect(said).toContain(source.publisher ?? 'publisher not known');
      expect(said).toContain(source.note ?? '');
    }
    for (const { evidence } of [...statementsOf(story), ...story.corrections]) {
      for (const each of evidence) expect(said).toContain(`¶${each.paragraph}  ${passageOf(each)}`);
    }
  });
});

test('a timeline entry says the day, the report’s own words for it, and the cause that is given', () => {
  const said = textOf(blocksOf(albania, 'timeline'));
  expect(said).toContain('\nFri 15 Jul 2022  A cyberattack temporarily took down');
  expect(said).toContain('    In the report’s words: “on July 15”\n');
  expect(said).toContain('    Given as the cause: Cyberattack takes down government services ¶5\n');
  expect(said).toContain(
    '    Given as the cause, contested: Was the Iranian government behind the attack of 15 July?\n',
  );
});

test('a side of an open question that is given as the cause is told as contested, once', () => {
  const story = storyOf(`
actors:
  hale: { name: Tom Hale, role: councillor }
  firm: { name: The firm }
events:
  leak:
    when: 2026-05-18
    what: The tank leaked.
    evidence: 1 The tank leaked
    positions:
      - { actor: hale, stance: condemns, what: Tom Hale called it a disgrace., evidence: 1 called it a disgrace }
  walkout:
    when: 2026-05-19
    what: The councillors walked out.
    because: [leak, leak/hale, who-is-to-blame/hale, who-is-to-blame/firm, who-is-to-blame]
    evidence: 1 The councillors walked out
who_says_what:
  who-is-to-blame:
    asks: Who is to blame?
    positions:
      - { actor: hale, stance: asserts, what: Tom Hale blamed the firm., evidence: 2 Hale blamed the firm }
      - { actor: firm, stance: denies, what: The firm denied it., evidence: 2 the firm denied it }
`);
  expect(textOf(blocksOf(story, 'timeline'))).toContain(
    [
      'Tue 19 May 2026  The councillors walked out. ¶1',
      '    Given as the cause: The tank leaked. ¶1',
      '    Given as the cause: Tom Hale called it a disgrace. ¶1',
      '    Given as the cause, contested: Who is to blame?',
    ].join('\n'),
  );
  expect(textOf(blocksOf(story, 'timeline'))).not.toContain('blamed the firm');
});

test('a timeline says what is planned and what was called off', () => {
  expect(textOf(blocksOf(albania, 'timeline'))).toContain('July 2022 · called off  In July the MEK planned');
  const said = textOf(blocksOf(water, 'timeline'));
  expect(said).toContain('Thu 9 Apr 2026 · planned  A public meeting');
  expect(said).toContain('Mon 16 Mar 2026 · called off  Skarn Vann expects to lift');
});

test('a withdrawn statement is shown struck, with the day of its withdrawal, wherever it is shown', () => {
  const withdrawn = stories.flatMap((story) =>
    statementsOf(story)
      .filter((statement) => statement.withdrawn !== undefined)
      .map((statement) => [story, statement] as const),
  );
  expect(withdrawn.map(([, { id }]) => id).sort()).toEqual(['eidet', 'signal']);
  for (const [story, { id, what, withdrawn: day }] of withdrawn) {
    const views = viewsOf(story).filter(({ view }) => view.asOf === undefined || view.asOf >= (day ?? ''));
    const blocks = views.flatMap(({ message }) => message.blocks).filter(({ statements }) => statements?.includes(id));
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) {
      const content = block.kind === 'entry' || block.kind === 'paragraph' ? block.content : [];
      expect(content[0]).toEqual({ kind: 'struck', children: [{ kind: 'text', text: what }] });
      expect(textOf([block])).toMatch(/\(withdrawn on (?:Fri 19 Sep 2025|Fri 13 Mar 2026)\)/);
    }
  }
});

test('a story with one source marks the paragraph, a story with several the source and the paragraph', () => {
  for (const [story, form] of [
    [albania, /^¶\d+(?:, ¶\d+)*$/],
    [water, /^\[[1-4] ¶\d+(?:, [1-4] ¶\d+)*\]$/],
    [satellite, /^\[[1-4] ¶\d+(?:, [1-4] ¶\d+)*\]$/],
  ] as const) {
    const marks = sectionNames.flatMap(
      (section) => JSON.stringify(blocksOf(story, section)).match(/"mark","text":"[^"]+/g) ?? [],
    );
    expect(marks.length).toBeGreaterThan(30);
    for (const mark of marks) expect(plain(mark.slice('"mark","text":"'.length))).toMatch(form);
  }
  expect(textOf(blocksOf(water, 'background'))).toContain('light that kills bacteria. [1 ¶8]');
});

test('a section for which a story holds nothing says so', () => {
  const bare = storyOf('');
  const said = sectionNames.map((section) => textOf(blocksOf(bare, section).slice(1)));
  expect(said).toEqual([
    'The story tells no event yet.',
    'The story holds no open question and no reaction yet.',
    'The story names nobody yet.',
    'The bridge is old. ¶1',
    '1. Report of 20 May 2026, publisher not known\n    ¶1  The bridge is old',
    'The story quotes nobody yet.',
  ]);
});
