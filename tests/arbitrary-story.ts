/** Generated stories, from very short to very long, with the texts that break renderers. */

import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseStory, type Story } from '../src/story/index.ts';
import { loneMark, quotationsIn } from '../src/story/quotations.ts';

const hostile = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<:smile:12345678901234567>',
  '<!channel>',
  '<!here|x>',
  '<@U123|x>',
  '<#C123>',
  '<!subteam^S1>',
  '<https://evil.example|good>',
  '&lt;!channel&gt;',
  '&amp;',
  '[x](javascript:alert(1))',
  '[good](https://evil.example)',
  'https://evil.example/a_b*c',
  'http://a.example',
  'discord://x',
  '`code`',
  '```js',
  '**bold**',
  '__under__',
  '_it_',
  '*it*',
  '~~gone~~',
  '||spoiler||',
  '> quote',
  '>>> all',
  '# head',
  '-# small',
  '- item',
  '* item',
  '1. one',
  '12) x',
  '\\',
  '\\*',
  '\\\\',
  ':smile:',
  '<t:0:R>',
  '</x:123456789012345678>',
  '<id:browse>',
  '¯\\_(ツ)_/¯',
  '😀',
  '👩‍👩‍👧‍👦',
  '🇦🇱',
  'مرحبا بالعالم',
  'שלום עולם',
  '東京',
  'Ἀθηνᾶ',
  'Łódź',
  'a\u200db',
  '%s',
  '{{x}}',
  '$(x)',
  '<b>x</b>',
  "'",
  '"quoted"',
  '“quoted”',
  '«q»',
  '#',
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('the', 'ship', 'ran', 'aground', 'minister', 'said', '10', '3,000') },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
);
const wide = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

/** One line of at most `most` characters that a story file may hold. */
function text(most: number): fc.Arbitrary<string> {
  const size = fc.oneof({ weight: 4, arbitrary: fc.constant(12) }, { weight: 1, arbitrary: fc.constant(most) });
  const words = size.chain((maxLength) =>
    fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: wide }), {
      minLength: 1,
      maxLength,
      size: 'max',
    }),
  );
  return words.map((parts) => {
    // Without what the loader refuses.
    const line = parts
      .join(' ')
      .toWellFormed()
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
    const words = inPairs(clip(line, most - 2))
      .replace(/\s+/gu, ' ')
      .trim();
    return `${words === '' ? 'x' : words}.`;
  });
}

/** Without quotation marks that stand alone. */
function inPairs(line: string): string {
  const lone = loneMark(line);
  return lone === undefined ? line : inPairs(line.replaceAll(lone, ''));
}

function clip(line: string, most: number): string {
  let kept = '';
  for (const sign of line) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept;
}

const days = [
  '2022-09-07',
  '2022-09-08',
  '2022-09',
  '2021',
  '2021~',
  '2022-09-08?',
  '2022-09-01/2022-09-08',
  '../2022-09-03',
  '2022-09-08T10:00:00Z',
];
const evidence = fc.integer({ min: 1, max: 40 }).map((paragraph) => `r1 ${paragraph} one two three … four five six`);
const said = (what: string) => ({ what, ...(quotationsIn(what).length > 0 && { by: 'not stated' }) });

const event = fc
  .record({
    what: text(600),
    when: fc.constantFrom(...days),
    evidence,
    stated: fc.option(text(90), { nil: undefined }),
    status: fc.constantFrom('happened', 'planned', 'called off'),
  })
  .map(({ what, ...rest }) => ({ ...rest, ...said(what) }));
const fact = fc
  .record({ what: text(600), evidence, withdrawn: fc.constantFrom(undefined, '2022-09-09') })
  .map(({ what, ...rest }) => ({ ...rest, ...said(what) }));
const position = fc
  .record({ rest: text(560), stance: fc.constantFrom('asserts', 'denies', 'declines'), evidence })
  .map(({ rest, ...others }) => ({ ...others, actor: 'a', what: `Actor Alpha said ${rest}` }));
const openQuestion = fc
  .record({ asks: text(190), positions: fc.array(position, { minLength: 1, maxLength: 6 }) })
  .map(({ asks, positions }) => ({ asks, positions: positions.map((each, index) => ({ id: `p${index}`, ...each })) }));

const numbered = <T>(prefix: string, items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item, index) => [`${prefix}${index}`, item]));
const many = (most: number) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(4) }, { weight: 1, arbitrary: fc.constant(most) });
const list = <T>(item: fc.Arbitrary<T>, most: number) =>
  many(most).chain((maxLength) => fc.array(item, { maxLength, size: 'max' }));

const file = fc.record({
  title: text(118),
  name: text(58),
  role: text(140),
  events: list(event, 40),
  questions: list(openQuestion, 10),
  facts: list(fact, 30),
  note: fc.option(text(590), { nil: undefined }),
  url: fc.constantFrom(undefined, 'https://news.example/a(b)_c*d?e=f&g=[h]#i'),
  sources: fc.integer({ min: 1, max: 3 }),
  lead: text(180),
  was: text(580),
  why: text(290),
});

/** Stories as a loader gives them: each went through a file. */
export const arbitraryStory: fc.Arbitrary<Story> = file.map(
  ({ title, name, role, events, questions, facts, note, url, sources, lead, was, why }) => {
    const source = {
      published: '2022-09-08',
      ...(note !== undefined && { note }),
      ...(url !== undefined && { url, title: lead, publisher: name }),
    };
    const content = {
      title,
      name,
      language: 'en',
      time_zone: 'Europe/Tirane',
      state: 'developing',
      in_short: ['lead'],
      sources: numbered(
        'r',
        Array.from({ length: sources + 1 }, () => source),
      ),
      actors: { a: { name: 'Actor Alpha', role } },
      events: numbered('event', events),
      who_says_what: numbered('question', questions),
      facts: { lead: { ...said(lead), evidence: ['r1 1 one two three'] }, ...numbered('fact', facts) },
      corrections: [{ when: '2022-09-09', statement: 'lead', was: `Was ${was}`, why, evidence: 'r1 2 one two three' }],
    };
    const parsed = parseStory(
      'generated.yaml',
      Buffer.from(
        stringify(content, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }),
      ),
    );
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
    return parsed.story;
  },
);
