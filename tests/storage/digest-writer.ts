/** Takes one digest after another through all its steps until it is killed, and prints each step once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openStorage } from '../../src/storage/index.ts';
import { channelOf, slotFor, storyOf, wantedFor } from './digest-writes.ts';
import { day, now, planOf } from './samples.ts';

const [data = '', database = '', first = '0'] = process.argv.slice(2);
const say = (what: string) => writeSync(1, `${what}\n`);
const { subscriptions, ledger, entries } = await openStorage({
  data,
  ...(database !== '' && { database }),
  mostPerSpace: 9,
  onStandby: () => say('standby'),
  onLost: ({ message }) => say(`lost ${message}`),
});
say('open');
for (let number = Number(first); ; number += 1) {
  const added = await subscriptions.add(wantedFor(number), now, now - day);
  if (added.kind === 'too many') throw new Error('too many');
  say(`added ${number}`);
  await ledger.plan([planOf(slotFor(number, added.subscription.id))], now);
  say(`planned ${number}`);
  const id = (await ledger.waiting()).find(({ to }) => to.id === channelOf(number).id)?.id ?? 0;
  await ledger.sending(id, now);
  say(`sending ${number}`);
  await ledger.ended(id, { kind: 'sent', id: `post ${number}`, corrected: false });
  say(`sent ${number}`);
  await entries.enter({ id: storyOf(number), topics: [] }, ['correction:leak:2026-11-23:when:x'], now);
  say(`corrected ${number}`);
  const amendable = (await ledger.amendable(now, 999)).find((post) => post.id === id);
  await ledger.amended(id, amendable?.upTo ?? 0);
  say(`amended ${number}`);
}
