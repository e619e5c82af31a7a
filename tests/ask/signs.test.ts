import { describe, expect, it } from 'vitest';
import { type Doubt, doubts, findings } from '../../src/ask/text/doubts.ts';
import { type Sign, signs } from '../../src/ask/text/signs.ts';
import { TextIndex } from '../../src/ask/text/text-index.ts';

const pairsOf = (question: string, texts: readonly string[]) =>
  new TextIndex(texts.map((text, n) => ({ id: `${n}`, text }))).pairs(question);

/** A sign of each text. */
const signOf = (sign: Sign, question: string, ...texts: string[]) => pairsOf(question, texts).map(signs[sign]);

/** A doubt about the only text. */
function doubtOf(doubt: Doubt, question: string, text: string): number {
  const [finding] = findings(pairsOf(question, [text]), () => 0);
  if (!finding) throw new Error(`${question} has no content word`);
  return doubts[doubt](finding);
}

describe('signs', () => {
  it('tell words that stand together from words that stand apart', () => {
    const texts = ['The prime minister arrived.', 'The prime example of a good and honest minister arrived.'] as const;
    for (const sign of ['near', 'adjacent', 'denser'] as const) {
      const [together = 0, apart = 0] = signOf(sign, 'Which prime minister arrived?', ...texts);
      expect(together, sign).toBeGreaterThan(apart);
    }
  });

  it('count what is like as less than what is the same', () => {
    const [same = 0, like = 0, none = 0] = signOf(
      'like',
      'blame',
      'They blame it.',
      'They accuse it.',
      'They like it.',
    );
    expect(same).toBe(1);
    expect(like).toBeGreaterThan(0.2);
    expect(like).toBeLessThan(1);
    expect(none).toBe(0);
  });

  it('count what is said beside a sentence as less than what it says', () => {
    const [pair] = new TextIndex([{ id: 'a', text: 'The ministry denied it.', also: 'Tehran' }]).pairs('Tehran denied');
    expect([...(pair?.meeting.best ?? [])]).toEqual([0.8, 1]);
  });

  it('see which kind of answer is missing', () => {
    expect(signOf('lacksDate', 'When did it sink?', 'It sank on Monday.', 'It sank in the bay.')).toEqual([0, 1]);
    expect(signOf('lacksNumber', 'How many ships sank?', 'Three ships sank.', 'Ships sank.')).toEqual([0, 1]);
    expect(signOf('lacksPerson', 'Who sank it?', 'It was sunk by Ada Holm.', 'It was sunk.')).toEqual([0, 1]);
    expect(signOf('lacksMeasure', 'What year did it sink?', 'It sank in 1907.', 'It sank on Monday.')).toEqual([0, 1]);
  });

  it('take no answer from the question, but a number that comes again', () => {
    const question = 'How many shots follow a foul at a two point shot?';
    expect(signOf('lacksNumber', question, 'A foul at a two point shot.', 'Two shots, for a two point shot.')).toEqual([
      1, 0,
    ]);
  });

  it('find the answer that is nearer', () => {
    const texts = ['Ships sank; nobody knows how, but 7 did.', 'There sank 7 ships.'] as const;
    const [far = 0, near = 0] = signOf('answerNear', 'How many ships sank?', ...texts);
    expect(near).toBeGreaterThan(far);
  });

  it('look at the sentences around', () => {
    const texts = ['The ferry of Brackwater was old.', 'It sank.', 'The ferry was raised.'] as const;
    const question = 'When did the ferry of Brackwater sink?';
    const [, before = 0] = signOf('gainBefore', question, ...texts);
    const [, after = 0] = signOf('gainAfter', question, ...texts);
    expect(before).toBeGreaterThan(after);
    expect(after).toBeGreaterThan(0);
    expect(signOf('gainByPronoun', question, ...texts)).toEqual([0, before, 0]);
  });
});

describe('doubts', () => {
  it('notice opposites, other numbers and negation', () => {
    expect(doubtOf('opposites', 'When was it opened?', 'It was closed on Monday.')).toBe(1);
    expect(doubtOf('opposites', 'When was it closed?', 'It was closed on Monday.')).toBe(0);
    expect(doubtOf('otherNumberHere', 'Did 70 people leave?', 'Some 40 people left.')).toBe(1);
    expect(doubtOf('otherNumberHere', 'Did 40 people leave?', 'Some 40 people left.')).toBe(0);
    expect(doubtOf('onlyQuestionNegated', 'Who did not leave?', 'Some 40 people left.')).toBe(1);
    expect(doubtOf('onlySentenceNegated', 'Who left?', 'The captain did not leave.')).toBe(1);
  });

  it('count what is nowhere', () => {
    expect(doubtOf('nowhere', 'Who painted the bridge?', 'The captain left.')).toBe(2);
    expect(doubtOf('namesNowhere', 'Where is Ada Holm?', 'Ada left.')).toBe(1);
    expect(doubtOf('likeAnywhere', 'captain', 'The captain left.')).toBe(1);
  });

  it('see by how much a sentence is ahead', () => {
    const found = findings(pairsOf('Who left?', ['Ada left.', 'Holm stayed.', 'All left.']), (row) => row[0] ?? 0);
    expect(found.map(({ certainty }) => certainty).reduce((sum, one) => sum + one)).toBeCloseTo(1);
    expect(found.map(({ lead }) => Math.sign(lead))).toEqual([0, -1, 0]);
  });
});

it('findings lead by how far the best is ahead of the next one', () => {
  const pairs = pairsOf('Who sank it?', ['Ada sank it.', 'It sank.', 'Divers found it.', 'Nobody sank it.']);
  const scores = [1, 3, 6, 2];
  const all = findings(pairs, () => scores.shift() ?? 0);
  expect(all.map(({ lead }) => lead)).toEqual([-5, -3, 3, -4]);
  expect(findings(pairs.slice(0, 1), () => 5)[0]?.lead).toBe(3);
});
