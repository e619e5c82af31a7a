/** What the page's server answers, by method and path. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { readRequest, readSettled } from '../calls/read-request.ts';
import { type Replying, reply, replyWithForm } from '../calls/reply.ts';
import type { Posts } from '../posts.ts';
import type { WebSettings } from '../settings.ts';
import { silenceView } from '../views/answer.ts';
import { pageView } from '../views/page.ts';
import { postView } from '../views/post.ts';
import { type Asset, loadAssets } from './assets.ts';
import { changes } from './changes.ts';
import { askBrowsers, askPrograms, type Bound, refuseStrangers } from './guard.ts';
import { headers } from './headers.ts';
import { addHealth } from './health.ts';

/** What the routes need to know. */
export interface Served extends Replying, Pick<WebSettings, 'log' | 'health'> {
  readonly posts: Posts;
  readonly bound: () => Bound;
  readonly connected: () => boolean;
  /** Aborted when the page is about to stop. */
  readonly closing: AbortSignal;
}

/** In bytes; a command is at most 2,000 characters, and what is longer is told so in the bot's own words. */
const largestPost = 256 * 1024;
/** In characters: longer lines are not completed any further. */
const longestCompleted = 500;

/** The page's routes. */
export function routes(served: Served): Hono {
  const { looks, bound } = served;
  const assets = loadAssets(looks.flatMap(({ styles }) => styles));
  const styles = [...assets.keys()].filter((path) => path.endsWith('.css'));
  const app = new Hono();
  app.use(headers());
  app.use(refuseStrangers(bound));
  addHealth(app, served.health, served.connected, askPrograms(bound));
  app.use(askBrowsers(bound));
  app.use(bodyLimit({ maxSize: largestPost, onError: (context) => context.text('That is too much text.', 413) }));
  addPage(app, served, styles);
  addCompletion(app, served);
  app.get('/changes', (context) => changes(context, served, served.closing));
  addFiles(app, served, assets);
  addFailures(app, served);
  return app;
}

/** The page, and what is said and settled on it. */
function addPage(app: Hono, served: Served, styles: readonly string[]) {
  const { desk, looks, bot, posts } = served;
  const page = { desk, styles, looks: looks.map(({ name }) => name) };
  app.get('/', async (context) => {
    const waiting = await desk.waiting();
    return context.html(pageView({ ...page, waiting, posts: posts.all.map((post) => postView(post, served)) }));
  });
  // Where the browser runs no scripts, each answer is a page of its own.
  app.post('/', async (context) => {
    const request = await readRequest(context, bot.commands);
    const turn = (await replyWithForm(request, served)) ?? silenceView(request);
    return context.html(pageView({ ...page, waiting: await desk.waiting(), turn }));
  });
  app.post('/say', async (context) => {
    const turn = await reply(await readRequest(context, bot.commands), served);
    return turn ? context.html(turn) : context.body(null, 204);
  });
  app.post('/settle', async (context) => {
    await desk.settle(await readSettled(context));
    return context.redirect('/', 303);
  });
}

function addCompletion(app: Hono, { bot }: Served) {
  app.get('/complete', (context) => {
    const line = context.req.query('line') ?? '';
    return context.json(line.length > longestCompleted ? [] : bot.completeLine(line));
  });
}

/** Pictures of digests, and the files of the page. */
function addFiles(app: Hono, { pictures }: Served, assets: ReadonlyMap<string, Asset>) {
  app.get('/pictures/:name', (context) => {
    const png = pictures.find(context.req.param('name'));
    if (!png) return context.notFound();
    // Its name says what is in it.
    const kept = { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' };
    return context.body(new Uint8Array(png), 200, kept);
  });
  for (const [path, { type, body }] of assets) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
}

function addFailures(app: Hono, { log }: Served) {
  app.notFound((context) => context.text('There is no such page.', 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(error.message, error.status);
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, error: error.stack }, 'page failed');
    return context.text(`That failed here, through no fault of yours. The log says more under ${reference}.`, 500);
  });
}
