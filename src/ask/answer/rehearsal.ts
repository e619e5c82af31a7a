/** Questions that nobody asked: the program goes the way of an answer until it goes it fast, before a reader waits. */
import { type Story, statementsOf } from '../../story/index.ts';

/** A question to rehearse. */
export interface Rehearsed {
  readonly story: Story;
  readonly question: string;
  /** The statement that it is asked behind, if any. */
  readonly behind?: string | undefined;
}

/** So many questions to some stories in turn, of each from all over what it can be asked. @param stories at least one */
export function* rehearsal(stories: readonly Story[], count: number): Generator<Rehearsed> {
  const each = Math.ceil(count / stories.length);
  const lists = stories.map(questionsTo);
  for (let number = 0; number < each; number += 1)
    for (const list of lists) {
      const rehearsed = list[Math.floor((number * list.length) / each)];
      if (rehearsed) yield rehearsed;
    }
}

const openings = ['when', 'who', 'why', 'where', 'how many', 'did', 'what about', 'and then'];
/** Words of a sentence that make a question of usual length. */
const usual = 7;

/** What its editor listed is asked as readers ask; where there is no list, its sentences are turned into something like it. */
function questionsTo(story: Story): Rehearsed[] {
  const { readersAsk, alsoAsked, notTold, thenAsked } = story;
  const alone = [...readersAsk.map(({ asks }) => asks), ...alsoAsked.map(({ asks }) => asks), ...notTold];
  const formed = statementsOf(story).flatMap(({ id, what }) => {
    const words = what.split(' ').slice(0, usual).join(' ');
    return openings.map((opening) => ({ story, question: `${opening} ${words}?`, behind: id }));
  });
  return [
    ...alone.map((question) => ({ story, question })),
    ...thenAsked.map(({ asks, behind }) => ({ story, question: asks, behind })),
    ...formed,
  ];
}
