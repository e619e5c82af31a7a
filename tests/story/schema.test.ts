import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { askedJsonSchema, parseAsked, storyJsonSchema, withAsked } from '../../src/story/index.ts';
import { bridge, bytesOf, edited, loadFile, root } from './fixture.ts';

const typed = readFileSync(join(root, 'briefings', 'story.schema.json'), 'utf8');
const accepts = new Ajv({ strict: false }).compile(storyJsonSchema());
const acceptsAsked = new Ajv({ strict: false }).compile(askedJsonSchema());
/** As an editor's program reads YAML: years are numbers there. */
const read = (text: string) => parse(text, { schema: 'core' });

describe('the JSON Schema', () => {
  test('that lies beside the stories is the one that the loader’s schema gives; `npm run -s dateline -- schema` writes it', () => {
    expect(JSON.parse(typed)).toEqual(JSON.parse(JSON.stringify(storyJsonSchema())));
    expect(typed.endsWith('}\n')).toBe(true);
    const asked = readFileSync(join(root, 'briefings', 'asked.schema.json'), 'utf8');
    expect(JSON.parse(asked)).toEqual(JSON.parse(JSON.stringify(askedJsonSchema())));
  });

  test('accepts a story as an editor’s program reads it, a year typed as a number included', () => {
    expect(accepts(read(bridge))).toBe(true);
    expect(accepts(read(edited(['when: 2024-05-01', 'when: [2018, 2020]'])))).toBe(true);
  });

  test('says of each reference what it may name, as the loader takes it', () => {
    const { properties } = JSON.parse(typed);
    const said = (schema: object) => new Set(JSON.stringify(schema).match(/The ids? of [^"]*/g));
    expect(said(properties.in_short)).toEqual(said(properties.why_it_matters));
    expect([...said(properties.in_short)]).toEqual([
      'The id of an event or a fact; event/actor or question/actor for a position',
    ]);
    const { also_asked, then_asked } = JSON.parse(JSON.stringify(askedJsonSchema())).properties;
    for (const part of [properties.readers_ask, also_asked, then_asked])
      expect([...said(part)]).toEqual([
        'The id of an event, a fact or an open question; event/actor or question/actor for a position',
      ]);
  });

  test.each([
    ['an unknown key', `${bridge}weather: rain\n`],
    ['a missing key', edited(['title: A bridge closes\n', ''])],
    ['an unknown stance', edited(['asserts', 'says'])],
    ['a sentence too long', edited(['what: The bridge closed.', `what: ${'x'.repeat(601)}`])],
    ['an event without evidence', edited(['    evidence: 1 The bridge closed today\n', ''])],
  ])('shows %s to the editor as it is typed', (_what, text) => expect(accepts(read(text))).toBe(false));
});

const ours = ['albania-iran.yaml', 'invented-satellite.yaml', 'invented-water.yaml'];

describe.each([
  ['briefings', './story.schema.json', 1],
  ['tests/stories', '../../briefings/story.schema.json', 2],
])('each story file in %s', (folder, schema, least) => {
  // Stories of an editor's own may be half written: only those that came with the program are tested.
  const files = ours.filter((file) => existsSync(join(root, folder, file)));

  test('is there', () => expect(files.length).toBeGreaterThanOrEqual(least));

  test.each(files)('loads, names the schema, and fits it: %s', (file) => {
    const text = readFileSync(join(root, folder, file), 'utf8');
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
    expect(loadFile(folder, file).id).toBe(file.replace('.yaml', ''));
    expect({ fits: accepts(read(text)), errors: accepts.errors }).toEqual({ fits: true, errors: null });
  });

  test.each(files)('has beside it what readers ask, which names its schema and fits the story: %s', (story) => {
    const file = story.replace('.yaml', '.asked.yaml');
    const text = readFileSync(join(root, folder, file), 'utf8');
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema.replace('story', 'asked')}`);
    expect({ fits: acceptsAsked(read(text)), errors: acceptsAsked.errors }).toEqual({ fits: true, errors: null });
    const parsed = parseAsked(file, bytesOf(text));
    expect(withAsked(loadFile(folder, story), parsed, () => text)).toMatchObject({ problems: [] });
  });
});

test('the invented stories say in their titles that they are', () => {
  for (const file of readdirSync(join(root, 'tests', 'stories')).filter((name) => /^[a-z-]+\.yaml$/.test(name))) {
    expect(loadFile('tests', 'stories', file).title).toMatch(/^Invented: /);
  }
});
