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
  const name: Inline = url === undefined ? text(sourceName(source)) : { kind: 'link', text: sourceName(source), url };
  const told = [author, title === undefined ? undefined : sayPublished(source)].filter((each) => each !== undefined);
  const about: Block = {
    kind: 'entry',
    label: [text(`${number}. `), name],
    content: told.length > 0 ? line(told.join(' · ')) : [],
  };
  const notes: Block[] = note === undefined ? [] : [{ kind: 'detail', content: line(note) }];
  return [about, ...notes, ...passages(story, source)];
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
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
        source.url === undefined ? text(words) : { kind: 'link', text: words, url: deepLink(source.url, evidence) };
      return { kind: 'detail', content: [strong(`¶${evidence.paragraph}`), ...line('  '), content] };
    });
}
