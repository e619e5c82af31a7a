import { expect, test } from 'vitest';
import { labelOf } from '../../src/picture/label.ts';
import { storyOfEvents } from './timelines.ts';

function labelled(what: string, language = 'en', more = ''): string | undefined {
  const [event] = storyOfEvents([{ when: '2026-03-10', what, more }]).events;
  return event && labelOf(event, language);
}

const long = 'Officers in full combat gear went into the embassy building in the middle of the old town';

test('a headline is taken as it stands, else the sentence without its full stop', () => {
  const [event] = storyOfEvents([{ when: '2026-03-10', short: 'Talks begin', what: 'Talks began in Oslo.' }]).events;
  expect(event && labelOf(event, 'en')).toBe('Talks begin');
  expect(labelled('Talks began in Oslo.')).toBe('Talks began in Oslo');
  expect(labelled('Talks began in the U.S.')).toBe('Talks began in the U.S.');
});

test('a long sentence ends behind a word, and where it can behind a part of it', () => {
  expect(labelled(`${long} first; other officers followed with gear and a dog of some size.`)).toBe(`${long} first…`);
  const cut = labelled(`${long} and then into the cellar and the garden and the garage of it.`);
  expect(cut).toMatch(/^Officers in full combat gear .*\w…$/u);
  expect(`${long} and then into the cellar and the garden`).toContain(cut?.slice(0, -1));
});

test.for([
  ['whose assertion it is', `${long}, the Institute for Water Hygiene said on Tuesday in a report.`],
  ['who denies it', `${long}, which the police of the town on Tuesday denied in a statement.`],
  ['the condition', `${long} and will do so every day in future unless the court forbids it.`],
  ['that it is not so', `${long} on Monday but on Tuesday they could not get into the cellar at all.`],
] as const)('a sentence is not cut where the rest says %s', ([, what]) => {
  expect(labelled(what)).toBeUndefined();
});

test('a sentence is not cut within a quotation', () => {
  const what = `Officers went “${long.toLowerCase()} and into every cellar and garden of the whole street” it is`;
  expect(labelled(`${what}.`, 'en', 'by: not stated')).toBeUndefined();
});

test('a sentence in another language is shown whole or not at all', () => {
  const what = `${long} first; other officers followed with gear and a dog of some size.`;
  expect(labelled(what, 'no')).toBeUndefined();
  expect(labelled('Samtalene begynte.', 'no')).toBe('Samtalene begynte');
});
