import { afterEach, expect, it } from 'vitest';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { send, startPage } from './local-bot.ts';

let page: WebPlatform | undefined;
afterEach(() => page?.stop());

it('tells a supervisor that it lives, what is connected, and its figures', async () => {
  const connections = { discord: true, slack: true };
  const health = { connections: () => connections, metrics: async () => 'dateline_commands_total 3\n' };
  page = await startPage({ health });
  const ask = (path: string) => send(`${page?.address}${path}`);
  expect(await ask('healthz')).toMatchObject({ status: 200, body: 'ok' });
  const ready = await ask('readyz');
  expect([ready.status, JSON.parse(ready.body)]).toEqual([200, { web: true, discord: true, slack: true }]);
  expect(ready.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  connections.slack = false;
  const half = await ask('readyz');
  expect([half.status, JSON.parse(half.body)]).toEqual([503, { web: true, discord: true, slack: false }]);
  expect(await ask('metrics')).toMatchObject({
    status: 200,
    body: 'dateline_commands_total 3\n',
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
});

it('gives the bot’s real figures', async () => {
  page = await startPage();
  await send(`${page.address}say`, {}, '/help');
  const { body } = await send(`${page.address}metrics`);
  expect(body).toContain('dateline_commands_total{platform="web",command="help",answer="help"} 1');
});

it('refuses other names to supervisors too', async () => {
  page = await startPage();
  for (const path of ['healthz', 'readyz', 'metrics'])
    expect(await send(page.address + path, { host: 'example.org' }), path).toMatchObject({ status: 421 });
});

it('asks programs for the token each time, and nobody for whether it lives', async () => {
  const accessToken = 'a-token-for-tests';
  page = await startPage({ accessToken });
  const { address } = page;
  expect(await send(`${address}healthz`)).toMatchObject({ status: 200, body: 'ok' });
  for (const path of ['readyz', 'metrics']) {
    const ask = (authorization: string) => send(address + path, { authorization });
    for (const wrong of [`Bearer ${accessToken}x`, 'Bearer ', accessToken, `Basic ${accessToken}`]) {
      const refused = await ask(wrong);
      expect(refused, wrong).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
      expect(refused.body).not.toContain(accessToken);
    }
    expect(await send(address + path)).toMatchObject({ status: 401 });
    expect(await ask(`Bearer ${accessToken}`)).toMatchObject({ status: 200 });
    expect(await ask(`bearer ${accessToken}`)).toMatchObject({ status: 200 });
    expect(await send(address + path, { cookie: `dateline=${accessToken}` })).toMatchObject({ status: 200 });
    const asked = await send(`${address}${path}?token=${accessToken}`);
    expect([asked.status, asked.headers['set-cookie']]).toEqual([200, undefined]);
  }
  // The conversation is for browsers.
  expect(await send(address, { authorization: `Bearer ${accessToken}` })).toMatchObject({ status: 401 });
});
