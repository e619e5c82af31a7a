/** What happens meanwhile, told to the page at once: the editor's saves, and posts to the channel. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Desk } from '../desk.ts';
import type { KeptPost, Posts } from '../posts.ts';
import { problemsView, storiesView } from '../views/desk.ts';
import { inboxView } from '../views/inbox.ts';
import type { Showing } from '../views/looks.ts';
import { postView } from '../views/post.ts';

/** What there is to tell of. */
export interface Happening extends Showing {
  readonly desk: Desk;
  readonly posts: Posts;
}

/** So often at most the inbox is told: many may ask at once. */
const inboxPaceMs = 200;

/**
 * A stream of events: `stories`, `problems` and `inbox` carry that part of the page, at once and after each change; `saved` the id
 * of the story that changed, `gone` that of one that is there no more; `post` a post as it now reads, at once for all that are kept,
 * since a page that was cut off may have missed them.
 * @param closing ends the stream
 */
export function changes(context: Context, happening: Happening, closing: AbortSignal): Response {
  const { desk, posts } = happening;
  const response = streamSSE(context, async (stream) => {
    const tell = async () => {
      await stream.writeSSE({ event: 'stories', data: storiesView(desk.stories()).toString() });
      await stream.writeSSE({ event: 'problems', data: problemsView(desk.problems()).toString() });
    };
    const stopTelling = desk.onChange(async (story) => {
      await tell();
      const isThere = desk.stories().some(({ id }) => id === story);
      await stream.writeSSE({ event: isThere ? 'saved' : 'gone', data: story });
    });
    const tellInbox = async () => stream.writeSSE({ event: 'inbox', data: inboxView(await desk.waiting()).toString() });
    const stopTellingInbox = desk.onWaiting(atPace(tellInbox, inboxPaceMs));
    const tellPost = (post: KeptPost) => stream.writeSSE({ event: 'post', data: postView(post, happening).toString() });
    const stopTellingPosts = posts.onPost(tellPost);
    await tell();
    await tellInbox();
    for (const post of posts.all) await tellPost(post);
    let ended = () => {};
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      ended = () => resolve();
      closing.addEventListener('abort', ended, { once: true });
      if (closing.aborted) resolve();
    });
    closing.removeEventListener('abort', ended);
    stopTelling();
    stopTellingInbox();
    stopTellingPosts();
  });
  response.headers.set('connection', 'close'); // or the connection would outlive the stream, and the server wait for it
  return response;
}

/** Acts once for all calls within a while, behind it. */
function atPace(act: () => Promise<unknown>, everyMs: number): () => void {
  let comes = false;
  return () => {
    if (comes) return;
    comes = true;
    setTimeout(() => {
      comes = false;
      act().catch(() => undefined); // the page or the storage has gone meanwhile
    }, everyMs);
  };
}
