/** Actors who are listed, and whom the story never comes to. */
import { fold } from '../names.ts';
import { type Actor, type Statement, type Story, statementsOf } from '../story.ts';

/**
 * The actors who do and say nothing, for whom nobody speaks, and whom no sentence, headline or open question names: by name,
 * by its last word, as sentences name people, or by role.
 */
export function idleActors(story: Story): Actor[] {
  const statements = statementsOf(story);
  const busy = new Set([...statements.flatMap(partiesOf), ...story.actors.flatMap(({ speaksFor }) => speaksFor ?? [])]);
  const words = [...statements.flatMap(wordsOf), ...story.openQuestions.map(({ asks }) => asks)];
  const said = ` ${words.map(fold).join(' | ')} `;
  return story.actors.filter((actor) => !busy.has(actor) && !namesOf(actor).some((name) => said.includes(` ${name} `)));
}

function partiesOf(statement: Statement): readonly (Actor | 'not stated' | undefined)[] {
  if (statement.kind === 'position') return [statement.actor, statement.by];
  return statement.kind === 'event' ? [...statement.who, statement.by] : [statement.by];
}

function wordsOf(statement: Statement): string[] {
  return [statement.what, ...(statement.kind === 'event' ? [statement.short ?? '', statement.where ?? ''] : [])];
}

const article = /^(?:the|a|an) /;

function namesOf({ name, alsoKnownAs, role = '' }: Actor): string[] {
  const names = [name, ...alsoKnownAs, role].map((each) => fold(each).replace(article, ''));
  return [...names, ...names.slice(0, 1).flatMap((each) => each.split(' ').at(-1) ?? [])].filter((each) => each !== '');
}
