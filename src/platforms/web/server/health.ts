/** What a supervisor asks on the page's own port: does it live, is it connected, and how does it fare? */
import type { Hono, MiddlewareHandler } from 'hono';
import type { Health } from '../settings.ts';

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Adds `/healthz`, `/readyz` and `/metrics`.
 * @param connected whether the page itself takes requests and means to go on
 * @param token guards what says more than that the process lives
 */
export function addHealth(app: Hono, health: Health, connected: () => boolean, token: MiddlewareHandler) {
  const fresh = { 'cache-control': 'no-store' };
  app.get('/healthz', (context) => context.text('ok', 200, fresh));
  app.get('/readyz', token, (context) => {
    const connections = { web: connected(), ...health.connections() };
    return context.json(connections, Object.values(connections).every(Boolean) ? 200 : 503, fresh);
  });
  app.get('/metrics', token, async (context) =>
    context.body(await health.metrics(), 200, { ...fresh, 'content-type': metricsType }),
  );
}
