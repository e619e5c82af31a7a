/** Pictures of stories. */
export { drawTimeline } from './draw.ts';
export { Pictures, type PicturesOptions } from './pictures.ts';
export type { Mark, TimelinePicture } from './timeline.ts';
export { timelineOf } from './timeline-of.ts';
