/** `/digest show`: the pages of a digest that was posted here, and all that it carried of one story. Only its buttons lead to it. */
import { type PlannedSlot, showDigest } from '../../digest/index.ts';
import { allStories } from '../buttons.ts';
import { defineCommand } from '../command.ts';
import { rememberStory } from '../conversation.ts';
import { type Invocation, type MessageAnswer, toReader } from '../invocation.ts';
import { noteLook } from '../looks.ts';
import { mistake } from '../mistake.ts';

export const show = defineCommand({
  name: 'digest show',
  description: 'A digest that was posted here',
  example: () => '/digest show key:KEY',
  seenBy: () => 'reader',
  unlisted: true,
  options: {
    key: { kind: 'text', named: true, description: 'What names the digest', required: true },
    story: { kind: 'story', description: 'Which of its stories' },
    page: { kind: 'count', description: 'Which page' },
  },
  async run({ key, story, page }, context): Promise<MessageAnswer> {
    const { memory, stories, pictures, call } = context;
    const slot = await memory.ledger.byKey(key);
    if (!slot || !isHere(slot, call)) return notHere();
    const sources = { stories, entries: memory.entries, ...(pictures && { pictures }) };
    const view = { ...(story && { story: story.id }), page: page ?? 1 };
    const message = await showDigest(slot, sources, view);
    if (!message) return notCarried();
    if (page === undefined) {
      const shown = story ? [story] : slot.carried.flatMap((each) => stories.find(each.story) ?? []);
      for (const each of shown) await noteLook(context, each);
    }
    if (story) await rememberStory(context, story);
    return toReader(message, page !== undefined);
  },
});

/** Nobody is shown what was posted where they may not read. */
function isHere({ to }: PlannedSlot, { where: { platform, channel, thread }, around: { home } }: Invocation): boolean {
  return to.platform === platform && [home?.id, channel, thread].includes(to.id);
}

const stories = { ...allStories, primary: true };

function notHere(): MessageAnswer {
  const sentence = 'That digest was not posted here, or is not kept any more.';
  return mistake('No such digest', sentence, [stories]);
}

function notCarried(): MessageAnswer {
  return mistake('Not in it', 'That digest told nothing of such a story.', [stories]);
}
