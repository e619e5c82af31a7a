/** The stories that the tests of briefings compose. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeBriefing, type Section, sections, type View } from '../../src/briefing/index.ts';
import { type Block, type Message, plainBlock } from '../../src/message/index.ts';
import { asOf, type Day, parseStory, reportingDays, type Story } from '../../src/story/index.ts';

const root = join(import.meta.dirname, '..', '..');

function parse(file: string, bytes: Uint8Array): Story {
  const parsed = parseStory(file, bytes);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.story;
}

export const albania = load('briefings/albania-iran.yaml');
export const water = load('tests/stories/invented-water.yaml');
export const satellite = load('tests/stories/invented-satellite.yaml');
export const stories = [albania, water, satellite];

function load(path: string): Story {
  return parse(path, readFileSync(join(root, path)));
}

/** A short story of one's own: what is left out of `yaml` is filled in. */
export function storyOf(yaml: string): Story {
  const rest = {
    title: 'An invented bridge',
    name: 'Bridge',
    language: 'en',
    time_zone: 'Europe/Oslo',
    state: 'developing',
    in_short: '[bridge]',
    sources: '{ report: { published: 2026-05-20 } }',
    facts: '{ bridge: { what: The bridge is old., evidence: 1 The bridge is old } }',
  };
  const missing = Object.entries(rest).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(yaml));
  return parse('bridge.yaml', Buffer.from([...missing.map(([key, value]) => `${key}: ${value}`), yaml].join('\n')));
}

/** The story as of a day, which must be one that it is told of. */
export function storyAsOf(story: Story, day: Day): Story {
  const then = asOf(story, day);
  if (!then) throw new Error(`nothing was reported by ${day}`);
  return then;
}

/** A line without the spaces that do not break. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');

export function textOf(blocks: Message | readonly Block[]): string {
  return plain(('blocks' in blocks ? blocks.blocks : blocks).map((block) => plainBlock(block)).join('\n'));
}

/** The text of each block, the empty line before a heading left out. */
export function linesOf({ blocks }: Message): string[] {
  return blocks.map((block) => plain(plainBlock(block)).trim());
}

export const sectionNames = Object.keys(sections) as Section[];

/** Every view of a story: now and as of each day, the first screen and each section. */
export function viewsOf(story: Story): { view: View; story: Story; message: Message }[] {
  const days = [undefined, ...reportingDays(story).map(({ day }) => day)];
  return days.flatMap((day) => {
    const then = day === undefined ? story : storyAsOf(story, day);
    const views: View[] = [{}, ...sectionNames.map((section) => ({ section }))];
    return views
      .map((view) => (day === undefined ? view : { ...view, asOf: day }))
      .map((view) => ({ view, story: then, message: composeBriefing(then, view) }));
  });
}

/** The headings of a first screen, in order. */
export function headingsOf({ blocks }: Message): string[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
}

/** The blocks under a heading, up to the next one. */
export function under({ blocks }: Message, heading: string): Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  if (start < 0) return [];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading');
  return end < 0 ? rest : rest.slice(0, end);
}
