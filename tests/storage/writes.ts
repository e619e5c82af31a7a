/** What is written until the writer is killed. */

export function questionOf(number: number) {
  return { story: `story-${number % 97}`, question: `Question ${number}?`, group: `${number}`, day: '2026-11-23' };
}

export const talkedAt = 1_800_000_000_000;

export function talkOf(number: number) {
  return { story: 'dam', question: `Question ${number}?`, statements: [`statement-${number}`], at: talkedAt };
}
