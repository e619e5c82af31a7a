/** What the commands of the terminal find out, and how it is printed. */
export { concerned, formatOf, type OptionsTyped, parseTyped, readersOptions } from './arguments.ts';
export { answerLine, answerLines, storyFirst } from './ask-json.ts';
export { noStoryIn } from './broken-story.ts';
export { checkStories } from './check-stories.ts';
export { draftWordings } from './draft-wordings.ts';
export { listInbox } from './list-inbox.ts';
export { print } from './print.ts';
export { formats, sayInTerminal } from './say.ts';
export { forChats, noCommand, strayOption, UsageProblem, usage, usageOf } from './usage.ts';
