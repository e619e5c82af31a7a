import { expect, test } from 'vitest';
import { type Line, line, strong } from '../../../src/message/index.ts';
import { renderSlack } from '../../../src/platforms/slack/index.ts';

/** The styles in which an entry and the detail below it are shown. */
function stylesOf(content: Line): unknown[] {
  const { payload } = renderSlack({
    kind: 'briefing',
    title: 'Sources',
    summary: 'Sources',
    command: '/briefing bridge sources',
    page: 1,
    blocks: [
      { kind: 'entry', label: line('1. The Gazette'), content: [] },
      { kind: 'detail', content },
    ],
    buttons: [],
  });
  const sections = payload.blocks.flatMap((block) => (block.type === 'rich_text' ? [...block.elements] : []));
  const texts = sections.flatMap((section) => (section.type === 'rich_text_section' ? section.elements : []));
  return texts.map((text) => ('style' in text ? text.style : undefined));
}

test('a detail is in italics, since Slack has no small print within a text', () =>
  expect(stylesOf(line('No year is named.'))).toEqual([{ bold: true }, { italic: true }]));

test('a passage under its paragraph’s mark is not: long ones in italics are hard to read', () =>
  expect(stylesOf([strong('¶2'), ...line('  The bridge closed at noon')])).toEqual([
    { bold: true },
    { bold: true },
    undefined,
  ]));
