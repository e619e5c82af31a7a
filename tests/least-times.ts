/**
 * The least time that each of several pieces of work took, in milliseconds. They are done in turn, ten times, so that
 * whatever else the machine does meets all of them: compare what they took with each other rather than with a clock.
 */
export async function leastTimes(...works: readonly ((round: number) => unknown)[]): Promise<number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 10; round += 1)
    for (const [which, work] of works.entries()) {
      const start = performance.now();
      await work(round);
      least[which] = Math.min(least[which] as number, performance.now() - start);
    }
  return least;
}
