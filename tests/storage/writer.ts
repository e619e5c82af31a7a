/** Writes to a storage until it is killed, and prints the number of each write once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openStorage } from '../../src/storage/index.ts';
import { questionOf, talkOf } from './writes.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const { inbox, conversations } = await openStorage({ data: folder });
writeSync(1, 'open\n');
for (let number = Number(first); ; number += 1) {
  await inbox.ask(questionOf(number));
  await conversations.remember(`reader ${number}`, talkOf(number));
  writeSync(1, `${number}\n`);
}
