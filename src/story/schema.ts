/** The story file as an editor types it: its keys, and the bounds of each. The one definition; types and JSON Schema come from it. */
import { z } from 'zod';
import { linkLength } from './evidence.ts';

/** Sizes of a story file. Ids are bounded so that a button's command fits Discord's 100 characters; see `commands/`. */
export const bounds = {
  fileBytes: 1024 * 1024,
  storyId: 40,
  statementId: 32,
  sentence: 600,
  inShort: 200,
  headline: 60,
  /** A question is a button's label: Slack shows 75 characters. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  question: 75,
  /** Never shown, only compared. */
  wording: 150,
  /** A web address, encoded. */
  link: 1000,
} as const;

// A letter first: JavaScript would move keys of digits alone to the front.
const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** A record's own value; never what its prototype has under that name. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** An id: a letter first, then lower-case letters, digits and single hyphens. */
export function isId(text: string, most: number): boolean {
  return text.length <= most && idForm.test(text);
}

export const emptyList = 'is an empty list';
const moreThan = (most: number) => `has more than ${most} items`;

export const text = (most: number, describe?: string) => {
  const schema = z
    .string({ error: 'wants a text' })
    .min(1, { error: 'is empty', abort: true })
    .max(most, { error: ({ input }) => `has ${String(input).length} characters; at most ${most} fit` })
    .regex(/[\p{L}\p{N}\p{S}\p{P}]/u, 'has no visible character');
  return describe ? schema.describe(describe) : schema;
};
const id = (most: number) =>
  z
    .string({ error: 'wants an id' })
    .max(most, `is longer than ${most} characters`)
    .regex(idForm, 'is no id: use lower-case letters, digits and hyphens');
const sentence = text(bounds.sentence, 'A whole sentence in your own words; quotations verbatim between “ ”');
const ref = (what: string) => text(80, what);
const statementRef = ref('The id of an event or a fact; event/actor or question/actor for a position');
const actorRef = ref('The id of an actor');
const date = z
  .union([z.string(), z.number()], { error: 'wants a date' })
  .transform(String)
  .describe('EDTF: 2022-09-08, 2022-09, 2022, about 2022~, uncertain 2022?, 2022/2023');
const when = z.union([date.transform((one) => [one]), z.array(date).min(1, emptyList)], {
  error: 'wants a date, or a list of dates',
});
const evidenceLine = text(400, '[source id] paragraph first words … last words');
const evidence = z.union(
  [evidenceLine.transform((one) => [one]), z.array(evidenceLine).min(1, emptyList).max(20, moreThan(20))],
  {
    error: 'wants `[source id] paragraph first words … last words`, or a list of them',
  },
);
const refs = (one: typeof statementRef) =>
  z.union([one.transform((only) => [only]), z.array(one).min(1, emptyList).max(20, moreThan(20))], {
    error: 'wants an id, or a list of ids',
  });
export const anyRef = ref(
  'The id of an event, a fact or an open question; event/actor or question/actor for a position',
);
const anyRefs = refs(anyRef);
const by = text(40, 'Whose words the quotation is: an actor’s id, or `not stated`');

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
  aside: z
    .array(text(200))
    .max(20, moreThan(20))
    .describe('Lines of the page that report nothing, verbatim')
    .optional(),
});

const actor = z.strictObject({
  name: text(100),
  also_known_as: z.array(text(60)).max(20, moreThan(20)).optional(),
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
  positions: z.array(reaction).max(100, moreThan(100)).default([]),
});

const openQuestion = z.strictObject({
  asks: text(200, 'The open question'),
  about: anyRefs.optional(),
  positions: z.array(answer).min(1, 'has no position; an open question needs at least one').max(100, moreThan(100)),
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

const knownZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};
const knownLanguage = (tag: string) => {
  try {
    // Longer ones are well-formed, and none is registered: `english` is a name.
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
};
const statementIds = z.string().refine((key) => isId(key, bounds.statementId), {
  error: `is no id: use at most ${bounds.statementId} lower-case letters, digits and hyphens`,
});

/** A whole story file. */
export const storyFile = z
  .strictObject({
    title: text(120),
    name: text(bounds.headline, 'Short, for headings'),
    also_known_as: z.array(text(60)).max(20, moreThan(20)).default([]),
    language: z.string().refine(knownLanguage, 'is no language tag (BCP 47), as en or pt-BR'),
    time_zone: z.string().refine(knownZone, 'is no time zone of the IANA list, as Europe/Tirane'),
    state: z.enum(['developing', 'quiet', 'closed'], { error: 'is one of developing, quiet, closed' }),
    topics: z.array(id(40)).max(20, moreThan(20)).default([]),
    in_short: z.array(statementRef).min(1, 'names no statement').max(2, 'names more than two statements'),
    why_it_matters: statementRef.optional(),
    sources: z.record(statementIds, source),
    actors: z.record(statementIds, actor).default({}),
    events: z.record(statementIds, event).default({}),
    who_says_what: z.record(statementIds, openQuestion).default({}),
    facts: z.record(statementIds, fact).default({}),
    readers_ask: z.record(text(bounds.question), anyRefs).default({}),
    corrections: z.array(correction).max(500, moreThan(500)).default([]),
  })
  .describe('A Dateline story. Generated from src/story/schema.ts by `npm run -s dateline -- schema`.');

/** What the schema gives: defaults filled in, one-item shorthands made lists; references and dates are still text. */
export type StoryFile = z.infer<typeof storyFile>;

/** The JSON Schema that editors' programs complete and check story files by. */
export function storyJsonSchema(): object {
  return z.toJSONSchema(storyFile, { io: 'input', target: 'draft-7' });
}
