/** How a command of the terminal is typed. What each finds out has a file of its own beside this one, loaded only where it is typed. */
export { concerned, formatOf, type OptionsTyped, parseTyped, readersOptions } from './arguments.ts';
export { print } from './print.ts';
export { forChats, strayOption, UsageProblem, usage, usageOf } from './usage.ts';
