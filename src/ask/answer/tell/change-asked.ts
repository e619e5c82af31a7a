/** The forms of a follow-up that asks how what was shown stands beside what came before or since. */

export interface ChangeAsked {
  readonly kind:
    | 'still said'
    | 'said before'
    | 'in force'
    | 'true after all'
    | 'took place'
    | 'why not'
    | 'corrected'
    | 'denied';
  /** Whose words it asks about, as it names them. */
  readonly who?: string;
}

const who = '(?<who>(?:the |mr |ms |mrs )?\\p{L}[\\p{L}\\p{M}’-]*(?: \\p{L}[\\p{L}\\p{M}’-]*)?)';
const it = '(?:it|that|this)';
const own = '(?:his|her|their|its)';
const view = '(?:minds?|opinions?|views?|position|stance|line|tune|story|version|account|answer|claim|explanation)';
const figure =
  '(?:one|figures?|numbers?|dates?|sum|count|total|tally|toll|price|costs?|times?|hour|place|version|report|minutes)';
const first = '(?:first|other|old|older|earlier|previous|former|original|initial)';
const before =
  '(?:before(?:hand| that| then)?|earlier|previously|at first|first|initially|originally|until then|in the beginning|to begin with|formerly)';

/** In this order: the first that fits. */
const forms: readonly (readonly [ChangeAsked['kind'], readonly string[]])[] = [
  [
    'still said',
    [
      `(?:has|have|did) ${who} (?:since |ever )?(?:changed?|revised?|altered?) ${own} ${view}`,
      `(?:did|does|do|has|have) ${who} (?:still |really )?(?:st[iu]ck to|stand by|stood by|keep to|kept to) ${it}`,
      `(?:does|do) ${who} still (?:say|think|believe|claim|deny|insist|maintain|doubt|see)(?: (?:so|it|that|this)){0,2}`,
      `is ${who} still (?:of that (?:opinion|view)|saying (?:so|that)|denying ${it}|convinced of ${it})`,
      `is ${it} still ${own} ${view}`,
      `(?:has|have|did) ${who} (?:since |ever )?(?:taken? ${it} back|tak(?:e|en) back ${it}|retract(?:ed)? ${it}|withdr(?:aw|awn) ${it}|back(?:ed)? down)`,
      `what (?:does|do) ${who} (?:say|think)(?: about ${it})? (?:now|today|these days|meanwhile)`,
    ],
  ],
  [
    'said before',
    [
      `what (?:had|did|has) ${who} (?:say|said|claim(?:ed)?|maintain(?:ed)?|think|thought|argued?|stated?|insist(?:ed)?)(?: about ${it})? ${before}`,
      `what ${view} (?:had|did|has) ${who} (?:take|taken|hold|held|have|had) ${before}`,
      `what (?:was|had been) ${own} ${first} ${view}`,
    ],
  ],
  [
    'in force',
    [
      `is ${it} still (?:valid|so|the case|in force|in place|up to date)`,
      `does ${it} still (?:stand|hold|apply|count)`,
      `(?:is|was) ${it} (?:all )?over`,
    ],
  ],
  ['true after all', [`(?:is|was) ${it} (?:still |really |actually )?(?:true|right|correct|confirmed|so)`]],
  [
    'took place',
    [
      `did ${it} (?:really |actually |ever )?(?:happen|take place|go ahead|come about|go as planned)`,
      `(?:was|has|were) ${it} (?:really |actually |ever )?(?:been )?(?:held|done|carried out)`,
      `is ${it} still (?:on|planned|happening|going ahead|going to happen)`,
      `did they (?:really |actually )?(?:do|go through with|stick to) ${it}`,
      `what (?:became of|happened (?:to|with)) (?:${it}|the plan)`,
    ],
  ],
  ['why not', ['why not', `why did(?:n[’']t ${it}| ${it} not) (?:happen|take place|go ahead)`]],
  [
    'corrected',
    [
      `why (?:was|is|were|are) (?:${it}|the ${first} ${figure}|the ${figure}) (?:wrong|corrected|changed|different|higher|lower|mistaken|revised)`,
      `why (?:did|has|have) (?:${it}|they|the ${figure}) (?:changed?|gone? (?:up|down)|fall(?:en)?|risen?|drop(?:ped)?)`,
      `(?:has|have|was|were) (?:${it}|the ${figure}) (?:ever |since )?(?:been )?(?:corrected|revised)`,
      `what (?:was|were|had been) (?:${it}|the ${figure}) ${before}`,
      `what was (?:the ${first} ${figure}|wrong with the ${first} ${figure})`,
    ],
  ],
  [
    'denied',
    [
      `who (?:disagrees|disagreed|objects|objected|sees ${it} differently|says otherwise|said otherwise|says the opposite|is of another opinion)(?: with (?:${it}|him|her|them))?`,
    ],
  ],
];

const opening = '^\\W*(?:(?:and|but|so|then|also)\\b[\\s,]*)*';
const ending = '(?: (?:now|today|then|since|though|at all|in the end|after all|anyway|too|yet|exactly|really))*\\W*$';
const patterns = forms.flatMap(([kind, ways]) =>
  ways.map((way) => [kind, new RegExp(`${opening}${way}${ending}`, 'iu')] as const),
);

/** How what was shown is asked about; undefined where something else is asked. */
export function changeIn(question: string): ChangeAsked | undefined {
  for (const [kind, form] of patterns) {
    const found = form.exec(question);
    const named = found?.groups?.['who'];
    if (found) return { kind, ...(named !== undefined && { who: named }) };
  }
  return undefined;
}
