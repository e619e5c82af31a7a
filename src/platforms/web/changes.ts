/** The editor's saves, told to the page as they happen. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Desk } from './desk.ts';
import { problemsView, storiesView } from './desk-view.ts';

/**
 * A stream of events: `stories` and `problems` carry that part of the page, at once and after each change; `saved` the id
 * of the story that changed.
 * @param closing ends the stream
 */
export function changes(context: Context, desk: Desk, closing: AbortSignal): Response {
  const response = streamSSE(context, async (stream) => {
    const tell = async () => {
      await stream.writeSSE({ event: 'stories', data: storiesView(desk.stories()).toString() });
      await stream.writeSSE({ event: 'problems', data: problemsView(desk.problems()).toString() });
    };
    const stopTelling = desk.onChange(async (story) => {
      await tell();
      await stream.writeSSE({ event: 'saved', data: story });
    });
    await tell();
    let ended = () => {};
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      ended = () => resolve();
      closing.addEventListener('abort', ended, { once: true });
      if (closing.aborted) resolve();
    });
    closing.removeEventListener('abort', ended);
    stopTelling();
  });
  response.headers.set('connection', 'close'); // or the connection would outlive the stream, and the server wait for it
  return response;
}
