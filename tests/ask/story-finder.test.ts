import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { StoryFinder } from '../../src/ask/answer/find/story-finder.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';
import { questionsOf } from './judge.ts';

let template: Story;

beforeAll(async () => {
  const invented = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
  template = invented.find('invented-water') as Story;
});

/** A story of a few sentences, and what an editor expects readers to ask. */
function storyOf(id: string, sentences: readonly string[], wordings: readonly string[] = []): Story {
  const { facts } = template;
  const none = { alsoKnownAs: [], topics: [], actors: [], events: [], openQuestions: [], readersAsk: [] };
  const told = sentences.map((what, n) => ({ ...(facts[0] as (typeof facts)[0]), id: `${id}-${n}`, what }));
  const alsoAsked = wordings.map((asks) => ({ asks, answers: [`${id}-0`] }));
  return { ...template, ...none, id, title: id, name: id, facts: told, alsoAsked };
}

const found = (stories: readonly Story[], question: string, finder = new StoryFinder()) =>
  finder.find(stories, question, 5).map(({ story }) => story.id);

describe('the story that a question is about', () => {
  it('is the one that has its words, else words that mean as much; none where no story has any', () => {
    const stories = [storyOf('fair', ['The fair closed early.']), storyOf('dam', ['The old dam burst at night.'])];
    expect(found(stories, 'When did the dam burst?')).toEqual(['dam']);
    expect(found(stories, 'When did it shut?')).toEqual(['fair']);
    expect(found(stories, 'Who won the lottery?')).toEqual([]);
  });

  it('is the one that has them in one sentence, where others have them here and there', () => {
    const apart = ['The mayor left for the coast.', 'The bridge was sold.', 'A diver was hurt.'];
    const together = ['The mayor sold the bridge.', 'A diver left.', 'The coast was hurt.'];
    const question = 'Did the mayor sell the bridge?';
    expect(found([storyOf('kiosk', apart), storyOf('tower', together)], question)[0]).toBe('tower');
    // Each word once, whatever stands for it.
    const twice = ['The bridge is a bridge, and bridges sell.', 'The mayor left.'];
    expect(found([storyOf('kiosk', twice), storyOf('tower', together)], question)[0]).toBe('tower');
  });

  it('is the one that readers are expected to ask so, in words that it does not have', () => {
    const stories = [
      storyOf('walkout', ['Cabin staff stopped work.'], ['What made the stewards angry?', 'Were the stewards paid?']),
      storyOf('ferry', ['The ferry ran aground.'], ['Was anybody hurt?']),
    ];
    expect(found(stories, 'why were stewards furious')[0]).toBe('walkout');
  });

  it('is not told by one wording as surely as by the story', () => {
    const stories = [
      storyOf('asked', ['It rained.'], ['Was the ferry late?']),
      storyOf('told', ['The ferry was late.']),
    ];
    expect(found(stories, 'Was the ferry late?')).toEqual(['told', 'asked']);
  });

  it('is told by no more than five times a word, however many wordings have it', () => {
    const wordings = Array.from({ length: 200 }, (_, n) => `What of the ferry, number ${n}?`);
    const many = storyOf('kiosk', ['It rained.'], wordings);
    const some = storyOf('tower', ['It rained.'], wordings.slice(0, 60));
    const [first, second] = new StoryFinder().find([many, some], 'what of the ferry', 2);
    expect(first?.score).toBe(second?.score);
  });

  it('is one that is still there', () => {
    const finder = new StoryFinder();
    const stories = ['dam', 'fair', 'ferry'].map((id) => storyOf(id, [`The ${id} burst.`]));
    const [dam, fair, ferry] = stories as [Story, Story, Story];
    expect(found(stories, 'the dam', finder)).toEqual(['dam']);
    expect(found([fair, ferry], 'the dam', finder)).toEqual([]);
    const changed = storyOf('dam', ['The dam was mended.']);
    expect(found([fair, ferry, changed], 'what burst', finder).sort()).toEqual(['fair', 'ferry']);
    expect(found([dam], 'the dam burst', finder)).toEqual(['dam']);
  });

  it('is found the same where stories were read beforehand, all of them or some, or one that is gone', () => {
    const stories = ['dam', 'fair', 'ferry', 'mill'].map((id) => storyOf(id, [`The ${id} burst.`, 'Nobody was hurt.']));
    const fresh = new StoryFinder().find(stories, 'who was hurt as the ferry burst', 5);
    for (const steps of [1, 2, 3, 4, 5]) {
      const finder = new StoryFinder();
      for (const _ of finder.prepare(stories).take(steps));
      for (const _ of finder.prepare(stories).take(1)); // begun anew, it goes on
      expect(finder.find(stories, 'who was hurt as the ferry burst', 5)).toEqual(fresh);
      expect([...finder.prepare(stories)]).toEqual([]); // a question has been put: all are read
    }
    const finder = new StoryFinder();
    expect([...finder.prepare(stories)]).toHaveLength(4);
    expect(found(stories.slice(0, 2), 'the ferry', finder)).toEqual([]);
  });

  it('is found as if those had never been there that are gone', () => {
    const short = storyOf('kiosk', ['The dam burst.']);
    const long = storyOf('tower', [
      'The dam held.',
      'A dam is old.',
      ...Array(20).fill('Nobody was hurt by the heavy rain.'),
    ]);
    const gone = Array.from({ length: 3 }, (_, n) => storyOf(`s${n}`, Array(30).fill('Hail fell on the old market.')));
    const [last] = gone as [Story];
    const scoresOf = (finder: StoryFinder, stories: readonly Story[]) =>
      finder.find(stories, 'the dam', 2).map(({ story, score }) => [story.id, score] as const);
    const fresh = scoresOf(new StoryFinder(), [short, long]);
    const finder = new StoryFinder();
    scoresOf(finder, [short, long, last]);
    const [[, first = 0] = [], [, second = 1] = []] = scoresOf(finder, [short, long]);
    // How rare a word is counts one more for now; how long the stories are does not.
    expect(first / second).toBeCloseTo((fresh[0]?.[1] ?? 0) / (fresh[1]?.[1] ?? 1));
    scoresOf(finder, [short, long, ...gone]);
    expect(scoresOf(finder, [short, long])).toEqual(fresh);
  });

  it('is, of two that have as much, the shorter', () => {
    const rain = Array(20).fill('Nobody was hurt by the heavy rain.');
    expect(
      found([storyOf('kiosk', ['The dam burst.', ...rain]), storyOf('tower', ['The dam burst.'])], 'the dam')[0],
    ).toBe('tower');
  });

  it('is told with few stories by any word, with many by no word that nearly all have', () => {
    const many = Array.from({ length: 40 }, (_, n) => storyOf(`s${n}`, [`The council met on item${n}.`]));
    expect(found(many, 'When did the council meet?')).toEqual([]);
    expect(found(many, 'When did the council meet on item7?')).toEqual(['s7']);
    expect(found(many.slice(0, 3), 'When did the council meet?')).toHaveLength(3);
    expect(new StoryFinder().find(many.slice(0, 9), 'When did the council meet?', 8)).toHaveLength(8);
  });
});

describe('among a dozen stories', () => {
  it('is found for nearly every question that does not name it', async () => {
    const folders = ['../../briefings', '../stories', 'stories'];
    const libraries = await Promise.all(folders.map((each) => StoryLibrary.open(join(import.meta.dirname, each))));
    const stories = libraries.flatMap((library) => library.stories);
    const finder = new StoryFinder();
    const alone = questionsOf('plain').filter(
      ({ conversation, gold }) => conversation === undefined && gold.length > 0,
    );
    const right = alone.filter(({ question, story }) => found(stories, question, finder)[0] === story);
    expect(right.length / alone.length).toBeGreaterThan(0.85);
  });
});
