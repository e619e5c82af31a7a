/** The local chat page. */
export type { Days, Desk, WaitingItem } from './desk.ts';
export { WebPlatform } from './server.ts';
