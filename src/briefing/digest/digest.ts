/** A digest: what is new in one or several stories between two days, as a message. */
import { type Block, type Button, capitalized, counted, listed, note } from '../../message/index.ts';
import type { Story } from '../../story/index.ts';
import { saidIn } from '../news/detail.ts';
import { isNews, type StoryNews } from '../news/news.ts';
import type { Period } from '../news/parts.ts';
import { headDigest } from './heading.ts';
import { type Body, oneStory, storyButtons } from './one.ts';
import { quietBlocks, saySilence } from './quiet.ts';
import { correctedFirst, mostButtons, severalBlocks } from './several.ts';
import { type Digest, type DigestView, showCommand } from './view.ts';

/** A correction takes a few sentences, and the parts around them. */
const spare = { characters: 600, components: 4 };

/** Composes a digest. */
export function composeDigest(view: DigestView): Digest {
  const { news, from, until, today } = view;
  const period = { from, until, ...(today !== undefined && { today }) };
  const stories = news.map(({ story }) => story);
  const title = headDigest(stories, view.kind, period);
  const { corrections, body, buttons } = bodyOf(view, news, period);
  const blocks = [...corrections, ...(view.mayRepeat ? [mayRepeat] : []), ...body, ...goneBlocks(view.gone ?? [])];
  const [only] = stories;
  const lone = stories.length === 1 && only;
  return {
    message: {
      kind: 'digest',
      title,
      summary: summarize(title, news, period),
      command: view.whole && lone ? showCommand(view.key, lone.id) : showCommand(view.key),
      page: view.page ?? 1,
      blocks,
      buttons,
      ...(view.whole ? {} : { spare }),
    },
    said: lone ? { [lone.id]: [...saidIn(blocks)] } : saidByStory(blocks),
    pictureBefore: behindDevelopments(blocks),
  };
}

function bodyOf(view: DigestView, news: readonly StoryNews[], period: Period): Body {
  const fresh = news.filter(isNews);
  const [only] = news;
  if (fresh.length === 0) {
    const stories = news.map(({ story }) => story);
    const all = [{ label: 'All stories', command: '/stories' }];
    const buttons = stories.length === 1 && only ? quietButtons(only.story, view.quiet) : all;
    return { corrections: [], body: quietBlocks(stories, period, view.quiet), buttons };
  }
  if (news.length === 1 && only) return oneStory(view, only, period);
  const silent = news.filter((each) => !fresh.includes(each)).map(({ story }) => story);
  const led = correctedFirst(fresh);
  const all = led.map(({ story }) => ({ label: `All of ${story.name}`, command: showCommand(view.key, story.id) }));
  return {
    corrections: [],
    body: severalBlocks(led, silent, period, (story) => showCommand(view.key, story)),
    buttons: fresh.length > mostButtons ? [] : all,
  };
}

/** There is nothing to catch up with; a look back alone says what may be wrong. */
function quietButtons(story: Story, quiet: DigestView['quiet']): Button[] {
  const [, ...others] = storyButtons(story);
  return quiet === 'look-back' ? others : others.slice(0, 2);
}

const mayRepeat: Block = note('This may repeat the last digest: whether that one arrived is not known.');

/** So many stories that are gone are named; a note of hundreds would fit no page. */
const mostGone = 5;

function goneBlocks(names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  const isMany = names.length > mostGone;
  const said = isMany ? [...names.slice(0, mostGone - 1), `${names.length - mostGone + 1} more`] : names;
  return [note(`No longer among the stories: ${listed(said)}.`)];
}

/** For notifications: the heading, and how much there is. */
function summarize(title: string, news: readonly StoryNews[], period: Period): string {
  const sum = (count: (each: StoryNews) => number) => news.reduce((total, each) => total + count(each), 0);
  const changes = sum(({ corrections, withdrawn }) => corrections.length + withdrawn.length);
  const statements = sum(({ entered }) => entered.length);
  const parts = [
    ...(changes > 0 ? [counted(changes, 'correction')] : []),
    ...(statements > 0 ? [counted(statements, 'new statement')] : []),
  ];
  const stories = news.map(({ story }) => story);
  const said = parts.length === 0 ? saySilence(stories, period) : `${capitalized(listed(parts))}.`;
  return `${title}. ${said}`;
}

/** Ids of the statements that blocks say, by the story that they name. */
function saidByStory(blocks: readonly Block[]): Record<string, string[]> {
  const stories = [...new Set(blocks.flatMap(({ story }) => story ?? []))];
  return Object.fromEntries(
    stories.map((story) => [story, [...saidIn(blocks.filter((block) => block.story === story))]]),
  );
}

/** What happened is read before it is looked at; where nothing did, the picture stands behind the corrections. */
function behindDevelopments(blocks: readonly Block[]): number {
  const isHeading = ({ kind }: Block) => kind === 'heading';
  const first = blocks.findIndex(isHeading);
  const next = blocks.findIndex((block, index) => index > first && (isHeading(block) || block.kind === 'note'));
  return first < 0 ? 0 : next < 0 ? blocks.length : next;
}
