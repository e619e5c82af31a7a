/** Every message that a story's briefing can be. */
import { composeBriefing, type Section, sections } from '../src/briefing/index.ts';
import type { Message } from '../src/message/index.ts';
import type { Rendered } from '../src/platforms/platform.ts';
import type { Story } from '../src/story/index.ts';

/** The first screen and each section. */
export function messagesOf(story: Story): Message[] {
  const names = Object.keys(sections) as Section[];
  return [composeBriefing(story), ...names.map((section) => composeBriefing(story, { section }))];
}

/** Every page of a message, as one platform renders it. */
export function pagesOf<P>(message: Message, render: (message: Message) => Rendered<P>): Rendered<P>[] {
  const first = render(message);
  const others = Array.from({ length: first.pages - 1 }, (_, index) => render({ ...message, page: index + 2 }));
  return [first, ...others];
}
