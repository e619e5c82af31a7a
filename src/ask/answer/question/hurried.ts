/** How people write in a hurry. */

/** What no count of slips would find. */
const hurried = new Map(
  'wat what|wht what|wot what|wats what is|whts what is|wen when|whn when|wher where|y why|wy why|hw how|hwo who|u you|r are|ppl people|gov government|govt government|pls please|info information|uni university|bc because|realy really|wich which|whcih which|thier their|teh the|becuase because|wehn when|hwat what|whos who is|whats what is|wheres where is|whens when is|hows how is|whys why is'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ', 1)[0] ?? '', pair.slice(pair.indexOf(' ') + 1)]),
);

/** What somebody in a hurry means by a word; undefined where it may be a word of its own. */
export function meantInHurry(word: string): string | undefined {
  return hurried.get(word);
}
