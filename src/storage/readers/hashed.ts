/** Names of readers and of their conversations, as they are kept: nobody can look them up in a list. */
import { createHmac } from 'node:crypto';

/** The hash of a name. @param salt the database’s own */
export function hashed(name: string, salt: string): string {
  return createHmac('sha256', salt).update(name).digest('base64url');
}
