/** The values of an option that best match what was typed. */
import { sayDay } from '../../briefing/index.ts';
import { completeZone, sayMinute } from '../../digest/index.ts';
import { fold, nearest, reportingDays, type Story, type StoryLibrary } from '../../story/index.ts';
import type { Option } from '../option.ts';
import { topicsOf } from './option-values.ts';
import { parseHour } from './parse-hour.ts';

/** Something to choose: what is shown, and what is then typed. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Discord shows at most 25. https://discord.com/developers/docs/interactions/receiving-and-responding */
export const mostChoices = 25;

/** The values that best match what was typed. */
export function fitting(option: Option, typed: string, stories: StoryLibrary, story: Story | undefined): Choice[] {
  if (option.kind === 'zone') return completeZone(typed, mostChoices).map(plain);
  if (option.kind === 'hour') return hoursFor(typed);
  return ranked(valuesOf(option, stories, story), typed);
}

const plain = (value: string): Choice => ({ label: value, value });

/** The hour that was typed; else every full hour that begins with it. */
function hoursFor(typed: string): Choice[] {
  const hour = parseHour(typed);
  const full = Array.from({ length: 24 }, (_, index) => sayMinute(index * 60));
  const starting = full.filter((each) => each.startsWith(typed.trim()) || each.startsWith(`0${typed.trim()}`));
  return [...new Set([...(hour === undefined ? [] : [sayMinute(hour)]), ...starting])].map(plain);
}

/** A choice's keys; all topics; a story's days of reports, latest first. */
function valuesOf(option: Option, stories: StoryLibrary, story: Story | undefined): Choice[] {
  if (option.kind === 'choice') return Object.entries(option.choices).map(([value, label]) => ({ label, value }));
  if (option.kind === 'topic') return topicsOf(stories).map(plain);
  if (option.kind !== 'day' || !story) return [];
  const days = reportingDays(story).toReversed();
  return days.map(({ day }) => ({ label: sayDay(day), value: day }));
}

/** Those that begin with what was typed, then those that hold it; where none does, the nearest. */
export function ranked(entries: readonly Choice[], typed: string): Choice[] {
  const fitting = holding(entries, typed);
  if (fitting.length > 0) return fitting;
  const byName = new Map(entries.flatMap((entry) => [[entry.value, entry] as const, [entry.label, entry] as const]));
  return nearest(typed, byName.keys(), 1).flatMap((name) => byName.get(name) ?? []);
}

function holding(entries: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed);
  const score = ({ label, value }: Choice) => {
    const names = [fold(value), fold(label)];
    return names.some((name) => name.startsWith(wanted)) ? 2 : names.some((name) => name.includes(wanted)) ? 1 : 0;
  };
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostChoices)
    .map(({ entry }) => entry);
}
