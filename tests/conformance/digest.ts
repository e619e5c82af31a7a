/** A message to post. */
import { line, type Message } from '../../src/message/index.ts';

export function digest(words: string, more: Partial<Message> = {}): Message {
  return {
    kind: 'briefing',
    title: `A digest: ${words}`,
    summary: words,
    command: '/stories',
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(`digest ${words}`) }],
    buttons: [{ label: 'All stories', command: '/stories' }],
    ...more,
  };
}
