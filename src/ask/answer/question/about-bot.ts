/** Questions about the bot, and greetings; “what can you tell me about the attack?” is about the attack. */

const you = '(?:you|u|dateline|this bot|the bot)';
/** How such a question goes on, if it does: no other matter is named. */
const few = "(?: [\\p{L}\\p{N}’'-]+){0,4}";

const forms = [
  '(?:hi|hello|hey|good (?:morning|evening|day)|help|dateline)(?: (?:there|all|everyone|bot|dateline))?',
  `(?:who|what|how)(?: the (?:hell|heck))? (?:are|r|is) ${you}${few}`,
  `(?:who|what|which \\p{L}+) (?:has |have )?(?:made|built|build|created|wrote|programmed|runs?|owns?|trained|is behind) ${you}${few}`,
  `(?:are|r) (?:you|u) (?!sure|certain|positive|saying|telling|aware|referring)[\\p{L}\\p{N}’'-]+${few}`,
  `is (?:dateline|this|it)(?: just| only)? an? (?:\\p{L}+ )?(?:bot|robot|ai|human|machine|chatbot)`,
  `(?!how do you know)(?:what|how) (?:all )?(?:can|do|does|could|will) ${you}(?: (?:do|work|help|offer|know|answer|function|operate|think|like|want|eat|look like))?(?: (?:for|with) (?:me|us)| here| all day| exactly)?`,
  `do(?:es)? ${you} (?:like|want|feel|speak|understand|work|sleep|love|hate|dream|eat|believe in)${few}`,
  `do(?:es)? ${you} (?:have|use) (?:an?y? )?(?:ai|artificial intelligence|(?:chat)?gpt|chatgpt|(?:language )?models?|llms?|feelings?|emotions?|names?|opinions?|memory|friends?|instructions|rules)${few}`,
  `(?:can|could|will) ${you} (?:speak|think|feel|understand|write|sing|talk|dance|draw|code|translate|joke|tell (?:me )?a joke|do)(?: .{1,60})?`,
  `(?:can|could|will) ${you} (?:please )?help(?: me| us)?`,
  `tell me about (?:yourself|${you})`,
  `.{0,60}\\byour (?:names?|purpose|instructions|creators?|makers?|developers?|source code|opinion|favou?rite)\\b.{0,60}`,
  `(?:how|why|when|where|what|is|does|can) (?:\\p{L}+ ){0,3}(?:dateline|this bot|the bot)${few}`,
];

const opening = '(?:(?:hi|hello|hey|so|and|but|ok|okay|well|please|dateline|bot)[\\s,!.]+)*';

let pattern: RegExp | undefined;

/** Whether no more is asked than what the bot is, or can. */
export function isAboutBot(typed: string): boolean {
  pattern ??= new RegExp(`^[^\\p{L}\\p{N}]*${opening}(?:${forms.join('|')})[^\\p{L}\\p{N}]*$`, 'iu');
  return pattern.test(typed.replace(/\s+/g, ' '));
}
