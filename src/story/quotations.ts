/** The quotations of a sentence. */

/** What stands between quotation marks in a sentence: “ ”, " ", and other languages' „ “, « » and 「 」. */
export function quotationsIn(sentence: string): string[] {
  const marks = /“([^”]+)”|"([^"]+)"|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」/gu;
  return [...sentence.matchAll(marks)].map((match) => match.slice(1).find((words) => words !== undefined) ?? '');
}

/** A quotation mark of a sentence that has no other to it: what it sets apart is no quotation to `quotationsIn`. */
export function loneMark(sentence: string): string | undefined {
  // Pairs that open as others close, as in German and Swedish, come before those and after them.
  const pairs = /„[^„“”]*[“”]|“[^“”]*”|«[^«»]*»|»[^«»]*«|”[^“”]*”|「[^「」]*」/gu;
  // " may be inches, or a name's.
  return /[“”„«»「」]/u.exec(sentence.replace(pairs, ''))?.[0];
}

/** Whether a straight mark of a sentence opens a quotation that no other closes, or closes one; behind a figure it is inches. */
export function hasLoneStraightMark(sentence: string): boolean {
  return sentence
    .replace(/"[^"]*"/g, '')
    .replace(/\d"/g, '')
    .includes('"');
}
