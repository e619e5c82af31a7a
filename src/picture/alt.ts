/** What a timeline picture shows, in words. */
import { sayDays } from '../briefing/index.ts';
import type { Mark, TimelinePicture } from './timeline.ts';

/** All that it shows: its marks by day, what is new among them, and what is left out. */
export function sayPicture({ title, from, until, marks, leftOut = [] }: Omit<TimelinePicture, 'alt'>): string {
  const heading = [title, sayDays(from, until)].filter((part) => part !== '').join(', ');
  const parts = marks.flatMap((mark, index) => {
    const out = leftOut.filter(({ before }) => before === index).map(({ said }) => `${said}.`);
    const opens = mark.isNew && (index === 0 || !marks[index - 1]?.isNew || out.length > 0);
    return [...out, `${opens ? 'New: ' : ''}${sayMark(mark)}${goesOn(index) ? ';' : '.'}`];
  });
  const behind = leftOut.filter(({ before }) => before === marks.length).map(({ said }) => `${said}.`);
  return [`Timeline of ${heading}.`, ...parts, ...behind].join(' ');

  function goesOn(index: number): boolean {
    const next = marks[index + 1];
    return (
      next !== undefined && next.isNew === marks[index]?.isNew && !leftOut.some(({ before }) => before === index + 1)
    );
  }
}

function sayMark({ said, label, remark }: Mark): string {
  return `${said}: ${label}${remark === undefined ? '' : ` (${remark})`}`;
}
