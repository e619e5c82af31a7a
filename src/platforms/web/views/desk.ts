/** The editor's side of the page: the stories, and the files that do not load. */
import { type Html, join, markup } from '../../markup.ts';
import type { ListedStory, StoryProblems } from '../desk.ts';

/** More are found by `/stories`. */
const mostListed = 200;

/** The stories with where they stand; each opens its briefing. */
export function storiesView(stories: readonly ListedStory[]): Html {
  if (stories.length === 0)
    return markup`<p class="none">There is no story yet. Save one as a file in the stories’ folder.</p>`;
  const others = stories.length - mostListed;
  const listed = stories.slice(0, mostListed).map(
    ({ name, title, standing, command }) => markup`<li><button name="say" value="${command}"><strong>${name}</strong>
      <span class="story-title">${title}</span> <span class="standing parts">${standingView(standing)}</span></button></li>`,
  );
  const more = markup`<p class="none">${others} more: type /stories and a part of a name.</p>`;
  return markup`<form method="post" action="/" aria-labelledby="stories-heading"><ul>${listed}</ul></form>${others > 0 && more}`;
}

/** In parts that stay whole where it takes two lines: so does the day in the last one. The style sheet parts them. */
function standingView(standing: string): Html {
  return join(standing.split(' · ').map((part) => markup`<span>${part}</span> `));
}

/** What is wrong with files that do not load, and with what readers ask, and which sentences changed unsaid; nothing where all is well. */
export function problemsView({ broken, leftOut, changed }: StoryProblems): Html {
  const wrong = markup`<div class="wrong" role="group" aria-label="Files that do not load" tabindex="0"><h2>Does not load</h2>${listView(broken)}
    <p>A story that has loaded before stays as it was.</p></div>`;
  const strange = markup`<div class="wrong" role="group" aria-label="What readers ask" tabindex="0"><h2>Left out of what readers ask</h2>${listView(leftOut)}
    <p>The stories and all other questions stay as they are.</p></div>`;
  const unsaid = markup`<div class="wrong" role="group" aria-label="What changed" tabindex="0"><h2>Changed without a correction</h2>${listView(changed)}
    <p>Where what was told was wrong, add a correction. Where only its wording changed, there is nothing to do: this stays until the bot is started again.</p></div>`;
  return markup`${broken.length > 0 && wrong}${leftOut.length > 0 && strange}${changed.length > 0 && unsaid}`;
}

/** @param problems each with its place before the first colon that a space follows */
function listView(problems: readonly string[]): Html {
  const listed = problems.map((problem) => {
    const [place = '', ...message] = problem.split(': ');
    return markup`<li><code>${place}</code> ${message.join(': ')}</li>`;
  });
  return markup`<ul>${listed}</ul>`;
}
