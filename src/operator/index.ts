/** What is said to whoever runs the bot. */
export { OperatorProblem } from './operator-problem.ts';
