/** How it is said, on no platform. */
export { type Cost, fit } from './fit.ts';
export { legible } from './legible.ts';
export {
  type Block,
  type Button,
  emphasis,
  heading,
  type Inline,
  type Line,
  line,
  type Message,
  type MessageKind,
  note,
  strong,
  struck,
} from './message.ts';
export { type Ink, plainBlock, plainLine, plainMessage } from './plain.ts';
export { turnButtons } from './turn-buttons.ts';
export { capitalized, counted, listed } from './words.ts';
