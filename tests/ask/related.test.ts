import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phrasesIn } from '../../src/ask/words/phrases.ts';
import { isEnglishWord, lemmaOf, neighboursOf, rarityOf, relatedness } from '../../src/ask/words/related.ts';
import { wordsOf } from '../../src/ask/words/words.ts';
import { areOpposites } from './opposites.ts';

const tables = join(import.meta.dirname, '../../src/ask/tables');
const pairs = (list: string) => list.split(' ').map((pair) => pair.split('/') as [string, string]);

describe('relatedness', () => {
  it.each(
    pairs(
      'blame/accuse accuse/accusation accused/accusing expelled/expulsion deny/denial denied/rejected hack/attack ' +
        'hack/cyberattack hackers/cyberattack flat/apartment died/death killed/death killed/dead capital/city shut/close ' +
        'plane/aircraft cops/police soldiers/troops damage/harm restored/recovered cause/reason outage/down ' +
        'iranian/iran called/call founded/established building/built minister/ministers',
    ),
  )('sees that %s and %s are related', (a, b) => {
    expect(relatedness(a, b)).toBeGreaterThanOrEqual(0.4);
    expect(relatedness(b, a)).toBe(relatedness(a, b));
  });

  it.each(
    pairs('july/june monday/friday king/queen dog/cat iran/iraq two/three table/embassy opened/closed zzgl/embassy'),
  )('sees that %s and %s are not', (a, b) => {
    expect(relatedness(a, b)).toBe(0);
  });

  it('is 1 for the forms of one word and for its spellings', () => {
    for (const [a, b] of pairs('left/leaving threw/thrown mice/mouse colour/colors organise/organized ran/run'))
      expect(relatedness(a, b)).toBe(1);
  });

  it('gives what may stand for a word, and not the other way round', () => {
    expect(neighboursOf('cities').get('istanbul')).toBeGreaterThan(0.2);
    expect(neighboursOf('istanbul').get('city')).toBeUndefined();
    expect(neighboursOf('zzgl').size).toBe(0);
  });
});

describe('words', () => {
  it('have a base form', () => {
    const forms =
      'left/leave gone/go thrown/throw mice/mouse was/be children/child embassies/embassy hacked/hack found/find';
    for (const [form, lemma] of pairs(forms)) expect(lemmaOf(form)).toBe(lemma);
    expect(lemmaOf('news')).toBe('news');
    expect(lemmaOf('zzgl')).toBe('zzgl');
  });

  it('are told from slips', () => {
    const words = 'embassy governments cyberattacks colour tehran elizabeth restored quickly ransomware the';
    for (const word of words.split(' ')) expect(isEnglishWord(word)).toBe(true);
    for (const slip of 'embasy goverment teh attakc recieve sowhen'.split(' ')) expect(isEnglishWord(slip)).toBe(false);
  });

  it('are rarer the less they are used', () => {
    const order = ['the', 'government', 'embassy', 'ransomware', 'zzgl'].map(rarityOf);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('have opposites', () => {
    for (const [a, b] of pairs('open/closed start/end increased/decreased deny/confirms accept/rejected king/queen'))
      expect(areOpposites(a, b) && areOpposites(b, a)).toBe(true);
    for (const [a, b] of pairs('open/opened deny/rejected attack/cyberattack')) expect(areOpposites(a, b)).toBe(false);
  });
});

describe('phrases', () => {
  const meanings = (text: string) => phrasesIn(wordsOf(text)).flatMap((phrase) => phrase.meanings);

  it('mean what one word does', () => {
    expect(meanings('who was thrown out of the country')).toContain('expel');
    expect(meanings('they called off the summit')).toEqual(['cancel']);
    expect(meanings('a cyber attack')).toContain('cyberattack');
    expect(meanings('the house was set on fire')).toContain('burn');
  });

  it('may have a few words inside', () => {
    expect(phrasesIn(wordsOf('albania kicked the four diplomats out'))).toEqual([
      { from: 1, to: 5, meanings: ['expel', 'oust', 'evict'] },
    ]);
    expect(meanings('they threw a ball and the two of them went out')).not.toContain('expel');
    expect(meanings('they called up the army and called the summit off')).toEqual(['mobilize', 'conscript', 'cancel']);
    expect(meanings('called off and off again')).toEqual(['cancel']);
  });
});

describe('the tables', () => {
  const files = readdirSync(tables).filter((file) => /^(words|relations|news|phrases)\.txt$/.test(file));
  const text = (file: string) => readFileSync(join(tables, file), 'utf8');

  it('are small', () => {
    expect(files).toHaveLength(4);
    const bytes = files.reduce((sum, file) => sum + statSync(join(tables, file)).size, 0);
    expect(bytes).toBeLessThan(1_900_000);
  });

  it('name their sources, and keep WordNet’s notice', () => {
    for (const file of ['words.txt', 'relations.txt'])
      expect(text(file)).toMatch(/^#.*\n(#.*\n)*# WordNet 3.0 and 3.1 Copyright/);
    expect(text('README.md')).toContain('WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.');
    expect(text('README.md')).toContain('PDDL 1.0');
  });

  it.each(['relations.txt', 'news.txt', 'phrases.txt'])('%s is sorted, as looking up needs it', (file) => {
    const words = text(file)
      .replace(/^(?:#.*\n)*/, '')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/:? /)[0] ?? '');
    expect(words.length).toBeGreaterThan(100);
    expect(words).toEqual(words.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});
