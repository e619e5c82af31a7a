/** Puts questions to a program that was just started, as `dateline ask --batch`: by the times that it tells itself. */
import { execFileSync } from 'node:child_process';
import { questionsOf } from '../ask/judge.ts';
import { percentiles } from './figures.ts';
import { cliFlags } from './start.ts';

const cli = new URL('../../src/cli.ts', import.meta.url).pathname;
const asked = ['seen', 'unseen'].flatMap(questionsOf).filter(({ story }) => story === 'albania-iran');
const input = asked.map(({ story, question, conversation }) => JSON.stringify({ story, question, conversation }));
const output = execFileSync(process.execPath, [...cliFlags, cli, 'ask', '--batch'], {
  input: input.join('\n'),
  encoding: 'utf8',
});
const times = output
  .trim()
  .split('\n')
  .map((line): number => JSON.parse(line).ms)
  .sort((a, b) => a - b);
process.stdout.write(
  JSON.stringify(percentiles(`the first ${times.length} questions to a program that was just started`, times, 2)),
);
