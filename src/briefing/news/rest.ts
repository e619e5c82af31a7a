/** How much is new and not told in words. */
import { type Block, counted, listed } from '../../message/index.ts';
import { type Event, type Statement, statementsOf } from '../../story/index.ts';
import { saidIn } from './detail.ts';
import type { StoryNews } from './news.ts';
import type { NewsParts } from './parts.ts';

/** `2 more positions and 8 statements about earlier events and background`: what is new and not said. Undefined where all is. */
export function sayRest(
  news: StoryNews,
  { developments, coming, calledOff, overdue, sayings }: NewsParts,
  blocks: readonly Block[],
): string | undefined {
  const said = saidIn(blocks);
  const entered = new Set(news.entered);
  const left = statementsOf(news.story).filter(({ id }) => entered.has(id) && !said.has(id));
  const among = (events: readonly Event[]) =>
    left.filter((each) => each.kind === 'event' && events.includes(each)).length;
  const of = (kind: Statement['kind']) => left.filter((each) => each.kind === kind).length;
  const [happened, planned] = [among(developments), among([...coming, ...calledOff, ...overdue])];
  const spoken = left.filter((each) => each.kind === 'fact' && sayings.includes(each)).length;
  const positions = of('position') + spoken;
  const [earlier, facts] = [of('event') - happened - planned, of('fact') - spoken];
  const about = listed([...(earlier > 0 ? ['earlier events'] : []), ...(facts > 0 ? ['background'] : [])]);
  const parts = [
    happened > 0 ? counted(happened, 'more development') : '',
    planned > 0 ? counted(planned, 'more plan') : '',
    positions > 0 ? counted(positions, 'more position') : '',
    earlier + facts > 0 ? `${counted(earlier + facts, 'statement')} about ${about}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : listed(parts);
}
