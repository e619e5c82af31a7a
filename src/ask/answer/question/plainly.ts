/** Forms of a question that ask what a plainer one asks: “What is NATO's stance on the attack?” is “what does NATO say about the attack?” */
import { withoutCourtesy } from './courtesy.ts';

const views =
  '(?:(?:official|own|public) )?(?:position|stance|standpoint|views?|point of view|attitude|line|take|opinion)';
const on = '(?:on|about|regarding|concerning|towards?|as to)';
const posts = 'post|position|office|job|role|function|title|rank|profession|occupation';
const names = '(?:first|last|full|family) name|surname';
const days = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2} \\p{L}+(?: \\d{4})?|\\p{L}+ \\d{1,2}(?:, \\d{4})?';
const end = '[\\s?.!]*$';
const named = '\\p{Lu}[\\p{L}\\p{M}\\p{N}’.-]*';
/** Who is meant by a name: not the ship, whose position is a place. */
const somebody = `((?:[Tt]he )?${named}(?: (?:(?:of|and|for|the) )*${named})*?)`;
const capitals = '(\\p{Lu}[\\p{Lu}\\p{N}&-]+|\\p{Ll}{2,5})';

/** The first letter is tried in both cases; names keep their capitals, by which they are known. */
const forms: readonly (readonly [RegExp, string])[] = [
  // What somebody says.
  [
    new RegExp(`^[Ww]hat(?:’s| is| was| are| were) (.+?)(?:’s|(?<=s)’) ${views} (?:of|${on}) (.+?)${end}`, 'u'),
    'what does $1 say about $2?',
  ],
  [
    new RegExp(`^(?:[Ww]hat(?:’s| is| was| are| were) )?${somebody}(?:’s|(?<=s)’) ${views} ${on} (.+?)${end}`, 'u'),
    'what does $1 say about $2?',
  ],
  [
    new RegExp(
      `^(?:[Ww]hat(?:’s| is| was| are| were) )?${somebody}(?:’s|(?<=s)’) (?:${views}|side of (?:the|this) story)${end}`,
      'u',
    ),
    'what does $1 say?',
  ],
  [
    new RegExp(`^[Ww]hat(?:’s| is| was) the ${views} of ${somebody} ${on} (.+?)${end}`, 'u'),
    'what does $1 say about $2?',
  ],
  [new RegExp(`^[Ww]hat(?:’s| is| was) the ${views} of ${somebody}${end}`, 'u'), 'what does $1 say?'],
  [
    new RegExp(
      `^[Ww]hat (?:position|stance|attitude) (?:does|did|has) (.+?) (?:take|taken?|have) ${on} (.+?)${end}`,
      'u',
    ),
    'what does $1 say about $2?',
  ],
  // Who says it.
  [
    new RegExp(
      `^(?:and |but |so )?whose (?:own )?(?:words?|claims?|statements?|quotes?|version|phrase|formulation) (?:is|are|was|were) (?:that|those|these|this|it|they)${end}`,
      'iu',
    ),
    'who said that?',
  ],
  [
    new RegExp(
      `^(?:and |but |so )?who (?:puts?|phrase[sd]|word(?:s|ed)) it (?:like that|like this|that way|this way|so)${end}`,
      'iu',
    ),
    'who said that?',
  ],
  [
    new RegExp(
      `^(?:and |but |so )?(?:according to whom|on whose (?:word|authority|say-so)|says who|by whom (?:was|is|has) (?:that|this|it)(?: (?:statement|claim|remark|admission|announcement))?(?: been)? (?:said|made|stated|claimed|announced|put))${end}`,
      'iu',
    ),
    'who said that?',
  ],
  // Who somebody is.
  [
    new RegExp(`^(?:[Ww]hat|[Ww]hich) (?:${posts}) (?:does|did) (.+?) (?:hold|have|occupy|fill)${end}`, 'u'),
    'who is $1?',
  ],
  [new RegExp(`^[Ww]hat(?:’s| is| was) the (?:${posts}|${names}) of ${somebody}${end}`, 'u'), 'who is $1?'],
  [new RegExp(`^(?:[Ww]hat(?:’s| is| was) )?${somebody}’s (?:${posts}|${names})${end}`, 'u'), 'who is $1?'],
  // What letters stand for.
  [
    new RegExp(
      `^.*\\b(?:letters|initials|abbreviation|acronym) ${capitals} (?:stand|stands|mean|means|standing)\\b.*$`,
      'u',
    ),
    'what does $1 stand for?',
  ],
  [new RegExp(`^${capitals} is short for what${end}`, 'u'), 'what does $1 stand for?'],
  [
    new RegExp(`^[Ww]hat(?:’s| is) ${capitals} (?:short|(?:an|the) (?:abbreviation|acronym)) (?:for|of)${end}`, 'u'),
    'what does $1 stand for?',
  ],
  // What came of it.
  [/\bwhat(?: has| have| had)?(?: ever| since)? (?:become|became) of (?=\p{L})/iu, 'what happened to '],
  [/^what (?:is|was) the fate of (?=\p{L})/iu, 'what happened to '],
  [
    /^((?!(?:and|but|so|then|ok|on|in|at|after|before|since|during|last|that)\b)(?:(?!\b(?:wh\p{L}+|how)\b)[^?!]){2,40}?),?:? (?:what|wat|wht) (?:has |have )?happened[\s?.!]*$/iu,
    'what happened to $1?',
  ],
  // Days, reasons, beginnings.
  [new RegExp(`^(?:[Tt]he )?[Ee]vents (?:of|on) (${days})${end}`, 'iu'), 'what happened on $1?'],
  [/^(?:for (?:which|what) reasons?|(?:on|upon) what grounds?) (?=\p{L})/iu, 'why '],
  [
    /^(?:and |but )?(?:(?:on|upon) what grounds?|for (?:which|what) reasons?|with what justification|how so|how come)[\s?.!]*$/iu,
    'why?',
  ],
  [
    new RegExp(
      `^((?:and |but |so )?(?:when|where|why|on (?:what|which) (?:date|day))) (?:was|is) (?:that|this) (?:statement|claim|remark|admission|announcement|comment) (?:made|given)${end}`,
      'iu',
    ),
    '$1 was that said?',
  ],
  [
    /^what(?:’s| is| was) the (?:exact )?(?:date|day|month|year)(?: that| when| (?:on|in) which)? (?=\p{L}+ (?!of\b|for\b|on\b|again\b)\p{L})(?!of\b|for\b|on\b|it\b|in\b|today\b|and\b|or\b|now\b)/iu,
    'when ',
  ],
  [/^(since|until|till) (?:which|what) (?:exact )?(?:year|month|day|date|moment|time)\b/iu, '$1 when'],
  [/^(?:exactly|precisely|roughly|approximately) (?=(?:how|when|where|which|what|who)\b)/iu, ''],
  [
    / about (?:all (?:of )?)?(?:this|(?:the|this) (?:whole )?(?:matter|affair|issue|subject|thing|situation))(?=[\s?.!]*$)/iu,
    ' about it',
  ],
  // Countries that do something are doers, and no places.
  [
    /^(which|what) (?:country|state|nation|government) (?:(?:is|was) it (?:that|which|who) )?(?=(?:did|ma[dk]es?|carried|launch|attack|hack|is behind|was behind|is responsible)\w*\b)/iu,
    'who ',
  ],
  [/\bat (?:what|which) o(?:’| )?clock\b/iu, 'at what time'],
  // Whom somebody supports.
  [new RegExp(`\\b(?:is|are|was|were|stands?|stood) on ${somebody}(?:’s|(?<=s)’) side\\b`, 'u'), 'supports $1'],
];

/** The question without what is said around it, in its plainest form. */
export function plainly(typed: string): string {
  return inPlainForm(withoutCourtesy(typed));
}

/** The same of what an editor listed, with whatever is said around it. */
export function inPlainForm(question: string): string {
  return forms.reduce((asked, [form, instead]) => asked.replace(form, instead), question.replace(/['ʼ]/g, '’'));
}
