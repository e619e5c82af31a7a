/** The whole page: the stories, the chat, and the line to type in. */
import type { Desk } from './desk.ts';
import { type Html, markup } from './markup.ts';

/** What the page shows when nothing has been typed. */
export interface PageContent {
  readonly desk: Desk;
  readonly styles: readonly string[];
  /** The answers so far, oldest first. */
  readonly turns: readonly Html[];
}

/** The page as a document. */
export function pageView({ desk, styles, turns }: PageContent): Html {
  const [story] = desk.stories();
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Dateline</title>
<link rel="icon" href="/icon.svg">
${styles.map((href) => markup`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="/browser/chat.ts"></script>
</head>
<body>
<aside class="side">
  <h1 class="brand"><img src="/icon.svg" alt="" width="28" height="28"> Dateline</h1>
  <p class="tagline">Every sentence from a story file, each with its source.</p>
  <div id="desk">${deskView(desk)}</div>
</aside>
<main class="chat">
  <h2 class="visually-hidden">Conversation</h2>
  <div id="log" role="log" aria-live="polite" aria-label="Conversation">
    ${turns.length > 0 ? turns : welcome(story?.command ?? '/help')}
  </div>
  <form id="composer" method="post" action="/" autocomplete="off">
    <div class="field">
      <ul id="choices" role="listbox" aria-label="Completions" hidden></ul>
      <label class="visually-hidden" for="line">Type a command</label>
      <input id="line" name="say" role="combobox" aria-expanded="false" aria-controls="choices" aria-autocomplete="list"
        placeholder="Type a command, such as ${story?.command ?? '/help'}" spellcheck="false" autocapitalize="off" enterkeyhint="send">
    </div>
    <button class="send">Send</button>
  </form>
</main>
</body>
</html>`;
}

function welcome(command: string): Html {
  const tries = [command, '/stories', '/help'];
  return markup`<div class="welcome" id="welcome">
    <p class="welcome-title">Ask for a briefing</p>
    <p>Type a command below, or press one of these. Each answer appears as Discord and as Slack would show it.</p>
    <form method="post" action="/" class="tries">${tries.map((each) => markup`<button name="say" value="${each}">${each}</button>`)}</form>
  </div>`;
}

/** The stories with where they stand, and the files that do not load. */
export function deskView(desk: Desk): Html {
  const stories = desk.stories();
  const problems = desk.problems();
  const wrong = markup`<section class="problems" role="status"><h2>Does not load</h2><ul>${problems.map((problem) => markup`<li>${problem}</li>`)}</ul>
    <p>The last good version stays in service.</p></section>`;
  return markup`${problems.length > 0 && wrong}
  <h2 id="stories">Stories</h2>
  <form method="post" action="/" class="stories" aria-labelledby="stories"><ul>${stories.map(
    ({ name, title, standing, command }) => markup`<li><button name="say" value="${command}"><strong>${name}</strong>
      <span class="story-title">${title}</span> <span class="standing">${standing}</span></button></li>`,
  )}</ul></form>
  ${stories.length === 0 && markup`<p>There is no story yet. Save one as a file in the stories’ folder.</p>`}`;
}
