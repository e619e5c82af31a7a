import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nearest } from '../../src/story/index.ts';
import { didYouMean } from '../../src/story/names.ts';
import './fixture.ts';

describe('two spellings of one name fold to the same', () => {
  test.each([
    ['Albania–Iran', 'albania iran'],
    ['  SUEZ\u00a0Canal! ', 'suez canal'],
    ['Łucja Żurawska', 'lucja zurawska'],
    ['Đặng Thị Hạnh', 'dang thi hanh'],
    ['Sævar Hrólfdal', 'saevar hrolfdal'],
    ['Øyvind Þór', 'oyvind thor'],
    ['Straße, STRASSE', 'strasse strasse'],
    ['Işıklar İstanbul', 'isiklar istanbul'],
    ['ﬁnal ½', 'final 1 2'],
    ['Никита Вересов', 'никита вересов'],
    ['海燕二号', '海燕二号'],
    ['😀 –', ''],
  ])('‘%s’ is ‘%s’', (name, folded) => expect(fold(name)).toBe(folded));

  test('and folding twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => fold(fold(name)) === fold(name)));
  });
});

describe('the nearest of some names', () => {
  const names = ['albania-iran', 'albania', 'suez', 'suez-canal', 'attack', 'attack/nato', 'attack/watson'];

  test.each([
    ['albani', 'albania'],
    ['albnia', 'albania'],
    ['albaniairan', 'albania-iran'],
    ['suez cnal', 'suez-canal'],
    ['SUEZ CANALS', 'suez-canal'],
    ['attack/natto', 'attack/nato'],
    ['attack/iran', 'attack'],
    ['sue', 'suez'],
  ])('to ‘%s’ is ‘%s’', (typed, meant) => {
    expect(nearest(typed, names, 1)).toEqual([meant]);
    expect(didYouMean(typed, names)).toBe(`; did you mean ‘${meant}’?`);
  });

  test.each(['', '  ', '!', 'x', 'panama', 'al', 'suezsuezsuez'])('to ‘%s’ is none', (typed) => {
    expect(nearest(typed, names)).toEqual([]);
    expect(didYouMean(typed, names)).toBe('');
  });

  test('comes first, and no more are given than are asked for', () => {
    expect(nearest('suez', names)).toEqual(['suez', 'suez-canal']);
    expect(nearest('attac', names, 2)).toEqual(['attack', 'attack/nato']);
    expect(nearest('attack', [])).toEqual([]);
  });

  test('is always one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), fc.nat(5), (candidates, typed, most) => {
        const found = nearest(typed, candidates, most);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(found.every((name) => candidates.includes(name))).toBe(true);
      }),
    );
  });
});
