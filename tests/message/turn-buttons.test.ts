import { expect, test } from 'vitest';
import { turnButtons } from '../../src/message/index.ts';

const message = { command: '/briefing dam timeline' };

test.for([
  [1, 1, []],
  [1, 2, ['Next page: /briefing dam timeline page:2']],
  [2, 2, ['Previous page: /briefing dam timeline page:1']],
  [2, 3, ['Previous page: /briefing dam timeline page:1', 'Next page: /briefing dam timeline page:3']],
] as const)('page %i of %i turns to the pages beside it', ([page, pages, turns]) => {
  expect(turnButtons(message, page, pages).map(({ label, command }) => `${label}: ${command}`)).toEqual(turns);
});
