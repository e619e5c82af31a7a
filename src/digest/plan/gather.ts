/** What is new for a subscription: the entries of its stories that it has not told yet. */
import { isNews, type StoryNews } from '../../briefing/index.ts';
import { dayAfter, type Story, type StoryLibrary, statementsOf } from '../../story/index.ts';
import { correctionKeys, type Entries, type Entry, type EntryNumber, newsOf } from '../entries.ts';
import type { Subscription, Wanted } from '../subscription.ts';
import type { Period } from '../when/period.ts';

/** What is new in one story. */
export interface StoryPart {
  readonly news: StoryNews;
  /** The entries that say it. */
  readonly entries: readonly Entry[];
  /** The last entry that there is. */
  readonly upTo: EntryNumber;
}

export interface Gathered {
  /** In the order of the subscription; a story in which nothing is new is among them. */
  readonly parts: readonly StoryPart[];
  /** Ids of stories that are no longer there. */
  readonly gone: readonly string[];
}

/** What is told of a story that was never told. */
type First =
  /** What entered behind an instant. */
  | { readonly after: number }
  /**
   * The same, since it came while somebody had subscribed; and what was reported in a period, and since then: no later digest
   * would tell that.
   */
  | { readonly after: number; readonly period: Period }
  /** What was reported in a past period, and nothing else. */
  | { readonly past: Period };

/** The stories and their entries, as they are while some digests are planned: looked up once each. */
export class Snapshot {
  readonly #stories: Pick<StoryLibrary, 'stories' | 'find'>;
  readonly #entries: Pick<Entries, 'since'>;
  readonly #found = new Map<string, Story | undefined>();
  readonly #topics = new Map<string, readonly string[]>();
  readonly #listed = new Map<string, Promise<readonly Entry[]>>();
  readonly #parts = new Map<string, StoryPart>();

  constructor(stories: Pick<StoryLibrary, 'stories' | 'find'>, entries: Pick<Entries, 'since'>) {
    this.#stories = stories;
    this.#entries = entries;
  }

  /** What a subscription has not told. @param first of a story that was never told */
  async gather(wanted: Told, first: First): Promise<Gathered> {
    const parts: StoryPart[] = [];
    const gone: string[] = [];
    for (const id of this.#idsOf(wanted)) {
      const all = await this.#entriesOf(id);
      // Looked up behind its entries: what entered meanwhile would say nothing in an earlier version, and count as told.
      const story = this.#storyOf(id);
      if (story) parts.push(this.#partOf(story, all, wanted.told[id], first));
      else gone.push(id);
    }
    return { parts, gone };
  }

  #idsOf({ stories, topic }: Pick<Wanted, 'stories' | 'topic'>): readonly string[] {
    if (topic === undefined) return stories;
    const known = this.#topics.get(topic);
    if (known) return known;
    const ids = this.#stories.stories.filter(({ topics }) => topics.includes(topic)).map(({ id }) => id);
    this.#topics.set(topic, ids);
    return ids;
  }

  #storyOf(id: string): Story | undefined {
    if (!this.#found.has(id)) {
      const story = this.#stories.find(id);
      this.#found.set(id, story?.id === id ? story : undefined); // another one's other name is not it
    }
    return this.#found.get(id);
  }

  #entriesOf(id: string): Promise<readonly Entry[]> {
    const known = this.#listed.get(id);
    if (known) return known;
    const listed = this.#entries.since(id, 0);
    this.#listed.set(id, listed);
    return listed;
  }

  #partOf(story: Story, all: readonly Entry[], told: EntryNumber | undefined, first: First): StoryPart {
    const name = `${story.id} ${told ?? nameOf(all, first)}`;
    const known = this.#parts.get(name);
    if (known) return known;
    const part = partOf(story, all, told, first);
    this.#parts.set(name, part);
    return part;
  }
}

/** The same for what tells the same: many subscriptions differ in their instants alone, after which nothing entered. */
function nameOf(all: readonly Entry[], first: First): string {
  if (!('period' in first)) return JSON.stringify(first);
  return JSON.stringify([first.period, enteredBehind(first.after, all).map(({ number }) => number)]);
}

function enteredBehind(instant: number, all: readonly Entry[]): readonly Entry[] {
  return all.filter(({ at }) => at > instant);
}

type Told = Pick<Subscription, 'stories' | 'topic' | 'told'>;

function partOf(story: Story, all: readonly Entry[], told: EntryNumber | undefined, first: First): StoryPart {
  const entries = told === undefined ? firstOf(story, all, first) : all.filter(({ number }) => number > told);
  const news = newsOf(
    story,
    entries.map(({ key }) => key),
  );
  return { news, entries, upTo: all.at(-1)?.number ?? 0 };
}

/** The day of the occurrence; where a story is ahead of the subscription's zone, it is the next one already. */
const daysSince = 2;

/** The entries of a story that was never told that are told first. */
function firstOf(story: Story, all: readonly Entry[], first: First): readonly Entry[] {
  if ('past' in first) return reportedIn(first.past, story, all);
  const entered = enteredBehind(first.after, all);
  if (!('period' in first)) return entered;
  const { from, until } = first.period;
  const told = new Set([...reportedIn({ from, until: dayAfter(until, daysSince) }, story, all), ...entered]);
  return all.filter((entry) => told.has(entry));
}

/** What was reported, corrected or withdrawn in a period. */
function reportedIn({ from, until }: Period, story: Story, all: readonly Entry[]): readonly Entry[] {
  const isIn = (day: string | undefined) => day !== undefined && from <= day && day <= until;
  const statements = statementsOf(story);
  const keys = new Set([
    ...statements.filter(({ reported }) => isIn(reported)).map(({ id }) => `statement:${id}`),
    ...correctionKeys(story)
      .filter(({ correction: { when } }) => isIn(when))
      .map(({ key }) => key),
    ...statements.filter(({ withdrawn }) => isIn(withdrawn)).map(({ id }) => `withdrawal:${id}`),
  ]);
  return all.filter(({ key }) => keys.has(key));
}

/** The period up to the last day on which something that is told was reported: what came on the occurrence's own day is told, too. */
export function reachingTo(period: Period, { parts }: Gathered): Period {
  const days = parts.flatMap(({ news: { story, entered, corrections, withdrawn } }) => {
    const told = new Set([...entered, ...withdrawn]);
    const statements = statementsOf(story).filter(({ id }) => told.has(id));
    return [
      ...statements.flatMap((each) => [each.reported, each.withdrawn ?? '']),
      ...corrections.map(({ when }) => when),
    ];
  });
  const latest = dayAfter(period.until, daysSince);
  const until = [period.until, ...days].filter((day) => day <= latest).sort();
  return { from: period.from, until: until.at(-1) ?? period.until };
}

/** Whether a part says anything: an entry that the story's file no longer has says nothing. */
export function hasNews({ news }: StoryPart): boolean {
  return isNews(news);
}
