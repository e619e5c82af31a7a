/** The local chat page. */
export type { Days, Desk } from './desk.ts';
export { WebPlatform } from './server.ts';
