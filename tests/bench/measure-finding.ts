/** Puts questions that name no story to all stories at once: how often the right one comes first, beside a search library. */
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { contentStems, textsOf } from '../../src/ask/answer/find/found-by.ts';
import { StoryFinder } from '../../src/ask/answer/find/story-finder.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';
import { questionsOf, storiesById } from '../ask/judge.ts';
import { type Figure, percentiles, timesOf } from './figures.ts';

const training = await StoryLibrary.open(join(import.meta.dirname, '../ask/training'));
const stories = [...(await storiesById()).values(), ...training.stories];
const sets: Readonly<Record<string, string>> = {
  plain: 'plain questions',
  seen: 'questions in all kinds of words',
  unseen: 'such questions, kept unseen',
  headline: 'questions as from readers of a headline',
  training: 'questions to stories without wordings',
};

/** Puts each question to an index. Gives the id of the story that comes first. */
type Find = (question: string) => string | undefined;

const finder = new StoryFinder();
const dateline: Find = (question) => finder.find(stories, question, 1)[0]?.story.id;

/** The same texts and the same stems, without function words. */
function miniSearch(withWordings: boolean): Find {
  const index = new MiniSearch({ fields: ['text'], tokenize: contentStems });
  const wordingsOf = ({ alsoAsked }: Story) => (withWordings ? alsoAsked.map(({ asks }) => asks) : []);
  index.addAll(stories.map((story) => ({ id: story.id, text: [...textsOf(story), ...wordingsOf(story)].join('\n') })));
  return (question) => index.search(question)[0]?.id;
}

const engines: Readonly<Record<string, Find>> = {
  Dateline: dateline,
  MiniSearch: miniSearch(false),
  'MiniSearch with the wordings': miniSearch(true),
};

const figures = Object.entries(sets).flatMap(([set, name]) => {
  // Not those that lean on what was told before.
  const alone = questionsOf(set).filter(({ conversation, gold }) => conversation === undefined && gold.length > 0);
  return Object.entries(engines).map(([engine, find]): Figure => {
    const right = alone.filter(({ question, story }) => find(question) === story).length;
    return {
      what: `${engine}: the right one of ${stories.length} stories first, ${alone.length} ${name}`,
      value: (100 * right) / alone.length,
      unit: '%',
    };
  });
});
const asked = questionsOf('plain').map(({ question }) => question);
const times = await timesOf(2000, (number) => dateline(asked[number % asked.length] ?? ''));
process.stdout.write(JSON.stringify([...figures, ...percentiles('Dateline: finding the story', times)]));
