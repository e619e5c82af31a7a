/** Closes what is open, whatever fails on the way. */

/**
 * Does each step once the one before it has ended, also where that failed: what a failed step leaves open is no reason to
 * leave the rest open, too. Rejects at the end with the first error there was.
 */
export async function closeAll(steps: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** The same of what can be closed side by side. */
export async function closeTogether(steps: readonly (() => unknown)[]): Promise<void> {
  const ended = await Promise.allSettled(steps.map(async (step) => step()));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
