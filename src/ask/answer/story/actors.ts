/** Who is meant by a name in a question or a sentence: an actor's name, other names, or the last word of a person's name. */
import type { Actor, Story } from '../../../story/index.ts';
import { type PlacedWord, type Word, wordsOf } from '../../words/words.ts';

export interface Mention<Named extends Word = PlacedWord> {
  readonly actor: Actor;
  /** The words that name the actor. */
  readonly words: readonly Named[];
}

/** A name by its words' stems. */
interface Named {
  readonly stems: readonly string[];
  readonly actor: Actor;
  /** It is no full name: a role, a last name. */
  readonly isShort: boolean;
}

/** Where a text names somebody; at its beginning, and of no length, where only a pronoun does. */
export function placeOf({ words }: Mention): { readonly from: number; readonly to: number } {
  const [first, last] = [words[0], words.at(-1)];
  return { from: first?.at ?? 0, to: last ? last.at + last.text.length : 0 };
}

const counted = /^(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten|some|several)\s+/iu;
const article = /^(?:the|a|an)\s+/i;

/** The actors of a story by what they are called. */
export class ActorNames {
  /** By the first word's stem: the names that begin so, longest first. */
  readonly #names = new Map<string, Named[]>();

  constructor({ actors }: Pick<Story, 'actors'>) {
    const byName = new Map(actors.flatMap((actor) => fullNames(actor).map((name) => [keyOf(name), actor] as const)));
    this.#add(byName, false);
    this.#add(onlyOne(actors, byName), true);
    for (const names of this.#names.values()) names.sort((a, b) => b.stems.length - a.stems.length);
  }

  #add(names: Iterable<readonly [string, Actor]>, isShort: boolean) {
    for (const [key, actor] of names) {
      const stems = key.split(' ').filter((stem) => stem !== '');
      const [first] = stems;
      if (first !== undefined) this.#names.set(first, [...(this.#names.get(first) ?? []), { stems, actor, isShort }]);
    }
  }

  /**
   * The actors that a text names, in its order; where one name holds another, the longer. The prime minister of somewhere else
   * is not the story's.
   */
  mentionsIn<Each extends Word>(words: readonly Each[]): Mention<Each>[] {
    const places = [...words.keys()].filter((place) => words[place]?.isStop === false);
    const content = places.flatMap((place) => words[place] ?? []);
    const found: Mention<Each>[] = [];
    for (let at = 0; at < content.length; ) {
      const names = this.#names.get(content[at]?.stem ?? '');
      const hit = names?.find(({ stems }) => stems.every((stem, n) => content[at + n]?.stem === stem));
      if (!hit) {
        at += 1;
        continue;
      }
      const own = content.slice(at, at + hit.stems.length);
      at += own.length;
      const behind = words.slice((places[at - 1] ?? 0) + 1);
      if (!(hit.isShort && this.#isOfAnother(hit.actor, behind))) found.push({ actor: hit.actor, words: own });
    }
    return found;
  }

  /** Whether "of" and the name of a body follow that is not the actor's. */
  #isOfAnother(actor: Actor, [next, ...behind]: readonly Word[]): boolean {
    const body = behind.find(({ isStop }) => !isStop);
    if (!next || !body || !/^(?:of|at|for|from)$/.test(next.text)) return false;
    const own = new Set(wordsOf(wordsAbout(actor).join(' ')).map(({ stem }) => stem));
    return !own.has(body.stem) && (body.isCapital || this.#names.has(body.stem));
  }
}

/** Short names that only one actor has, and that are nobody's full name. */
function onlyOne(actors: readonly Actor[], taken: ReadonlyMap<string, Actor>): [string, Actor][] {
  const having = new Map<string, Set<Actor>>();
  for (const actor of actors)
    for (const key of shortNames(actor).map(keyOf)) having.set(key, (having.get(key) ?? new Set()).add(actor));
  return [...having].flatMap(([key, owners]) => {
    const [only, another] = owners;
    return only && !another && !taken.has(key) ? [[key, only] as [string, Actor]] : [];
  });
}

function keyOf(name: string): string {
  return wordsOf(name.replace(article, ''))
    .filter(({ isStop }) => !isStop)
    .map(({ stem }) => stem)
    .join(' ');
}

/** A name may have its short form in brackets: `Mujahedeen-e-Khalq (MEK)`. */
function fullNames({ name, alsoKnownAs, unnamed }: Actor): string[] {
  // `Three engineers` are the engineers.
  const uncounted = unnamed ? [name.replace(counted, '')] : [];
  const bracketed = /^(.*?)\s*\(([^)]+)\)$/.exec(name);
  return [name, ...uncounted, ...alsoKnownAs, ...(bracketed ? [bracketed[1] ?? '', bracketed[2] ?? ''] : [])].filter(
    (each) => keyOf(each) !== '',
  );
}

/** The last word of a person's name, a role, and a role's own noun: `engineer` of a chief engineer. A person has a role or speaks for somebody. */
function shortNames({ name, role, speaksFor }: Actor): string[] {
  const parts = name.split(/\s+/);
  const isPerson =
    (role ?? speaksFor) !== undefined && parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part));
  const title = role?.split(/\s+(?:of|at|for|in|on)\s+/)[0] ?? '';
  const names = [isPerson ? (parts.at(-1) ?? '') : '', role ?? '', title, title.split(/\s+/).at(-1) ?? ''];
  return names.filter((each) => keyOf(each) !== '');
}

/** All that an actor is called, and what they are. */
export function wordsAbout({ name, alsoKnownAs, role, speaksFor }: Actor): string[] {
  return [name, ...alsoKnownAs, role ?? '', speaksFor?.name ?? ''];
}

/** Whether one of the two speaks for the other, or they are the same. */
export function isVoiceOf(speaker: Actor, asked: Actor): boolean {
  return speaker.id === asked.id || speaker.speaksFor?.id === asked.id || asked.speaksFor?.id === speaker.id;
}
