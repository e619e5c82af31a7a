/** The words of a statement's day: what it can be asked about by. */
import { firstDay, lastDay, months, type When, weekdays } from '../../../story/index.ts';
import { keeping } from '../../words/keeping.ts';

/** Year, month, day and weekday, as far as the source gives them. */
export function dateWords(when: When): string {
  const words = when.flatMap((span) => {
    const moments = span.kind === 'moment' ? [span.at] : [span.from, span.to].filter((moment) => moment !== undefined);
    return moments.map(({ first, precision }) => {
      if (precision === 'year') return first.slice(0, 4);
      return precision === 'month' ? monthWords(first.slice(0, 7)) : dayWords(first.slice(0, 10));
    });
  });
  const isOneDay = firstDay(when) === lastDay(when);
  return [...words, isOneDay ? 'day' : ''].join(' ');
}

/** `2022 July` of `2022-07`. */
function monthWords(month: string): string {
  const [year = '', number] = month.split('-');
  return `${year} ${months[Number(number) - 1] ?? ''}`;
}

/** `2022 July 15 Friday` of `2022-07-15`. Stories have many statements of a day. */
const dayWords = keeping(5000, (day) => {
  const weekday = weekdays[new Date(`${day}T00:00Z`).getUTCDay()] ?? '';
  return `${monthWords(day.slice(0, 7))} ${Number(day.slice(8))} ${weekday}`;
});
