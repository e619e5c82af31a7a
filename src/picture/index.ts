/** Pictures of stories. */
export type { Mark, TimelinePicture } from './timeline.ts';
