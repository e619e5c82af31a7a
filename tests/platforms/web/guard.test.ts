import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalBot, send, startLocalBot } from './local-bot.ts';

describe('the page on loopback', () => {
  let bot: LocalBot;
  beforeAll(async () => {
    bot = await startLocalBot();
  });
  afterAll(() => bot.stop());

  it('is served under the names of loopback, with its own port', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${bot.port}`)) {
      expect(await send(bot.address, { host }), host).toMatchObject({ status: 200 });
    }
  });

  it('refuses any other Host, so that no foreign name can be made to lead here', async () => {
    const foreign = ['example.org', `example.org:${bot.port}`, `localhost:${bot.port + 1}`, 'localhost'];
    for (const host of foreign) {
      expect(await send(bot.address, { host }), host).toMatchObject({ status: 421 });
      expect(await send(`${bot.address}say`, { host }, '/help'), host).toMatchObject({ status: 421 });
      expect(await send(`${bot.address}changes`, { host }), host).toMatchObject({ status: 421 });
    }
  });

  it('refuses what another page posts', async () => {
    const foreign = ['http://example.org', 'null', `http://localhost:${bot.port}`, 'http://127.0.0.1:1', 'nonsense'];
    for (const origin of foreign) {
      for (const path of ['', 'say'])
        expect(await send(bot.address + path, { origin }, '/help'), origin).toMatchObject({ status: 403 });
    }
  });

  it('takes what its own page posts, and what comes from no page', async () => {
    const own = { origin: bot.address.slice(0, -1) };
    for (const headers of [own, {}])
      expect(await send(`${bot.address}say`, headers, '/help')).toMatchObject({ status: 200 });
  });

  it('lets a browser load from the page alone and run nothing inline, whatever it answers', async () => {
    const answers = await Promise.all([
      send(bot.address),
      send(`${bot.address}say`, {}, '/help'),
      send(`${bot.address}browser/chat.ts`),
      send(`${bot.address}nothing`),
      send(bot.address, { host: 'example.org' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 421]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('the page where others can reach it', () => {
  const accessToken = 'a-token-for-tests';
  let bot: LocalBot;
  beforeAll(async () => {
    bot = await startLocalBot({ host: '0.0.0.0', accessToken });
  });
  afterAll(() => bot.stop());

  it('shows nothing without the token, or with a wrong one', async () => {
    for (const path of [
      '',
      'changes',
      'browser/chat.ts',
      '?token=',
      '?token=a-token-for-testz',
      `?token=${accessToken}x`,
    ]) {
      const refused = await send(bot.address + path);
      expect(refused, path).toMatchObject({ status: 401 });
      expect(refused.body).not.toContain(accessToken);
    }
    expect(await send(bot.address, { cookie: 'dateline=wrong' })).toMatchObject({ status: 401 });
    expect(await send(`${bot.address}say`, {}, '/help')).toMatchObject({ status: 401 });
  });

  it('takes the token once, and then the cookie', async () => {
    const taken = await send(`${bot.address}?token=${accessToken}`);
    expect(taken).toMatchObject({ status: 302, headers: { location: '/' } });
    const [cookie = ''] = taken.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const shown = { cookie: cookie.split(';', 1).join() };
    expect(await send(bot.address, shown)).toMatchObject({ status: 200 });
    expect(await send(`${bot.address}say`, shown, '/help')).toMatchObject({ status: 200 });
    const foreign = { ...shown, origin: 'http://example.org' };
    expect(await send(`${bot.address}say`, foreign, '/help')).toMatchObject({ status: 403 });
  });
});
