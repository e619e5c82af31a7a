/** The single values of story files: texts, ids, dates, evidence, references. Each tells what is wrong as the end of a sentence. */
import { z } from 'zod';
import { bounds, idForm } from '../bounds.ts';
import { nearest } from '../names.ts';

const emptyList = 'is an empty list';

/** A list of at most so many; it may be empty. */
export const listOf = <One extends z.ZodType>(one: One, most: number) =>
  z.array(one).max(most, `has more than ${most} items`);

/** A text of 1 to so many characters. @param describe what editors' programs say of it */
export const text = (most: number, describe?: string) => {
  const schema = z
    .string({ error: 'wants a text' })
    .min(1, { error: 'is empty', abort: true })
    .max(most, { error: ({ input }) => `has ${String(input).length} characters; at most ${most} fit` })
    .regex(/[\p{L}\p{N}\p{S}\p{P}]/u, 'has no visible character')
    // Elsewhere YAML means “nothing” by these; here they would be shown as words.
    .refine((words) => words !== 'null' && words !== '~', {
      error: ({ input }) => `is ‘${input}’, which says nothing: leave it out, or write what it is`,
    });
  return describe ? schema.describe(describe) : schema;
};

export const sentence = text(bounds.sentence, 'A whole sentence in your own words; quotations verbatim between “ ”');

const wording = text(bounds.wording);

/** What readers ask, in their own words: one question, or a list of them. */
export const wordings = z.union([wording.transform((one) => [one]), z.array(wording).min(1, emptyList)], {
  error: 'wants a question, or a list of questions',
});

/** An id of at most so many characters. */
export const id = (most: number) =>
  z
    .string({ error: 'wants an id' })
    .max(most, `is longer than ${most} characters`)
    .regex(idForm, 'is no id: use lower-case letters, digits and hyphens');

/** The id of something else in the file. @param what what it names */
export const ref = (what: string) => text(80, what);

export const actorRef = ref('The id of an actor');
export const statementRef = ref('The id of an event or a fact; event/actor or question/actor for a position');
export const anyRef = ref(
  'The id of an event, a fact or an open question; event/actor or question/actor for a position',
);

/** One reference, or a list of them. */
export const refs = (one: ReturnType<typeof ref>) =>
  z.union([one.transform((only) => [only]), listOf(one, 20).min(1, emptyList)], {
    error: 'wants an id, or a list of ids',
  });

/** A date as text; whether it is one is told when it is parsed. */
export const date = z
  .union([z.string(), z.number()], { error: 'wants a date' })
  .transform(String)
  .describe('EDTF: 2022-09-08, 2022-09, 2022, about 2022~, uncertain 2022?, 2022/2023');

/** One date, or a list of them. */
export const when = z.union([date.transform((one) => [one]), z.array(date).min(1, emptyList)], {
  error: 'wants a date, or a list of dates',
});

const evidenceLine = text(400, 'source-id paragraph first words … last words');

/** One line of evidence, or a list of them; what stands in a line is told when it is parsed. */
export const evidence = z.union([evidenceLine.transform((one) => [one]), listOf(evidenceLine, 20).min(1, emptyList)], {
  error: 'wants `source-id paragraph first words … last words`, or a list of them',
});

export const timeZone = z.string().refine(isZone, {
  error: ({ input }) => `is no time zone of the IANA list, as Europe/Tirane${zoneMeant(String(input))}`,
});

/** Zones are named by a city, too: `Lisbon` for `Europe/Lisbon`. */
function zoneMeant(typed: string): string {
  const zones = Intl.supportedValuesOf('timeZone');
  const named = new Map(zones.flatMap((zone) => [zone, zone.replace(/^.*\//, '')].map((name) => [name, zone])));
  const [best = ''] = nearest(typed, named.keys(), 1);
  const zone = named.get(best);
  return zone === undefined ? '' : `; did you mean ‘${zone}’?`;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

export const language = z.string().refine((tag) => {
  try {
    // Longer ones are well-formed, and none is registered: `english` is a name.
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}, 'is no language tag (BCP 47), as en or pt-BR');
