/** What readers ask of a story, as an editor types it in the file beside it: `old-bridge.asked.yaml` beside `old-bridge.yaml`. */
import { z } from 'zod';
import { anyRef, wordings } from './schema-values.ts';

/** The key under which what is not told stands among the ids of what answers; no id has an underscore. */
export const notTold = 'not_told';

/** A whole file of what readers ask. */
export const askedFile = z
  .strictObject({
    also_asked: z
      .record(anyRef, wordings)
      .describe('By what answers them: questions in the many wordings that readers use')
      .default({}),
    then_asked: z
      .record(anyRef, z.object({ [notTold]: wordings.optional() }).catchall(wordings))
      .describe('By what was told, and by the id of what answers or `not_told`: what readers ask next')
      .default({}),
    not_told: wordings.describe('Questions that readers will have and the sources do not answer').default([]),
  })
  .describe(
    'What readers ask of a Dateline story. Generated from src/story/format/asked-schema.ts by `npm run -s dateline -- schema asked`.',
  );

/** What the schema gives: one-item shorthands made lists; references are still text. */
export type AskedFile = z.infer<typeof askedFile>;

/** The JSON Schema that editors' programs complete and check such files by. */
export function askedJsonSchema(): object {
  return z.toJSONSchema(askedFile, { io: 'input', target: 'draft-7' });
}
