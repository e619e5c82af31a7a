/** What goes wrong on purpose, what is too much, and what is not kept. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './calls.ts';
import { type DiscordPeer, startDiscord } from './index.ts';

let now = Date.UTC(2026, 0, 5, 12);
let peer: DiscordPeer;

beforeEach(async () => {
  peer = await startDiscord({ now: () => now });
});

afterEach(() => peer.stop());

const post = (body: object) => call(peer, 'POST', `/channels/${peer.channel('general').id}/messages`, body);

describe('what goes wrong', () => {
  test('an answer instead of the deed, and one after it', async () => {
    peer.faults.next(/^POST \/channels\/\d+\/messages$/, { status: 503 });
    peer.faults.next(/^POST \/channels/, { after: 'accept', status: 500 });
    expect(await post({ content: '1' })).toMatchObject({ status: 503 });
    expect(await post({ content: '2' })).toMatchObject({ status: 500 });
    expect(await post({ content: '3' })).toMatchObject({ status: 200 });
    expect(peer.messages('general').map(({ content }) => content)).toEqual(['3', '2']);
  });

  test('a connection that breaks before the deed, or after it', async () => {
    peer.faults.next(/^POST \/channels/, 'reset');
    peer.faults.next(/^POST \/channels/, 'reset-after');
    await expect(post({ content: '1' })).rejects.toThrow('fetch failed');
    await expect(post({ content: '2' })).rejects.toThrow('fetch failed');
    expect(peer.messages('general').map(({ content }) => content)).toEqual(['2']);
  });

  test('a connection that breaks long before the deed', async () => {
    peer.faults.next(/^POST \/channels/, { after: 'reset', acceptMs: 20 });
    await expect(post({ content: '1' })).rejects.toThrow('fetch failed');
    expect(peer.messages('general')).toEqual([]);
    await peer.waitFor(() => peer.messages('general').length === 1);
  });

  test('an answer that is late, though the deed is done', async () => {
    peer.faults.next(/^POST \/channels/, { after: 'accept', answerMs: 20 });
    let answered = false;
    const late = post({ content: '1' }).then(({ status }) => {
      answered = true;
      return status;
    });
    expect(await post({ content: '2' })).toMatchObject({ status: 200 });
    expect([answered, peer.messages('general').length]).toEqual([false, 2]);
    expect(await late).toBe(200);
  });

  test('what chance wills, until it is told otherwise', async () => {
    const drawn: string[] = [];
    peer.faults.otherwise((method, path) => {
      drawn.push(`${method} ${path}`);
      return drawn.length % 2 === 1 ? { status: 500 } : undefined;
    });
    peer.faults.next(/^POST/, 'reset');
    await expect(post({ content: '1' })).rejects.toThrow('fetch failed');
    expect([(await post({ content: '2' })).status, (await post({ content: '3' })).status]).toEqual([500, 200]);
    peer.faults.clear();
    expect(await post({ content: '4' })).toMatchObject({ status: 200 });
    expect(drawn).toHaveLength(2);
  });

  test('an answer that is late, while others are not', async () => {
    peer.faults.next(/^GET \/users/, { delayMs: 20 });
    const order: string[] = [];
    const late = call(peer, 'GET', '/users/@me').then(() => order.push('late'));
    await call(peer, 'GET', '/users/@me').then(() => order.push('next'));
    await late;
    expect(order).toEqual(['next', 'late']);
  });

  test('a limit', async () => {
    peer.faults.next(/^GET/, { retryAfterMs: 1500, global: true });
    const limited = await call(peer, 'GET', '/users/@me');
    expect(limited).toMatchObject({ status: 429, body: { retry_after: 1.5, global: true } });
    expect(limited.headers.get('retry-after')).toBe('1.5');
    expect(peer.invalidRequests).toBe(1);
  });
});

test('limits of a route and of all; callbacks are exempt', async () => {
  const limited = await startDiscord({ now: () => now, limits: { perRoute: { limit: 2, windowMs: 5000 }, global: 4 } });
  const path = `/channels/${limited.channel('general').id}/messages`;
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1)
    statuses.push((await call(limited, 'POST', path, { content: 'N' })).status);
  const other = await call(limited, 'POST', `/channels/${limited.channel('desk').id}/messages`, { content: 'N' });
  expect([...statuses, other.status]).toEqual([200, 200, 429, 200]);
  expect(other.headers.get('x-ratelimit-remaining')).toBe('1');
  expect((await call(limited, 'GET', '/users/@me')).body).toMatchObject({ global: true });
  expect(await call(limited, 'POST', '/interactions/1/x/callback', { type: 5 })).toMatchObject({ code: 10062 });
  now += 5000;
  expect(await call(limited, 'POST', path, { content: 'N' })).toMatchObject({ status: 200 });
  await limited.stop();
});

test('a nonce stands for a message as long as it is told', async () => {
  const forgetful = await startDiscord({ now: () => now, nonceMs: 1000 });
  const path = `/channels/${forgetful.channel('general').id}/messages`;
  const send = () => call(forgetful, 'POST', path, { content: 'N', nonce: 'n', enforce_nonce: true });
  await send();
  await send();
  expect(forgetful.messages('general')).toHaveLength(1);
  now += 1000;
  await send();
  expect(forgetful.messages('general')).toHaveLength(2);
  await forgetful.stop();
});

test('a long run is not remembered', async () => {
  const short = await startDiscord({ now: () => now, keep: 10 });
  await call(short, 'PUT', `/applications/${short.applicationId}/commands`, [{ name: 'ask', description: 'D' }]);
  const bob = short.reader('Bob');
  for (let count = 0; count < 50; count += 1) {
    const { id, token } = bob.type('ask');
    await call(short, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: `${count}` } });
  }
  expect(short.messages('general').map(({ content }) => content)).toEqual([
    '49',
    '48',
    '47',
    '46',
    '45',
    '44',
    '43',
    '42',
    '41',
    '40',
  ]);
  expect(short.calls.length).toBeLessThanOrEqual(20);
  await short.stop();
});
