/** Pictures of stories. */
export { drawTimeline } from './draw.ts';
export { Pictures, type PicturesOptions } from './pictures.ts';
export type { LeftOut, Mark, TimelinePicture } from './timeline.ts';
export { timelineOf } from './timeline-of.ts';
