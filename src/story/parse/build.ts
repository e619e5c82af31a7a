/** Builds a `Story` from a story file. */

import type { StoryFile } from '../format/schema.ts';
import { byUniqueId } from '../format/statement-ids.ts';
import type { Complain } from '../problem.ts';
import { nothingAsked, type Story } from '../story.ts';
import { compareDays, firstDay } from '../when.ts';
import { defined } from './defined.ts';
import { checkReferences } from './references.ts';
import { StatementBuilder } from './statement-builder.ts';

/** Builds the story. Where something was complained of, what is returned is not fit to use. */
export function build(id: string, file: StoryFile, complain: Complain): Story {
  const builder = new StatementBuilder(file, complain);
  const events = Object.entries(file.events).map(([key, raw]) => builder.event(key, raw));
  const openQuestions = Object.entries(file.who_says_what).map(([key, raw]) => builder.openQuestion(key, raw));
  const facts = Object.entries(file.facts).map(([key, raw]) => builder.fact(key, raw));
  const statements = byUniqueId({ events, openQuestions, facts }, file, complain);
  const questions = openQuestions.map((question) => question.id);
  checkReferences(file, { statements: [...statements.keys()], questions }, complain);
  return {
    id,
    title: file.title,
    name: file.name,
    alsoKnownAs: file.also_known_as,
    language: file.language,
    timeZone: file.time_zone,
    state: file.state,
    topics: file.topics,
    inShort: file.in_short.flatMap((ref) => statements.get(ref) ?? []),
    ...defined({ whyItMatters: file.why_it_matters === undefined ? undefined : statements.get(file.why_it_matters) }),
    sources: [...builder.resolve.sources.values()],
    actors: [...builder.resolve.actors.values()],
    events: events.sort((a, b) => compareDays(firstDay(a.when), firstDay(b.when))),
    openQuestions,
    facts,
    readersAsk: Object.entries(file.readers_ask).map(([asks, answers]) => ({ asks, answers })),
    ...nothingAsked,
    corrections: builder.corrections,
  };
}
