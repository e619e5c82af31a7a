/** Sends the digests of 10,000 channels that are due at the same minute, by the real program to a small Discord with its limits. */
import { fanOut, takenPerSecond } from '../crash/fan-out.ts';
import { type Figure, percentiles } from './figures.ts';

const { posts, rate, disordered, unfairness, commands, tooMany } = await fanOut({
  large: 5000,
  servers: 100,
  each: 50,
  twice: 200,
});
const label = `${posts.toLocaleString('en')} digests due at once`;
const figures: Figure[] = [
  { what: `${label}: rate, of what Discord takes`, value: (rate / takenPerSecond) * 100, unit: '%', least: 90 },
  { what: `${label}: requests that were too many`, value: tooMany, unit: 'requests', target: posts / 100 },
  { what: `${label}: channels out of order`, value: disordered, unit: 'channels', target: 0 },
  { what: `${label}: done with small servers, of the fair time`, value: unfairness * 100, unit: '%', target: 110 },
  ...percentiles(`${label}: commands meanwhile`, commands, 1000),
];
process.stdout.write(JSON.stringify(figures));
process.exit(0);
