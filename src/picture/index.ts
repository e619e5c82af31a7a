/** Pictures of stories. */
export { Pictures } from './pictures.ts';
export type { Mark, TimelinePicture } from './timeline.ts';
export { timelineOf } from './timeline-of.ts';
