/** The buttons that turn a message's pages. */
import type { Button, Message } from './message.ts';

/** Those to the pages before and after one; none where there is but one. @param page from 1 */
export function turnButtons({ command }: Pick<Message, 'command'>, page: number, pages: number): Button[] {
  return [
    ...(page > 1 ? [{ label: 'Previous page', command: `${command} page:${page - 1}` }] : []),
    ...(page < pages ? [{ label: 'Next page', command: `${command} page:${page + 1}` }] : []),
  ];
}
