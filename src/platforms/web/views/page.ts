/** The whole page: the stories, the chat, and the line to type in. */
import { type Html, markup } from '../../markup.ts';
import type { Desk, ListedStory, Waiting } from '../desk.ts';
import { comingView } from './answer.ts';
import { problemsView, storiesView } from './desk.ts';
import { inboxView } from './inbox.ts';

/** What is on the page. */
export interface PageContent {
  readonly desk: Desk;
  readonly waiting: Waiting;
  readonly styles: readonly string[];
  /** The platforms whose renderings stand side by side, or one at a time where there is no room. */
  readonly looks: readonly string[];
  /** An answer; where there is none, a welcome and the posts to the channel stand in its place. */
  readonly turn?: Html;
  /** Newest last. */
  readonly posts?: readonly Html[];
}

/** The page as a document. */
export function pageView({ desk, waiting, styles, looks, turn, posts = [] }: PageContent): Html {
  const stories = desk.stories();
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>Dateline</title>
<link rel="icon" href="/icon.svg">
${styles.map((href) => markup`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="/browser/chat.ts" blocking="render"></script>
</head>
<body>
<aside class="side" aria-label="Stories and inbox">
  <header class="brand"><img src="/icon.svg" alt="" width="32" height="32"><h1>Dateline</h1>
    <p>Every sentence from a story file, each with its source.</p></header>
  <section class="stories"><h2 id="stories-heading">Stories</h2><div id="stories">${storiesView(stories)}</div></section>
  <div id="inbox" class="inbox">${inboxView(waiting)}</div>
  <div id="problems" class="problems" role="status">${problemsView(desk.problems())}</div>
</aside>
<main class="chat">
  <h2 class="visually-hidden">Conversation</h2>
  ${switchView(looks)}
  <div id="log" class="log">${turn ?? markup`${welcome(stories[0])}${posts}`}</div>
  <p id="heard" class="visually-hidden" role="status"></p>
  <form id="composer" class="composer" method="post" action="/" autocomplete="off">
    <div class="field">
      <ul id="choices" role="listbox" aria-label="Completions" hidden></ul>
      <button type="button" id="news" class="news" hidden>New post below</button>
      <label class="visually-hidden" for="line">Type a command</label>
      <input id="line" name="say" role="combobox" aria-expanded="false" aria-controls="choices" aria-autocomplete="list"
        placeholder="A command or a question" spellcheck="false" autocapitalize="off" enterkeyhint="send">
    </div>
    <button class="send">Send</button>
    <p class="keys"><span><kbd>Tab</kbd> completes</span> <span><kbd>↑</kbd> <kbd>↓</kbd> choose</span> <span><kbd>Enter</kbd> sends</span>
      <span><kbd>↑</kbd> in an empty line brings back the last one</span></p>
  </form>
</main>
<dialog id="picture" class="picture" aria-label="Picture in full size">
  <p><button type="button" class="close">Close</button></p>
  <div id="picture-place" class="picture-place" tabindex="0" role="group" aria-label="Picture"></div>
</dialog>
<template id="coming">${comingView()}</template>
</body>
</html>`;
}

/** Which platform's rendering is shown, where there is room for one; without scripts all are. */
function switchView(looks: readonly string[]): Html {
  const choices = looks.map(
    (name, index) =>
      markup`<label><input type="radio" name="look" value="${name}" ${index === 0 && 'checked'}><span>${name}</span></label>`,
  );
  return markup`<fieldset class="switch"><legend class="visually-hidden">Show as</legend>${choices}</fieldset>`;
}

/** What a newcomer sees. @param story the first one, where there is one */
function welcome(story: ListedStory | undefined): Html {
  const tries = [
    { command: story?.command, gives: 'A story on one phone screen' },
    { command: story?.asks, gives: 'An answer, in the story’s own sentences' },
    { command: story?.previews, gives: 'A week’s digest, as a channel gets it' },
    { command: '/stories', gives: 'All stories, and where each stands' },
    { command: '/help', gives: 'What you can type' },
  ];
  const listed = tries.flatMap(({ command, gives }) =>
    command === undefined
      ? []
      : [markup`<li><button name="say" value="${command}"><code>${command}</code> <span>${gives}</span></button></li>`],
  );
  return markup`<div class="welcome" id="welcome">
    <h3>Ask for a briefing</h3>
    <p>Type a command or a question below, or press one of these. Each answer appears as Discord and as Slack would show it.</p>
    <form method="post" action="/" class="tries"><ul>${listed}</ul></form>
    <p class="faint">Writing a story? Save its file: the stories and the last answer follow at once, and what is wrong is named
      with its file, line and column.</p>
  </div>`;
}
