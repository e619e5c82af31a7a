/** What readers ask of a story, resolved beside it; complains of what leads nowhere, hints at what is said twice, and keeps the rest. */
import { type AskedFile, notTold } from '../format/asked-schema.ts';
import { fold } from '../names.ts';
import type { Complain, Path } from '../problem.ts';
import { type ReadersAsked, type ReadersQuestion, type Story, statementsOf } from '../story.ts';
import { unknown } from './references.ts';

/** What is listed for a story: each question once, with all that answers it; one that is told is not listed as not told. */
export function resolveAsked(story: Story, file: AskedFile, complain: Complain, hint: Complain): ReadersAsked {
  const known = new Set([...statementsOf(story), ...story.openQuestions].map(({ id }) => id));
  const isKnown = (path: Path, id: string) => {
    if (known.has(id)) return true;
    complain([...path, id], unknown(id, 'statement or open question', [...known]), 'key');
    return false;
  };
  const alsoAsked = questionsUnder(file.also_asked, (id) => isKnown(['also_asked'], id));
  const answered = [
    ...alsoAsked,
    ...story.readersAsk,
    ...story.openQuestions.map(({ id, asks }) => ({ asks, answers: [id] })),
  ];
  const thenAsked = Object.entries(file.then_asked)
    .filter(([behind]) => isKnown(['then_asked'], behind))
    .flatMap(([behind, { [notTold]: untold = [], ...under }]) => {
      const path = ['then_asked', behind];
      const told = questionsUnder(under, (id) => isKnown(path, id));
      const left = withoutAnswered(untold, told, [...path, notTold], hint);
      return [...told, ...left.map((asks) => ({ asks, answers: [] }))].map((each) => ({ ...each, behind }));
    });
  return { alsoAsked, thenAsked, notTold: withoutAnswered(file.not_told, answered, [notTold], hint) };
}

/** Each question once, with the ids under which it stands. */
function questionsUnder(
  listed: Readonly<Record<string, readonly string[]>>,
  isKnown: (id: string) => boolean,
): ReadersQuestion[] {
  const known = Object.entries(listed).filter(([id]) => isKnown(id));
  const all = known.flatMap(([answer, wordings]) => wordings.map((asks) => ({ asks, answer })));
  return [...Map.groupBy(all, ({ asks }) => fold(asks)).values()].map((same) => ({
    asks: same[0]?.asks ?? '',
    answers: [...new Set(same.map(({ answer }) => answer))],
  }));
}

/** What is not told, without what is answered all the same; hints at each such question. */
function withoutAnswered(
  untold: readonly string[],
  answered: readonly ReadersQuestion[],
  path: Path,
  hint: Complain,
): string[] {
  const told = new Map(answered.map(({ asks, answers }) => [fold(asks), answers[0]]));
  return untold.filter((asks, at) => {
    const answer = told.get(fold(asks));
    if (answer !== undefined) hint([...path, at], `‘${asks}’ is answered by ‘${answer}’, too; keep one of the two`);
    return answer === undefined;
  });
}
