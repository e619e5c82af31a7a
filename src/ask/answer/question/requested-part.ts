/** Questions for a part of a story as a whole: its sources, who is in it, what is disputed, what is planned. */
import { besideAsked } from './beside.ts';
import { withoutCourtesy } from './courtesy.ts';

/** Sections of the briefing; what is disputed (`open`), what is planned, what was corrected. */
export type RequestedPart =
  | 'timeline'
  | 'who-says-what'
  | 'people'
  | 'background'
  | 'sources'
  | 'quotes'
  | 'open'
  | 'plans'
  | 'corrections';

/** “Show me all the”, before what is to be shown. */
const show =
  '(?:(?:show|give|list|tell|name)(?: me| us)? |what (?:is|are) |which |are there |do you have )?(?:any |all )?(?:of )?(?:the |your |its )?';
/** “In this story”, behind it. */
const here = '(?: (?:here|so far|yet|there are|you have|(?:of|in|for|behind|to) (?:this|the)(?: story| case)?))*';
const story = '(?:this|all this|all of this|the story|this story)';

const forms: Readonly<Record<RequestedPart, readonly string[]>> = {
  sources: [
    `${show}(?:sources?|references|reports)(?: used| cited)?${here}`,
    `where (?:is|does|did) ${story}(?: come)? from`,
    'where (?:do|did) you (?:get|have|take) (?:this|that|it|all this) from',
    'how do you know(?: this| that| it| all this)?',
    `who (?:reported|reports|wrote|published) ${story}`,
    `what is ${story} based on`,
    `how (?:old|recent|fresh|current|up to date) is ${story}`,
    `when was ${story}(?: last)? (?:updated|published|written|reported)`,
    `is ${story} (?:still )?(?:up to date|current)`,
  ],
  timeline: [`${show}(?:full |whole )?(?:timeline|chronology)${here}`],
  people: [
    `${show}(?:people|persons|players|actors|characters)(?: involved| named| mentioned)?${here}`,
    `who (?:is|are) (?:all )?(?:who|involved|(?:named|mentioned|in) ${story}|the (?:main )?(?:people|persons|players|actors|characters)(?: involved)?)${here}`,
  ],
  quotes: [`${show}(?:direct )?(?:quotes?|quotations?)${here}`],
  'who-says-what': [
    'who (?:says|said|claims) what',
    `${show}(?:(?:both |two |different )?(?:sides|positions|versions|viewpoints)|points of view)${here}`,
  ],
  open: [
    `${show}(?:disputes|(?:open|disputed|contested|unresolved) (?:questions?|points|matters|issues))${here}`,
    `what is (?:still )?(?:disputed|contested|in dispute|unclear|unresolved|open|unknown|not (?:yet )?(?:clear|known))${here}`,
    'what (?:do (?:we|you) (?:still )?not|do not (?:we|you)) (?:yet )?know(?: yet)?',
    'what do they (?:disagree|differ)(?: on| about| over)?',
  ],
  background: [`${show}(?:background|context|back ?story)(?: information)?${here}`],
  plans: [
    'what (?:happens|will happen|is going to happen|comes|is coming) (?:next|now|up)',
    'what (?:is )?(?:next|now|planned|scheduled|ahead|still to come|to come|upcoming)',
    `${show}(?:next steps?|plans?|outlook|(?:planned|upcoming|coming) events?)${here}`,
    '(?:is|are) (?:there )?(?:anything|something|more) (?:planned|coming|to come|scheduled)',
    'is there (?:a|any) plan',
    'where (?:does|do) (?:this|it|things|we) go (?:from here|next|now)',
    'coming up',
  ],
  corrections: [
    `${show}(?:corrections?|errors|mistakes)${here}`,
    `(?:was|were|has|have) (?:anything|something|any of it|any of this|${story})(?: ever)?(?: been)? (?:corrected|wrong|withdrawn|retracted|taken back)${here}`,
    'what (?:was|were|has been|have been|is)(?: all)? (?:corrected|wrong|withdrawn|retracted|taken back)',
    'what did (?:they|you)(?: get)? wrong',
    '(?:did|have) (?:they|you) (?:(?:get|got) anything wrong|(?:make|made) (?:any |a )?mistakes?)',
  ],
};

let patterns: readonly (readonly [RequestedPart, RegExp])[] | undefined;

/**
 * The part that a question asks for, if it asks for no more; undefined where it asks for anything else.
 * @param isBehind something was told before: “what happened next?” then asks for what followed that
 */
export function requestedPart(typed: string, isBehind = false): RequestedPart | undefined {
  if (isBehind && besideAsked(typed)) return undefined;
  patterns ??= (Object.keys(forms) as RequestedPart[]).map((part) => [
    part,
    new RegExp(`^(?:(?:and|so|but) )?(?:${forms[part].join('|')})$`),
  ]);
  const said = [typed, withoutCourtesy(typed)].map(plainOf);
  return patterns.find(([, pattern]) => said.some((plain) => pattern.test(plain)))?.[0];
}

/** In small letters, without signs: `what's` as two words, `don't` too. */
function plainOf(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[’'](?:s|re)\b/g, (ending) => (ending.endsWith('re') ? ' are' : ' is'))
    .replace(/n[’']t\b/g, ' not')
    .replace(/^(who|what|where)s\b/, '$1 is')
    .replace(/\bdont\b/g, 'do not')
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
