/** A question that says more than it asks, cut down to what it asks: “dumb question, but is it over?”, “so it was the sheep.” */

export interface Shorter {
  readonly question: string;
  /** What is said before it; what “it” or “they” means in it. */
  readonly topic?: string;
  /** What is asked besides. */
  readonly next?: string;
  /** It asks whether something is so that was only said. */
  readonly isStated?: true;
}

const openers = 'who|whom|whose|who’s|whos|what|what’s|whats|when|where|where’s|why|how|how’s|which';
const auxiliaries =
  'did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|isn’t|aren’t|wasn’t|weren’t|didn’t|hasn’t';
const prepositions = 'since|until|till|by|from|in|on|at|for|to|with';
const asking = `${openers}|(?:${prepositions}) (?:when|what|which|whom|how|where)|${auxiliaries}`;
const leads = '(?:(?:and|but|so|then|also|or)\\s+)*';
const end = '[\\s.?!]*$';

const askingForm = new RegExp(`^\\W*${leads}(?:${asking})\\b`, 'iu');
const clauseForm = new RegExp(
  `(?:[,.;:!?–—-]\\s+|\\s(?=but\\s))(${leads}(?:${asking})\\b[^,.;:!?]*)(?=[,.;:!?]*${end})`,
  'iu',
);
const heardForm =
  /^\W*(?:i|we) (?:\p{L}+ ){0,2}?(?:heard|hear|read|saw|know|knew|think|thought|see|understand|remember) (?:that )?/iu;
const secondForm = new RegExp(
  `(?:\\?+\\s+(?:(?:and|or)\\s+)?|,?\\s+(?:and|&)\\s+(?:also\\s+)?)(?=(?:${openers})\\b|(?:${prepositions}) (?:what|which|whom|where)\\b)`,
  'iu',
);
const certainly = '(?:(?:really|actually|now|already|even|yet|exactly|for (?:certain|sure)|by now) )*';
const knownForm = new RegExp(
  `^\\W*(?:is it|was it|has it been|do (?:we|they|you)|does anyone) ${certainly}(?:known|certain|clear|sure|established|proven|know|found out) ${certainly}(?=(?:${openers})\\b)`,
  'iu',
);
const supposing = 'i (?:guess|suppose|take it|assume|think|believe|presume|bet|gather)';
const tagForm = new RegExp(
  `[\\s,.]+(?:${supposing}|(?:am i )?right|correct|yes|no|then|or|or what|eh|huh|surely|obviously|apparently|it seems|isn’t it|wasn’t it|didn’t they|yeah)${end}`,
  'iu',
);
const saidForm = new RegExp(
  `^\\W*(?:(?:so|then|and|but|ok(?:ay)?|ah|oh|surely|well|hence|therefore|you mean|meaning|${supposing})\\b[\\s,]*)+`,
  'iu',
);
const nothingForm = /^(.+?) (?:did|does|do) nothing\b/iu;
const cleftForm = /^(?:it|that|this)(?:’s| (is|was)) (?=\p{L})/iu;

/** What it may ask in fewer words, the likeliest first; nothing where it says no more than it asks. @param question without courtesy */
export function shorterForms(question: string): Shorter[] {
  return [...lastClauseOf(question), ...bothOf(question), ...unknownOf(question), ...statedIn(question)];
}

/** “My neighbour says that others did it, too, so was Albania the first?” */
function lastClauseOf(question: string): Shorter[] {
  const found = clauseForm.exec(question);
  const topic = question.slice(0, found?.index ?? 0).trim();
  return found?.[1] && /\p{L}{2}/u.test(topic) ? [{ question: found[1], topic: topic.replace(heardForm, '') }] : [];
}

/** “When was it and what did it do?” */
function bothOf(question: string): Shorter[] {
  const found = askingForm.test(question) ? secondForm.exec(question) : null;
  if (!found) return [];
  const [head, tail] = [question.slice(0, found.index), question.slice(found.index + found[0].length)];
  if (!/\p{L}\s+\p{L}/u.test(head)) return [];
  return [
    { question: head, next: tail },
    { question: tail, topic: head },
  ];
}

/** “Is it known why it fell silent?” */
function unknownOf(question: string): Shorter[] {
  return knownForm.test(question) ? [{ question: question.replace(knownForm, ''), isStated: true }] : [];
}

/** “So it was the sheep, I guess.” */
function statedIn(question: string): Shorter[] {
  if (askingForm.test(question)) return [];
  let said = question;
  for (let before = ''; before !== said; ) {
    before = said;
    said = said.replace(saidForm, '').replace(tagForm, '');
  }
  if (said === question || !/\p{L}\s+\p{L}/u.test(said) || askingForm.test(said)) return [];
  const asked = cleftForm.test(said)
    ? said.replace(cleftForm, (_, verb = 'is') => `${verb} it `)
    : nothingForm.test(said)
      ? said.replace(nothingForm, 'did $1 do anything')
      : `is it true that ${said.replace(/^(?:nobody|no one)\b/iu, 'anybody')}`;
  return [{ question: `${asked.replace(new RegExp(end, 'u'), '')}?`, isStated: true }];
}
