/** The sources of a story, each with the passages that it cites. */
import { type Block, type Inline, line, strong } from '../../message/index.ts';
import { deepLink, passageOf, type Source, type Story, statementsOf } from '../../story/index.ts';
import { sayPublished, sourceName } from '../wording.ts';

/** The section’s blocks. */
export function sources(story: Story): Block[] {
  return story.sources.flatMap((source) => sourceBlocks(story, source));
}

function sourceBlocks(story: Story, source: Source): Block[] {
  const { number, title, author, url, note } = source;
  const name: Inline = url === undefined ? strong(sourceName(source)) : { kind: 'link', text: sourceName(source), url };
  const by = author === undefined ? '' : ` · ${author}`;
  const on = title === undefined ? '' : ` · ${sayPublished(source)}`;
  const about: Block = { kind: 'paragraph', content: [...line(`${number}. `), name, ...line(`${by}${on}`)] };
  const notes: Block[] = note === undefined ? [] : [{ kind: 'note', content: line(note) }];
  return [about, ...notes, ...passages(story, source)];
}

/** Each passage that the story cites, as the words to search for, or as a link to them. */
function passages(story: Story, source: Source): Block[] {
  const cited = [...statementsOf(story), ...story.corrections].flatMap(({ evidence }) =>
    evidence.filter((each) => each.source === source.id),
  );
  const distinct = new Map(cited.map((evidence) => [`${evidence.paragraph} ${passageOf(evidence)}`, evidence]));
  return [...distinct.values()]
    .sort((a, b) => a.paragraph - b.paragraph)
    .map((evidence) => {
      const words = passageOf(evidence);
      const content: Inline =
        source.url === undefined
          ? { kind: 'text', text: words }
          : { kind: 'link', text: words, url: deepLink(source.url, evidence) };
      return { kind: 'entry', label: line(`¶${evidence.paragraph}`), content: [content] };
    });
}
