import { expect, test } from 'vitest';
import { type Message, note } from '../../src/message/index.ts';
import { discordLook } from '../../src/platforms/discord/index.ts';
import { textView } from '../../src/platforms/markup.ts';
import { slackLook } from '../../src/platforms/slack/index.ts';

const kept = (words: string) => `<span class="range">${words}</span>`;

test.each([
  ['5–11 September 2022', `${kept('5–11')} September 2022`],
  ['from March–May 2018–2020 on', `from ${kept('March–May')} ${kept('2018–2020')} on`],
  ['29 August – 4 September', '29 August – 4 September'],
  ['1–2–3, Llanfairpwllgwyn–London', `${kept('1–2')}–3, Llanfairpwllgwyn–London`],
  ['<b>1–7</b> June', `&lt;b&gt;${kept('1–7')}&lt;/b&gt; June`],
  ['', ''],
])('of ‘%s’ no line ends behind the dash of a range', (text, html) => {
  expect(textView(text).toString()).toBe(html);
});

test.each([discordLook, slackLook])('the page keeps the days of a heading, a sentence and a note together', (look) => {
  const message: Message = {
    kind: 'digest',
    title: 'This week in the story: Bridge · 5–11 September 2022',
    summary: 'A summary',
    command: '/digest show',
    page: 1,
    blocks: [
      { kind: 'paragraph', content: [{ kind: 'text', text: 'It was closed on 1–7 June.' }] },
      note('Until 8–9 July.'),
    ],
    buttons: [],
  };
  const shown = look.preview(look.render(message).payload);
  for (const days of ['5–11', '1–7', '8–9']) expect(shown).toContain(kept(days));
});
