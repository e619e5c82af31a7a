/** The story file as an editor types it: its keys, and what stands under each. The one definition; types and JSON Schema come from it. */
import { z } from 'zod';
import { bounds, isId } from '../bounds.ts';
import { linkLength } from '../deep-link.ts';
import {
  actorRef,
  anyRef,
  date,
  evidence,
  id,
  language,
  listOf,
  ref,
  refs,
  sentence,
  statementRef,
  text,
  timeZone,
  when,
} from './schema-values.ts';

const source = z.strictObject({
  published: date,
  title: text(200).optional(),
  publisher: text(100).optional(),
  author: text(100).optional(),
  url: text(1000)
    .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''), 'is no web address: it begins with https://')
    .refine((url) => linkLength(url) <= bounds.link, `is longer than ${bounds.link} characters when encoded`)
    .optional(),
  note: text(bounds.sentence, 'Shown: how a missing date was inferred, say').optional(),
  aside: listOf(text(200), 20).describe('Lines of the page that report nothing, verbatim').optional(),
});

const actor = z.strictObject({
  name: text(100),
  also_known_as: listOf(text(60), 20).optional(),
  role: text(150).optional(),
  speaks_for: actorRef.optional(),
  unnamed: z
    .enum(['true'], { error: 'is `true`, or left out' })
    .or(z.literal(true))
    .transform(() => true as const)
    .optional(),
});

const stated = {
  what: sentence,
  evidence,
  withdrawn: date.describe('The day on which the statement was withdrawn').optional(),
};

const by = text(40, 'Whose words the quotation is: an actor’s id, or `not stated`');

const anyRefs = refs(anyRef);

const updatedBy = refs(ref('The id of an event or a fact'))
  .describe('Later events or facts that tell how the matter stands since, or why this was withdrawn; the latest last')
  .optional();

const position = (stances: readonly [string, ...string[]]) =>
  z.strictObject({
    ...stated,
    id: id(bounds.statementId).describe('Only for a second position of the same actor').optional(),
    actor: actorRef,
    stance: z.enum(stances, { error: `is one of ${stances.join(', ')}` }),
    when: when.optional(),
    stated: text(100).optional(),
  });

/** A reaction to an event is never a claim about what is so. */
const reaction = position(['supports', 'condemns', 'reports', 'declines']);
const answer = position(['asserts', 'suggests', 'reports', 'denies', 'doubts', 'supports', 'condemns', 'declines']);

const event = z.strictObject({
  when,
  stated: text(100, 'The source’s own words, where the date or hour is inferred from them').optional(),
  where: text(100).optional(),
  who: refs(ref('The id of an actor, or `not stated`')).optional(),
  short: text(bounds.headline, 'A headline in the present tense').optional(),
  ...stated,
  by: by.optional(),
  because: anyRefs.optional(),
  status: z
    .enum(['happened', 'planned', 'called off'], { error: 'is one of happened, planned, called off' })
    .default('happened'),
  updated_by: updatedBy,
  called_off_by: ref('The event by which this planned event was called off').optional(),
  positions: listOf(reaction, 100).default([]),
});

const openQuestion = z.strictObject({
  asks: text(200, 'The open question'),
  about: anyRefs.optional(),
  positions: listOf(answer, 100).min(1, 'has no position; an open question needs at least one'),
});

const fact = z.strictObject({ ...stated, by: by.optional(), when: when.optional(), updated_by: updatedBy });

const correction = z.strictObject({
  when: date,
  statement: statementRef,
  field: z.enum(['what', 'when', 'where'], { error: 'is one of what, when, where' }).default('what'),
  was: sentence,
  why: text(300),
  evidence,
});

const statementIds = z.string().refine((key) => isId(key, bounds.statementId), {
  error: `is no id: use at most ${bounds.statementId} lower-case letters, digits and hyphens`,
});

/** A whole story file. */
export const storyFile = z
  .strictObject({
    title: text(120),
    name: text(bounds.headline, 'Short, for headings'),
    also_known_as: listOf(text(60), 20).default([]),
    language,
    time_zone: timeZone,
    state: z.enum(['developing', 'quiet', 'closed'], { error: 'is one of developing, quiet, closed' }),
    topics: listOf(id(40), 20).default([]),
    in_short: z.array(statementRef).min(1, 'names no statement').max(2, 'names more than two statements'),
    why_it_matters: statementRef.optional(),
    sources: z.record(statementIds, source),
    actors: z.record(statementIds, actor).default({}),
    events: z.record(statementIds, event).default({}),
    who_says_what: z.record(statementIds, openQuestion).default({}),
    facts: z.record(statementIds, fact).default({}),
    readers_ask: z.record(text(bounds.question), anyRefs).default({}),
    corrections: listOf(correction, 500).default([]),
  })
  .describe('A Dateline story. Generated from src/story/format/schema.ts by `npm run -s dateline -- schema`.');

/** What the schema gives: defaults filled in, one-item shorthands made lists; references and dates are still text. */
export type StoryFile = z.infer<typeof storyFile>;

/** The JSON Schema that editors' programs complete and check story files by. */
export function storyJsonSchema(): object {
  return z.toJSONSchema(storyFile, { io: 'input', target: 'draft-7' });
}
