/** Pictures of stories. */
export { drawTimeline } from './draw.ts';
export type { LeftOut, Mark, TimelinePicture } from './timeline.ts';
export { timelineOf } from './timeline-of.ts';
