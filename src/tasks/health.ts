/** `dateline health`: whether the bot with these settings lives. */
import { loadConfig } from '../config/index.ts';
import { pageAddress } from '../platforms/web/index.ts';
import { print } from '../terminal/index.ts';
import { refuseWords, type Typed } from './typed.ts';

export async function health(typed: Typed): Promise<number> {
  refuseWords(typed);
  const address = `${pageAddress(loadConfig())}healthz`;
  const alive = await fetch(address, { signal: AbortSignal.timeout(4000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  print(alive ? 'It lives.' : `No bot answers at ${address}.`);
  return alive ? 0 : 1;
}
