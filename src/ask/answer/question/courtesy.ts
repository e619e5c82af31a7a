/** What people say around a question and do not ask: “hey, can you tell me when the attack was, please?” */
import { indignantForms } from './indignation.ts';

const asking =
  'who|whom|whose|who’s|whos|what|what’s|whats|when|where|where’s|why|how|how’s|which|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may';
/** What may stand before a question, once or several times. */
const greetings =
  '(?:hey|hi|hello)(?: there)?|hiya|good (?:morning|afternoon|evening)|okay|alright|h+m+|u+m+|u+h+|lol|haha|btw|by the way|excuse me|(?:i(?:’m|m| am) )?just (?:wondering|curious|asking)|i(?:’m|m| am) (?:curious|wondering|confused|asking|not sure)|i (?:was|am|have been) (?:just )?wondering|i wonder';
/** The same, where a comma or a question follows: “well water” is no greeting. */
const callings =
  'yo|bot|dateline|please|pls|plz|ok|well|oh|ah|wow|sorry|pardon|wait|listen|also|(?:so )?basically|seriously|honestly|anyway|actually|idk|dunno|(?:(?:a|one|another|last|next|quick|final|more|my) )*(?:q|question|thing)|(?:my )?dear (?:\\p{L}+ )?\\p{L}+|in (?:short|brief|(?:one|a) (?:line|sentence|word))(?: for my(?: \\p{L}+){1,3})?|for my(?: \\p{L}+){1,3}|student here|in (?:the|this) (?:\\p{L}+ )?(?:story|case|affair)';
/** What may stand before a question alone: “tell me about the attack” is one itself. */
const requests =
  '(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody) )?(?:please |pls |plz )?(?:kindly |be so (?:kind|good) as to )?(?:(?:tell|remind|explain to|inform) (?:me|us|\\p{L}+ (?:old |young )?\\p{L}+)|explain|help me understand)|do (?:you|u|we) (?:know|have any idea)|does (?:anyone|anybody|someone) know|(?:any|no) (?:idea|clue)|i(?:’d| would| should)? (?:(?:want|need|like|wanted|love|have) to|must|wanna|gotta) (?:know|ask|understand|find out|write)|(?:may|can|could) (?:i|one) (?:ask|know)|my question is';
/** What may stand behind it. */
const thanks =
  'please|pls|plz|thanks(?: a lot)?|thank you|thx|cheers|lol|lmao|haha|btw|by the way|tho|though|anyway|exactly|actually|really|or not|do you (?:know|think)|any idea|in this case|if (?:i|one) may ask|in a nutshell|in short|in brief|in a few words|in (?:one|a) (?:line|sentence|word)|as reported|(?:in|according to) (?:this|the) (?:story|article|report|text|news)';

/** How a sentence begins that is about who asks: “I missed the news.” */
const ownWords = 'i|i’m|im|i’ve|ive|i’d|my|we|just|asking|no idea';

/** Who may be spoken to there, behind a comma. */
const fellows = 'mate|man|dude|bro|guys|folks|everyone|bot|dateline';

/** What is said otherwise, or not at all. A typographic apostrophe stands for each. */
const forms: readonly (readonly [RegExp, string])[] = [
  // “I heard the school closed, is that true?”
  [
    /^(?:i (?:heard|read|saw) )?(?:that )?(.+\s.+?)(?:[,.;]? is (?:that|this|it) (?:true|right|correct)|, (?:right|true|correct|yes or no))\W*$/iu,
    'is it true that $1?',
  ],
  // “Confirm that …”, “Fact check: …”
  [/^\W*(?:please )?(?:confirm|verify)(?: that| whether| if) /iu, 'is it true that '],
  [/^\W*(?:please )?(?:(?:confirm|verify)(?::|,)? |(?:(?:fact|quick|double)[- ]?)?check: ?)(?=\S)/iu, ''],
  [/,? as far as (?:(?:any(?:one|body)|one|we|you|they) (?:can (?:tell|say)|knows?)|(?:is )?known)\b/iu, ''],
  ...indignantForms,
  // “Hi there!”, “ok, ”, “2) ”, “/ask ”, “I missed the news, ” before it.
  [new RegExp(`^\\W*(?:${greetings})(?![\\p{L}\\p{N}’])[\\s,.!:;–—-]*(?=\\S)`, 'iu'), ''],
  [new RegExp(`^\\W*(?:${callings})(?:\\s*[,.!:;–—][\\s.]*(?=\\S)|\\s+(?=(?:so|but|and|${asking})\\b))`, 'iu'), ''],
  [/^\W*(?:for|in) my(?: \p{L}+){1,3} (?=i\b)/iu, ''],
  [/^\W*(?:\d{1,2}[.)]|\/\p{Ll}+)\s+(?=\S)/u, ''],
  [new RegExp(`^\\W*(?:${ownWords})\\b[^?]{3,120}?[,.!:;–—-]\\s+(?=(?:so|but|and|${asking})\\b)`, 'iu'), ''],
  // “… I could not find it.”, “…, mate?” behind it.
  [new RegExp(`(?<=[\\p{L}\\p{N}][”"’)]?[.?!])\\s+(?:${ownWords})\\b[^?]*$`, 'iu'), ''],
  [new RegExp(`\\s*,\\s*(?:${fellows})[\\s.!?]*$`, 'iu'), ''],
  // “Do you know whether …”, “can you tell me when …”, “…, please”.
  [new RegExp(`^\\W*(?:${requests})[\\s,:]+(?:if|whether)\\s+`, 'iu'), 'is it true that '],
  [new RegExp(`^\\W*(?:${requests})[\\s,:]+(?=(?:${asking})\\b)`, 'iu'), ''],
  [new RegExp(`[\\s,.!?–—-]+(?:${thanks})[\\s.!?]*$`, 'iu'), ''],
  // As it is asked for shortly.
  [
    /^what (?:do (?:you|we) know|does (?:this|the) (?:story|article|report) (?:say|tell)(?: us| me)?) about /iu,
    'tell me about ',
  ],
  [
    /^what(?:’s| is|s)? (?:the )?(?:(?:deal|story|thing|matter|fuss) (?:with|about)|(?:up )?with|the fuss about) (?=(?:the|this|that|all)\b)/iu,
    'tell me about ',
  ],
  [
    /^i(?:’d| would)? (?:want|need|like|wish)(?: to)? (?:know|hear|learn|understand)(?: (?:more|something|everything|all))? about /iu,
    'tell me about ',
  ],
  [/\b(who|what|when|where|why|how) (?:tf|the (?:hell|heck|fuck)|on earth|in the world)\b/iu, '$1'],
  [/\bwtf (?=\p{L})/iu, 'what '],
  [/^\W*tl;?dr\W*$/iu, 'summary'],
];

/** The question alone. What is all courtesy stays as it is; what is shouted is said. */
export function withoutCourtesy(typed: string): string {
  let question = (isShouted(typed) ? typed.toLowerCase() : typed).replace(/['ʼ]/g, '’').trim();
  for (let before = ''; before !== question; ) {
    before = question;
    for (const [form, instead] of forms) {
      const rest = question.replace(form, instead);
      if (/[\p{L}\p{N}]/u.test(rest)) question = rest;
    }
  }
  return question;
}

/** Whether all is in capitals, and more than one name of letters. Word by word: one pattern for it all takes seconds for a long line. */
function isShouted(typed: string): boolean {
  return !/\p{Ll}/u.test(typed) && typed.split(/\s/).filter((part) => /\p{Lu}{2}/u.test(part)).length > 1;
}
