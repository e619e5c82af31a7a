/** `dateline manifest`: Slack's app manifest. */
import { commands } from '../commands/index.ts';
import { manifest } from '../platforms/slack/index.ts';
import { UsageProblem } from '../terminal/index.ts';
import { refuseWords, type Typed } from './typed.ts';

export function printManifest(typed: Typed): number {
  refuseWords(typed);
  const { http: url, 'no-short-names': alone } = typed.values;
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    throw new UsageProblem(`‘${url}’ is no address that Slack can reach: it begins with https://.`);
  process.stdout.write(manifest(commands, { shortNames: alone !== true, ...(url !== undefined && { url }) }));
  return 0;
}
