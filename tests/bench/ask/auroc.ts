/** Probability that what answers is given more than what does not; ties count half. */
export function auroc(given: readonly { readonly answers: boolean; readonly sure: number }[]): number {
  const sorted = [...given].sort((a, b) => a.sure - b.sure);
  const answering = sorted.filter(({ answers }) => answers).length;
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.sure === sorted[start]?.sure) end += 1;
    const tied = sorted.slice(start, end).filter(({ answers }) => answers).length;
    rankSum += (tied * (start + end + 1)) / 2;
    start = end;
  }
  return (rankSum - (answering * (answering + 1)) / 2) / (answering * (sorted.length - answering));
}
