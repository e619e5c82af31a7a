/** When it is said unasked. */
export type { Amended, Channel, Delivered, Post, Sent } from './delivery.ts';
