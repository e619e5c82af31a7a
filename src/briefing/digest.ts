/** A digest: what is new in one or several stories between two days, as a message. */
import { type Block, type Button, line, type Message, plainBlock } from '../message/index.ts';
import { type Day, type Story, statementsOf } from '../story/index.ts';
import { reportButton } from './answer.ts';
import { headDigest } from './digest-heading.ts';
import { quietBlocks, saySilence } from './digest-quiet.ts';
import { correctedFirst, mostButtons, severalBlocks } from './digest-several.ts';
import { isNews, type StoryNews } from './news.ts';
import { correctionBlocks, type Detail, everything, newsBlocks, sayRest } from './news-blocks.ts';
import { type Period, partsOf } from './news-parts.ts';
import { sayReports } from './standing.ts';
import { capitalized, counted, listed } from './wording.ts';

/** What a digest tells. */
export interface DigestView {
  /** In the order of the channel’s list, also of stories in which nothing is new. */
  readonly news: readonly StoryNews[];
  readonly from: Day;
  readonly until: Day;
  /** The post’s key, by which its buttons find it again. */
  readonly key: string;
  /** `news`: it comes because something happened. */
  readonly kind: 'period' | 'news';
  /** Nothing was told before, of any story or of those with these ids: of them it tells what was reported between the days. */
  readonly isFirst?: boolean | readonly string[];
  /** The digest before may have told the same. */
  readonly mayRepeat?: boolean;
  /** Names or ids of stories that are no longer there. */
  readonly gone?: readonly string[];
  /** What is said where nothing is new: one line if it is left out. */
  readonly quiet?: 'line' | 'look-back';
  /** All that is new in one story, in words: what the button of a digest opens. */
  readonly whole?: boolean;
  readonly page?: number;
}

export interface Digest {
  readonly message: Message;
  /** Ids of the statements that it says, by story, so that a correction can reach it. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** The index of the block before which a picture of the one story belongs. */
  readonly pictureBefore: number;
}

/** A correction takes a few sentences, and the parts around them. */
const spare = { characters: 600, components: 4 };

/** About one and a half phone screens, with what stands around the news. */
const screen = 1350;

/** From much to little: the first that keeps to the screen is taken. */
const full: Detail = { ...everything, developments: 12, background: false };
const headlines: Detail = { ...full, sentences: false };
const bothSides: Detail = { ...headlines, allPositions: false };
const short: Detail = { ...bothSides, sayings: false, developments: 8, questions: 3, coming: 4 };
const details = [
  full,
  headlines,
  bothSides,
  short,
  { ...short, questions: 2 },
  { ...short, developments: 6, questions: 1 },
];

/** Composes a digest. */
export function composeDigest(view: DigestView): Digest {
  const period = { from: view.from, until: view.until };
  const news = view.news.map((each) => (isFirstOf(view, each.story) ? inPeriod(each, period) : each));
  const stories = news.map(({ story }) => story);
  const title = headDigest(
    stories.map(({ name }) => name),
    view.kind,
    period,
  );
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
      spare,
    },
    said: lone ? { [lone.id]: saidBy(blocks) } : saidByStory(blocks),
    pictureBefore: behindDevelopments(blocks),
  };
}

interface Body {
  readonly corrections: readonly Block[];
  readonly body: readonly Block[];
  readonly buttons: readonly Button[];
}

function bodyOf(view: DigestView, news: readonly StoryNews[], period: Period): Body {
  const fresh = news.filter(isNews);
  const [only] = news;
  if (fresh.length === 0) {
    const stories = news.map(({ story }) => story);
    return {
      corrections: [],
      body: quietBlocks(stories, period, view.quiet ?? 'line'),
      buttons:
        stories.length === 1 && only ? storyButtons(only.story) : [{ label: 'All stories', command: '/stories' }],
    };
  }
  if (news.length === 1 && only) return oneStory(view, only, period);
  const silent = news.filter((each) => !fresh.includes(each));
  const led = correctedFirst(fresh);
  const all = led.map(({ story }) => ({ label: `All of ${story.name}`, command: showCommand(view.key, story.id) }));
  return {
    corrections: [],
    body: severalBlocks(led, silent, period, (story) => showCommand(view.key, story)),
    buttons: fresh.length > mostButtons ? [] : all,
  };
}

function oneStory({ key, whole }: DigestView, news: StoryNews, period: Period): Body {
  const { story } = news;
  const parts = partsOf(news, period);
  const corrections = correctionBlocks(story, parts);
  const tellAll = whole === true || news.entered.length === 0;
  const choices = tellAll ? [everything] : details;
  const told = choices.map((detail) => newsBlocks({ story, parts, period, detail }));
  const body = told.find((blocks) => lengthOf(blocks) <= screen) ?? told.at(-1) ?? [];
  const rest = sayRest(news, parts, [...corrections, ...body]);
  const more = rest === undefined ? [] : [note(`Also first reported: ${rest}.`)];
  const all = rest === undefined ? [] : [{ label: 'All that is new', command: showCommand(key, story.id) }];
  const state = story.state === undefined ? '' : `${capitalized(story.state)} · `;
  const [catchUp, ...others] = storyButtons(story);
  return {
    corrections,
    body: [
      ...body,
      ...more,
      note(`${state}${sayReports(story)}${story.sources.length > 1 ? ' of the full briefing' : ''}`),
    ],
    buttons: [...(catchUp ? [catchUp] : []), ...all, ...others],
  };
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + plainBlock(block).length, 0);
}

/** What one can do with a story. */
function storyButtons(story: Story): Button[] {
  return [
    { label: 'Catch me up', command: `/catchup ${story.id}`, primary: true },
    { label: 'Ask', command: `/ask ${story.id}` },
    { label: 'Full briefing', command: `/briefing ${story.id}` },
    reportButton(story),
  ];
}

function showCommand(key: string, story?: string): string {
  return story === undefined ? `/digest show key:${key}` : `/digest show key:${key} ${story}`;
}

function note(text: string): Block {
  return { kind: 'note', content: line(text) };
}

const mayRepeat = note('This may repeat the last digest: whether that one arrived is not known.');

function goneBlocks(names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  return [note(`No longer among the stories: ${listed(names)}.`)];
}

function isFirstOf({ isFirst = false }: DigestView, { id }: Story): boolean {
  return typeof isFirst === 'boolean' ? isFirst : isFirst.includes(id);
}

/** What was reported, corrected or withdrawn between the days. */
function inPeriod(news: StoryNews, { from, until }: Period): StoryNews {
  const lies = (day: Day | undefined) => day !== undefined && day >= from && day <= until;
  const byId = new Map(statementsOf(news.story).map((statement) => [statement.id, statement]));
  return {
    story: news.story,
    entered: news.entered.filter((id) => lies(byId.get(id)?.reported)),
    corrections: news.corrections.filter(({ when }) => lies(when)),
    withdrawn: news.withdrawn.filter((id) => lies(byId.get(id)?.withdrawn)),
  };
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
  const said =
    parts.length === 0
      ? saySilence(
          news.map(({ story }) => story),
          period,
        )
      : `${capitalized(listed(parts))}.`;
  return `${title}. ${said}`;
}

function saidBy(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(({ statements = [] }) => statements))];
}

/** Ids of the statements that blocks say, by the story that they name. */
export function saidByStory(blocks: readonly Block[]): Record<string, string[]> {
  const stories = [...new Set(blocks.flatMap(({ story }) => story ?? []))];
  return Object.fromEntries(stories.map((story) => [story, saidBy(blocks.filter((block) => block.story === story))]));
}

/** What happened is read before it is looked at; where nothing did, the picture stands behind the corrections. */
function behindDevelopments(blocks: readonly Block[]): number {
  const isHeading = ({ kind }: Block) => kind === 'heading';
  const first = blocks.findIndex(isHeading);
  const next = blocks.findIndex((block, index) => index > first && (isHeading(block) || block.kind === 'note'));
  return first < 0 ? 0 : next < 0 ? blocks.length : next;
}
