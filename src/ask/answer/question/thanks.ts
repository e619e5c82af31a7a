/** What somebody says who has their answer: “great, thank you so much, that helps!” */

const thanks =
  '(?:many |big |huge |no |i )?(?:thanks|thank (?:you|u)|thankyou|thx|thnx|tnx|ty|tysm|cheers|much obliged|(?:(?:much|really|very much) )?appreciated?(?: (?:it|that|this))?)';
/** What may stand before or behind it, once or several times. */
const beside =
  'hi|hello|hey|ah|oh|ok|okay|alright|all right|right|yes|yeah|yep|no|nope|well|wow|super|cool|great|nice|good|fine|perfect|excellent|brilliant|awesome|lovely|amazing|got it|i see|understood|very helpful|so|and|then|anyway|though|indeed|again|bye|good ?bye|see you';
/** What may stand behind it alone. */
const behind =
  'so much|very much|(?:quite )?a (?:lot|bunch|million|ton)|lots|heaps|kindly|all|everyone|mate|man|dude|bro|guys|folks|friend|bot|dateline|it helps|that (?:really )?(?:helps|helped)|that answers (?:it|that|my question)|that(?:’s| is| was| will be)(?: (?:all|it|everything|enough|clear|very|really|so|good|great|perfect|helpful|useful|what i (?:wanted|needed)))+|you(?:’re| are|’ve been| have been| were)(?: (?:very|so|really|a|the|best|great|good|kind|helpful|star|lifesaver))+';
/** What the thanks are for, in a few words that ask nothing. */
const reason = 'for(?: (?!(?:for|who|what|when|where|why|how|which|whom|whose)\\b)[\\p{L}’-]+){1,5}';

const between = '[^\\p{L}\\p{N}]+';
const around = '[^\\p{L}\\p{N}]*';
const all = new RegExp(
  `^${around}(?:(?:${beside})${between})*${thanks}(?:${between}(?:${thanks}|${beside}|${behind}|${reason}))*${around}$`,
  'iu',
);

/** No thanks are longer, and no longer line is put to a pattern that may be read in several ways. */
const longest = 120;

/** Whether it is thanks and nothing else. */
export function isThanks(typed: string): boolean {
  return typed.length <= longest && all.test(typed.replace(/['ʼ]/g, '’'));
}
