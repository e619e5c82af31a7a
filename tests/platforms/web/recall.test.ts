/** What was posted to the page before the bot was restarted: it is there again, and corrections still reach it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PlannedSlot } from '../../../src/digest/index.ts';
import { line } from '../../../src/message/index.ts';
import { openStorage } from '../../../src/storage/index.ts';
import { eventually } from './browser.ts';
import { send, startLocalBot } from './local-bot.ts';
import { messageOf } from './trial.ts';

const to = { platform: 'web', id: 'page' };
const picture = { title: 'Skarnvåg', from: '2026-03-16', until: '2026-03-22', marks: [], alt: 'A timeline of nothing' };

const slot: PlannedSlot = {
  ...{ subscription: 1, name: 'at:1', at: 1, key: 'slot-1', to, from: '2026-03-16', until: '2026-03-22' },
  message: {
    ...messageOf('This week in the story', 'Solbakken school closed.'),
    kind: 'digest',
    blocks: [
      {
        kind: 'entry',
        ...{ label: line('Mon 16 Mar'), content: line('Solbakken school closed.') },
        ...{ statements: ['school-closed'], story: 'invented-water' },
      },
    ],
  },
  picture: { picture, before: 1 },
  carried: [{ story: 'invented-water', keys: [], upTo: 0, statements: ['school-closed'] }],
};

it('is on the page again after a restart, with its picture, and is amended there', async () => {
  const data = await mkdtemp(join(tmpdir(), 'dateline-recall-'));
  const storage = await openStorage({ data });
  const to = { platform: 'web', id: 'page' };
  const cadence = { kind: 'daily', at: 540 } as const;
  const wanted = { to, owner: 'local', stories: ['invented-water'], cadence, zone: 'UTC', quiet: 'skip' } as const;
  await storage.subscriptions.add(wanted, Date.now() + 3_600_000, Date.now());
  await storage.ledger.plan([{ subscription: 1, skipped: [], slot, handled: 1, next: Date.now() + 3_600_000 }], 1);
  const [waiting] = await storage.ledger.waiting();
  await storage.ledger.sending(waiting?.id ?? 0, 1);
  await storage.ledger.ended(waiting?.id ?? 0, { kind: 'sent', id: 'a-post', corrected: false });
  await storage.close();

  const bot = await startLocalBot({ data });
  const page = async () => (await send(bot.address)).body;
  expect(await page()).toContain('data-post="a-post" data-edits="0"');
  expect(await page()).toMatch(/<img class="slack-picture" src="\/pictures\/\w+\.png" alt="A timeline of nothing">/);
  const correction = `corrections:
  - when: 2026-03-23
    statement: school-closed
    was: Solbakken school and its nursery closed.
    why: The nursery stayed open.
    evidence: tidende-2026-03-18 6 Solbakken school, which has between … since the same day
`;
  await bot.edit('invented-water.yaml', 'corrections:\n', correction);
  await eventually(page).toMatch(/data-post="a-post" data-edits="1"[\s\S]*The nursery stayed open\./);
  await bot.stop();

  const again = await startLocalBot({ data });
  expect((await send(again.address)).body).toContain('data-post="a-post" data-edits="1"');
  await again.stop();
  await rm(data, { recursive: true });
});
