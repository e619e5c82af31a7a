import { expect, test } from 'vitest';
import { type Block, line, type Message } from '../../../src/message/index.ts';
import { renderDiscord } from '../../../src/platforms/discord/index.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: line(text) });
const correction: Block = {
  ...{ kind: 'correction', label: 'Correction of 8 Sep', was: line('one'), now: line('two') },
  why: 'The report was *wrong*.',
};

const shown = (blocks: readonly Block[]) => {
  const message: Message = {
    kind: 'answer',
    title: 'One',
    summary: 'One.',
    command: '/one',
    page: 1,
    blocks,
    buttons: [],
  };
  return JSON.stringify(renderDiscord(message).payload.components);
};

test('a correction stands apart from what is before and behind it, its reason in italics', () => {
  const text = '**Correction of 8 Sep**\n> Was: ~~one~~\n> Now: two\n> *The report was \\*wrong\\*.*';
  const told = JSON.stringify(`It began.\n\n${text}\n\n${text}\n\nIt ended.`);
  expect(shown([paragraph('It began.'), correction, correction, paragraph('It ended.')])).toContain(told);
  expect(shown([{ kind: 'heading', text: 'Corrected' }, correction])).toContain(
    JSON.stringify(`### Corrected\n${text}`),
  );
});

test('an event stands apart from what others said of the one before it', () => {
  const event = (text: string): Block => ({ kind: 'entry', label: line('7 Sep'), content: line(text) });
  const said = (text: string): Block => ({ kind: 'position', content: line(text) });
  expect(shown([event('one'), said('good'), said('bad'), event('two'), event('three')])).toContain(
    JSON.stringify('**7 Sep**  one\n- good\n- bad\n\n**7 Sep**  two\n**7 Sep**  three'),
  );
});
