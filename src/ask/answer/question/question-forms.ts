/** The forms by which a question tells what it asks for; tried on it in lower case, without signs. */

export type AskedFor =
  | 'when'
  | 'where'
  | 'who'
  | 'how many'
  | 'how long'
  | 'why'
  | 'words'
  | 'whether'
  | 'overview'
  | 'what';

/** What an overview tells: what it is about, what is new, or why it matters. */
export type Overview = 'summary' | 'latest' | 'importance';

const auxiliary = 'is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must';
/** What leads on from an answer; what is courtesy was taken away before. */
const lead = '^(?:(?:and|but|so|also|then)\\b[\\s,]*)*';
/** Verbs of saying. */
export const speaking =
  'say|says|said|saying|claim|claims|claimed|state|stated|tell|told|announce|announced|respond|responded|react|reacted|' +
  'comment|commented|think|thinks|argue|argued|answer|answered|reply|replied|explain|explained|describe|described|promise|promised';

/** In this order: the first that fits. */
const forms: readonly (readonly [AskedFor, RegExp])[] = [
  [
    'overview',
    /^(?:(?:the|any|give me(?: an?| the)?|tell me the) )?(?:timeline|chronology|history|summary|overview|latest|news|updates?|recap)\b|\btimeline\b|\b(?:summari[sz]e|sum up|recap)\b|\bwhat(?:'s| is)? (?:(?:all )?this (?:story )?(?:all )?about|new|the latest(?: news)?|going on|happening)\s*(?:so far|here|lately|now|today)?$|\bwhat (?:has |have )?happened\s*(?:so far|here|lately|now|today|yet)?$|\bwhat(?:'s| is) (?:the|this|that) (?:story|article|news|report|thing) (?:all )?about$|^(?:and |but |so )?why (?:is|does|should) (?:this|it|that|the story|anyone|anybody|i|we) (?:(?:so|such|even|all) )*(?:important|matter|a? ?big (?:deal|news|story)|news|care)s?$/,
  ],
  [
    'how long',
    /\bhow long(?! ago)\b|\bhow much time\b|\bhow many (?:hours?|days?|minutes?|weeks?|months?|years?)\b|\bduration\b/,
  ],
  [
    'how many',
    /\bhow (?:many|much)\b|\b(?:what|which) (?:number|amount|percentage|share|proportion)\b|\bnumber of\b|\bhow (?:big|large|high|deep|far|fast|heavy|old|tall|often|wide)\b|\bwhat (?:did|does|do|will|would|is|was|has|had) .*\b(?:cost|earn|pay$)|\bwhat(?:'s| is| was| are| were) (?:the|a|an) (?:[\w']+ ){0,3}(?:price|costs?|salary|fee|budget|ransom)\b/,
  ],
  [
    'when',
    /\bwhen\b|\b(?:what|which) (?:day|date|year|month|time|week|hour|weekday)\b|\bhow long ago\b|\bsince when\b|\bdate of\b|\bday of the week\b/,
  ],
  [
    'where',
    /\bwhere\b|\b(?:what|which) (?:place|city|town|country|location|site|area|region|building|address)\b|\b(?:location|whereabouts|address)\b/,
  ],
  [
    'why',
    /\bwhy\b|\bhow come\b|\bwhat for\b|\breasons?\b|\bcauses?\b|\bwhat (?:caused|led to|made|prompted|triggered)\b|\bbecause of what\b|\bon what grounds?\b|\bfor what\b/,
  ],
  [
    'words',
    new RegExp(
      `\\b(?:what|how) (?:(?:did|does|do|has|have|had|is|was|were) )?.*\\b(?:${speaking})\\b|\\bquotes?\\b|\\bquotations?\\b|\\breactions?\\b|\\bresponses?\\b|\\bstatements?\\b|\\b(?:position|stance|view|opinion|version|words)\\b`,
    ),
  ],
  [
    'who',
    /\bwho(?:m|se|'s|s)?\b|\b(?:what|which) (?:person|people|group|party|organi[sz]ation|company|ministry|official|officials|agency|actor|side)\b|\bnames? of\b|\bby whom\b/,
  ],
  [
    'whether',
    new RegExp(`${lead}(?:${auxiliary}|isn't|aren't|wasn't|didn't|hasn't|doesn't)\\b|\\b(?:true|really|correct)\\b`),
  ],
];

const moneyWords =
  /\bhow much (?:did|does|do|is|was|were|will|would)\b.*\b(?:cost|pay|paid|worth|spend|spent|earn|charge|price|fine|raise|lose|lost)\b|\b(?:price|costs?|salary|fee|budget|ransom|earn)\b|\bhow much money\b|\bpay$/;

const standingForm = /\bwhere(?:'s| is| are| was| were)\b|\b(?:location|address|whereabouts)\b/;

const wayForm =
  /\b(?:from|to) (?:where|(?:which|what) \w+)\b|\bwhere\b.*\b(?:from|to|go|goes|gone|going|went|head(?:ed|ing)?|fled|flee|come|comes|came|leave|left|move[ds]?|before)\b|\bwhat (?:country|place|town|city) .*\bbefore$/;
const callingOffForm = /\b(?:cancel(?:s|l?ed)?|call(?:s|ed)? (?:\w+ ){0,3}off|scrap(?:s|ped)?|axed)\b/;

const undergoingForm = new RegExp(
  [
    /\bwhom\b|(?<!\bon )\bwhose\b/u,
    /\bwho(?:'s| is| was| are| were) (?:to blame|among|in|at|on)\b/u,
    /\bwho (?:did|does|do) (?!it|this|that|so|those|these)\b/u,
    /\bwho (?:had|won|wins|lost|became)\b/u,
    /\bwho(?:'s| else)? (?:was|were|is|are|gets?|got|(?:has|have|had) been) (?:being |also )?(?:\p{L}+(?:ed|en|wn|ught|ung)|shot|hurt|sent|held|hit|put|cut|lost)\b/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

const claimForm =
  /\bwho (?:else )?(?:says?|said|claims?|claimed|asserts?|asserted|thinks?|believes?|blames?|blamed|accuses?|accused|alleges?|alleged)\b/;

const sayingForm = new RegExp(
  `\\b(?:${speaking}|den(?:y|ies|ied)|accus(?:e|es|ed)|blam(?:e|es|ed)|condemn(?:s|ed)?|support(?:s|ed)?|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|admit(?:s|ted)?|confirm(?:s|ed)?|reject(?:s|ed)?|assert(?:s|ed)?|doubt(?:s|ed)?|apologi[sz](?:e|ed)|demand(?:s|ed)?|warn(?:s|ed)?)\\b`,
);

/** Begins with an auxiliary, and does not ask whether somebody has said when, who or why. */
function isWhether(plain: string): boolean {
  return whetherForm.test(plain) && !embeddedForm.test(plain);
}

const whetherForm = new RegExp(
  `${lead}(?:${auxiliary}|isn't|aren't|wasn't|weren't|didn't|hasn't|haven't|doesn't|don't)\\b`,
);
const embeddedForm =
  /\b(?:say|said|know|known|tell|told|clear|explain|explained|announce|announced|reveal|revealed)\b.*\b(?:when|where|who|why|how)\b/;

const overviewForms: readonly (readonly [Overview, RegExp])[] = [
  ['importance', /^(?:\w+ )?why\b/],
  ['latest', /\b(?:latest|news?|updates?|now|lately|going on|happening)\b/],
  [
    'summary',
    /\b(?:summary|summari[sz]e|sum up|overview|recap|about)\b|\bwhat (?:has |have )?happened(?: so far| here)?$/,
  ],
];

/** “Did NATO say anything?” asks for what it said. */
const anythingForm = new RegExp(
  `${lead}(?:did|does|do|has|have|had) (?:(?!to )\\S+ )+(?:say|said|comment(?:ed)?|respond(?:ed)?|react(?:ed)?)(?: anything| something)?(?: yet| so far)?$`,
);

/** What it asks for. */
export function kindOf(plain: string): AskedFor {
  if (anythingForm.test(plain)) return 'words';
  return isWhether(plain) ? 'whether' : (forms.find(([, form]) => form.test(plain))?.[0] ?? 'what');
}

/** Which overview a question asks for; undefined where it leaves that open. */
export function overviewIn(plain: string): Overview | undefined {
  return overviewForms.find(([, form]) => form.test(plain))?.[0];
}

/** What else its form tells; `Analysis` explains each. */
export function featuresOf(plain: string) {
  return {
    isMoney: moneyWords.test(plain),
    isShare: /\b(?:per ?cent|percentage|proportion)\b/.test(plain),
    isOften: /\bhow (?:often|frequently)\b/.test(plain),
    isEach: /\b(?:each|every|per|apiece)\b/.test(plain),
    isAge: /\bhow old\b|\bage of\b/.test(plain),
    isStanding: standingForm.test(plain),
    isWay: wayForm.test(plain),
    isBidden: biddenForm.test(plain),
    isCallingOff: callingOffForm.test(plain),
    isClaim: claimForm.test(plain),
    isUndergoing: undergoingForm.test(plain),
    isSaying: sayingForm.test(plain),
    isName: nameForm.test(plain),
    isHappening: happeningForm.test(plain),
    isPast: pastForm.test(plain),
    isFuture: futureForm.test(plain),
    isNow: nowForm.test(plain),
    isNegated: negationForm.test(plain.replace(leadForm, '')),
    isWeekday: /\bweek ?day\b|\bday of the week\b/.test(plain),
    isClock: clockForm.test(plain),
  };
}

const nameForm = /\bnames? of\b|\b(?:what|how) (?:is|was|are|were) .+ (?:called|named)\b/;
const happeningForm = /\bwhat (?:all )?(?:has |have |had )?(?:happen|occurr|took place|went on)/;
const pastForm = /^(?:\w+ ){0,2}(?:has|have|had|was|were|did)\b|\bwhen (?:was|were|did)\b|\bwhat (?:all )?happened\b/;
const nowForm = new RegExp(
  `\\b(?:still|now|today|currently|nowadays|these days|at the moment|any ?more|any longer|no longer)\\b|${lead}(?:is|are|am|do|does|can|must|should)\\b|` +
    '\\b(?:who|what|how many(?: \\w+){0,2}) (?:has to|have to|must|needs? to|should|can)\\b',
);
const biddenForm =
  /\b(?:told|ordered|asked|given|made|forced|supposed|allowed|due|meant|expected|going|need(?:ed)?|has|have|had|is|are|was|were)(?: \w+)? to\b/;
const leadForm = new RegExp(lead);
/** “Didn’t they do it?” asks whether they did. */
const negationForm =
  /^\S+ (?:.* )?(?:not|never|(?:did|does|do|was|were|is|are|has|have|had|would|could|should|ca|wo)n'?t)\b/;
const clockForm = /\b(?:what|which) (?:time|hour)\b|\btime of day\b/;
const futureForm = /\b(?:will|won't|going to|gonna)\b/;
