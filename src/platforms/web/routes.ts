/** What the page's server answers, by method and path. */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { splitCommand } from '../../commands/index.ts';
import type { Html } from '../markup.ts';
import type { Bot } from '../platform.ts';
import { answerView } from './answer-view.ts';
import { loadAssets } from './assets.ts';
import { changes } from './changes.ts';
import { type Bound, guard } from './guard.ts';
import { headers } from './headers.ts';
import { pageView } from './page-view.ts';
import type { WebSettings } from './settings.ts';

/** What the routes need to know. */
export interface Served extends Pick<WebSettings, 'looks' | 'desk' | 'log' | 'now'> {
  readonly bot: Bot;
  readonly bound: () => Bound;
  /** Aborted when the page is about to stop. */
  readonly closing: AbortSignal;
}

/** In bytes; a command is at most 2,000 characters, and what is longer is told so in the bot's own words. */
const largestPost = 256 * 1024;
/** In characters: longer lines are not completed any further. */
const longestCompleted = 500;

/** The page's routes. */
export function routes(served: Served): Hono {
  const { desk, looks, log, bot, bound, closing } = served;
  const assets = loadAssets(looks.flatMap(({ styles }) => styles));
  const styles = [...assets.keys()].filter((path) => path.endsWith('.css'));
  const app = new Hono();
  app.use(headers());
  app.use(guard(bound));
  app.use(bodyLimit({ maxSize: largestPost, onError: (context) => context.text('That is too much text.', 413) }));
  app.get('/', (context) => context.html(pageView({ desk, styles })));
  // Where the browser runs no scripts, each answer is a page of its own.
  app.post('/', async (context) =>
    context.html(pageView({ desk, styles, turn: await reply(await said(context), served) })),
  );
  app.post('/say', async (context) => context.html(await reply(await said(context), served)));
  app.get('/complete', (context) => {
    const line = context.req.query('line') ?? '';
    return context.json(line.length > longestCompleted ? [] : bot.completeLine(line));
  });
  app.get('/changes', (context) => changes(context, desk, closing));
  for (const [path, { type, body }] of assets) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  app.notFound((context) => context.text('There is no such page.', 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(error.message, error.status);
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, error: error.stack }, 'page failed');
    return context.text(`That failed here, through no fault of yours. The log says more under ${reference}.`, 500);
  });
  return app;
}

interface Said {
  readonly line: string;
  /** By a button or a menu of a message. */
  readonly pressed: boolean;
}

async function said(context: Context): Promise<Said> {
  const { say, press } = await context.req.parseBody().catch(() => {
    throw new HTTPException(400, { message: 'The form could not be read.' });
  });
  if (typeof press === 'string' && press !== '') return { line: press, pressed: true };
  return { line: typeof say === 'string' ? say : '', pressed: false };
}

/** The bot's answer to a line, as the platforms show it. */
async function reply({ line, pressed }: Said, { bot, desk, looks, now }: Served): Promise<Html> {
  const answer = await bot.answer({
    ...splitCommand(line),
    pressed,
    reader: 'local',
    where: { platform: 'web' },
    locale: 'en',
    at: now(),
  });
  return answerView(line, answer, looks, desk.daysOf(answer.message.command));
}
