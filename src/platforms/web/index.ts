/** The local chat page. */
export { pageAddress } from './address.ts';
export type { Days, Desk, WaitingItem } from './desk.ts';
export { WebPlatform } from './platform.ts';
export { channel as pageChannel, mostKept as mostPosts } from './posts.ts';
