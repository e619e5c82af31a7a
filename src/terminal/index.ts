/** What the commands of the terminal find out, and how it is printed. */
export { answerLine, answerLines, storyFirst } from './ask-json.ts';
export { checkStories } from './check-stories.ts';
export { listInbox } from './list-inbox.ts';
export { type Format, formats, sayInTerminal } from './say.ts';
