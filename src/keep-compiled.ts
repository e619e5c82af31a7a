/** What Node has compiled is kept for the next start, which then takes half the time. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Of what is imported from here on. Where the folder cannot be written, nothing is kept; `NODE_COMPILE_CACHE` names another. */
export function keepCompiled() {
  enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/dateline'));
}
