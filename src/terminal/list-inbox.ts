/** `dateline inbox`: what waits for an editor, as text. */
import { sayDay } from '../briefing/index.ts';
import type { InboxItem } from '../commands/index.ts';
import { legible } from '../message/index.ts';
import type { StoryLibrary } from '../story/index.ts';

/** The items, mistakes before questions, most asked first: a line of what was said, and a line about it. */
export function listInbox(items: readonly InboxItem[], stories: StoryLibrary): readonly string[] {
  const part = (title: string, kind: InboxItem['kind']) => {
    const listed = items.filter((item) => item.kind === kind).flatMap((item) => linesOf(item, stories));
    return listed.length === 0 ? [] : [title, ...listed];
  };
  const mistakes = part('Reported mistakes', 'mistake');
  const questions = part('Questions without an answer', 'question');
  const between = questions.length > 0 && mistakes.length > 0 ? [''] : [];
  return items.length === 0 ? ['Nothing waits in the inbox.'] : [...mistakes, ...between, ...questions];
}

function linesOf({ story: id, statement, words, times, last }: InboxItem, stories: StoryLibrary): string[] {
  const name = stories.find(id)?.name;
  const why = stories.brokenFile(id) === undefined ? 'no such story any more' : 'does not load';
  const about = [
    name === undefined ? `${id} (${why})` : `${name} (${id})`,
    ...(statement === undefined ? [] : [statement]),
    `last ${sayDay(last)}`,
  ];
  return [`${`${times}×`.padStart(5)}  ${legible(words)}`, `       ${legible(about.join(' · '))}`];
}
