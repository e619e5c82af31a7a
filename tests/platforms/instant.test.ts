import { expect, test } from 'vitest';
import { type Line, line, type Message } from '../../src/message/index.ts';
import { discordLook } from '../../src/platforms/discord/index.ts';
import { instantView } from '../../src/platforms/instant.ts';
import { slackLook } from '../../src/platforms/slack/index.ts';

const epochMs = Date.UTC(2025, 8, 14, 18, 12);

test.for([
  ['Europe/Oslo', '14 September 2025 at 20:12 CEST'],
  ['UTC', '14 September 2025 at 18:12 UTC'],
  ['Asia/Tokyo', '15 September 2025 at 03:12 GMT+9'],
])('an instant is shown in the time of %s', ([timeZone, shown]) => {
  expect(instantView(epochMs, timeZone).toString()).toBe(`<time datetime="2025-09-14T18:12:00.000Z">${shown}</time>`);
});

function messageOf(content: Line): Message {
  return {
    ...{ kind: 'list', title: 'One', summary: 'One.', command: '/one', page: 1, buttons: [] },
    blocks: [{ kind: 'paragraph', content }],
  };
}

test.for([discordLook, slackLook])('$name’s preview shows it in this machine’s time', (look) => {
  const instant = { kind: 'instant', epochMs, text: 'Sun 14 Sep 2025' } as const;
  const message = messageOf([instant, ...line(' it began.')]);
  expect(look.preview(look.render(message).payload)).toContain(instantView(epochMs).toString());
});

test.for([discordLook, slackLook])(
  'on $name the day and time where it happened stand before the reader’s own',
  (look) => {
    const instant = { kind: 'instant', epochMs, text: 'Mon 15 Sep 2025, 06:12 UTC+12', isTold: true } as const;
    const { payload } = look.render(messageOf([instant, ...line(' it began.')]));
    const text = look.preview(payload).replaceAll(/<\/?(?!time)(?:span|strong|b)[^>]*>/g, '');
    expect(text).toContain(`Mon 15 Sep 2025, 06:12 UTC+12 (your time: ${instantView(epochMs)}) it began.`);
    // Each reader's own time is the platform's business.
    expect(JSON.stringify(payload)).toMatch(/<t:1757873520:f>|"timestamp":1757873520/);
  },
);
