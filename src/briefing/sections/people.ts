/** The people, organisations and countries that a story names. */
import { type Block, capitalized, counted, line, listed } from '../../message/index.ts';
import { type Actor, type Story, statementsOf } from '../../story/index.ts';
import { describeActor } from '../wording.ts';

/** The section’s blocks: those who do or say something, as they stand in the file. */
export function people(story: Story): Block[] {
  return story.actors.filter((actor) => appears(story, actor)).map((actor) => person(story, actor));
}

/** Whether the actor does or says something in the story, or somebody who does speaks for them. */
function appears(story: Story, actor: Actor): boolean {
  const doers = story.events.flatMap(({ who }) => who);
  const speakers = statementsOf(story).map((statement) =>
    statement.kind === 'position' ? statement.actor : statement.by,
  );
  return [...doers, ...speakers].includes(actor) || voicesOf(story, actor).length > 0;
}

/** Those who appear and speak for the actor. */
function voicesOf(story: Story, actor: Actor): Actor[] {
  return story.actors.filter((other) => other.speaksFor === actor && appears(story, other));
}

/** Three voices are named; how many more there are is said. */
function spokenFor(voices: readonly string[]): string {
  const others = voices.length > 3 ? [counted(voices.length - 3, 'other')] : [];
  return voices.length === 0 ? '' : `spoken for by ${listed([...voices.slice(0, 3), ...others])}`;
}

function person(story: Story, actor: Actor): Block {
  const said = statementsOf(story).filter(
    (each) => (each.kind === 'position' ? each.actor : each.by) === actor && each.withdrawn === undefined,
  );
  const did = story.events.filter(({ who, withdrawn }) => who.includes(actor) && withdrawn === undefined);
  const counts = [
    did.length > 0 ? counted(did.length, 'event') : '',
    said.length > 0 ? counted(said.length, 'statement') : '',
  ];
  const voices = voicesOf(story, actor).map(({ name }) => name);
  const about = [describeActor(actor), spokenFor(voices), listed(counts.filter((count) => count !== ''))].filter(
    (part) => part !== '',
  );
  return { kind: 'entry', label: line(capitalized(actor.name)), content: line(about.join(' · ')) };
}
