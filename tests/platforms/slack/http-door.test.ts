/** What comes to the door by HTTP and is not from Slack, not now, or not for the first time. */
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { loggerOf } from '../../../src/platforms/slack/connection/bolt.ts';
import { openDoor, signaturesSeen } from '../../../src/platforms/slack/connection/http-door.ts';
import { StartProblem } from '../../../src/platforms/start-problem.ts';
import { sign } from '../../peers/slack/signed-http.ts';
import { begin, eventually, message, prepare, signingSecret, type Trial, trialsOfThisFile } from './start.ts';

trialsOfThisFile();

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const clockOf = () => {
  const clock = { ms: Date.now() };
  return { clock, now: () => clock.ms };
};

/** A command that was answered, and its body as Slack signed it. */
async function typed(trial: Trial) {
  const exchange = trial.peer.reader('ann').type('/dateline', 'help');
  await message(exchange.answered);
  const fields = Object.entries(exchange.payload).map(([key, value]): [string, string] => [key, String(value)]);
  return { exchange, body: new URLSearchParams(fields).toString() };
}

/** How many answers there are, when all that could come has come. */
async function answers({ peer }: Trial) {
  await message(peer.reader('bob').type('/dateline', 'stories').answered);
  return peer.messages(peer.channels.general, { ephemeralFor: peer.reader('ann') }).length;
}

/** A connection of one's own. */
function dial(port: number | undefined): Socket {
  const socket = connect(port ?? 0, '127.0.0.1');
  socket.on('error', () => {});
  closing.push(() => socket.destroy());
  return socket;
}

const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

describe('a request', () => {
  const seconds = (ms: number) => Math.floor(ms / 1000);

  test.for([
    ['forged', { signature: `v0=${'0'.repeat(64)}` }, 401],
    ['signed with nothing', { signature: '' }, 401],
    ['signed in another version', { signature: 'v1=abc' }, 401],
    ['without a signature', { headers: { 'x-slack-signature': undefined } }, 401],
    ['without a time', { headers: { 'x-slack-request-timestamp': undefined } }, 401],
    ['whose time is no number', { timestamp: 'soon' }, 401],
    ['more than five minutes old', { apart: -301 }, 401],
    ['from more than five minutes ahead', { apart: 301 }, 401],
    ['cut off', { truncate: 20 }, 0],
  ] as const)('that is %s is refused', async ([, given, status]) => {
    const { clock, now } = clockOf();
    const trial = await begin('http', { peer: { now }, settings: { now } });
    const wrong = 'apart' in given ? { timestamp: seconds(clock.ms) + given.apart } : given;
    const { exchange, body } = await typed(trial);
    // Another command than the one that was answered.
    const fresh = body.replace(String(exchange.payload['trigger_id']), 'another');
    expect((await trial.peer.http.send({ body: fresh, ...wrong })).status).toBe(status);
    expect(await answers(trial)).toBe(1);
    expect((await trial.peer.http.send({ body: fresh })).status).toBe(200);
    await eventually(() => expect(trial.peer.calls.filter(({ method }) => method === 'response_url')).toHaveLength(3));
  });

  test('is taken up to five minutes later or ahead', async () => {
    const { clock, now } = clockOf();
    const trial = await begin('http', { peer: { now }, settings: { now } });
    for (const apart of [-299, 300])
      expect(
        (
          await trial.peer.http.send({
            body: JSON.stringify({ type: 'url_verification', challenge: 'x' }),
            timestamp: seconds(clock.ms) + apart,
          })
        ).status,
      ).toBe(200);
  });

  test('that comes again, byte for byte, is refused as long as its time would be taken', async () => {
    const { clock, now } = clockOf();
    const trial = await begin('http', { peer: { now }, settings: { now } });
    const { body } = await typed(trial);
    const timestamp = seconds(clock.ms);
    for (const later of [0, 60_000, 299_000]) {
      clock.ms = timestamp * 1000 + later;
      expect((await trial.peer.http.send({ body, timestamp })).status).toBe(401);
    }
    clock.ms = timestamp * 1000 + 299_000;
    expect(await answers(trial)).toBe(1);
  });

  test('that was refused, or broke off, takes no right one’s signature away', async () => {
    const trial = await begin('http');
    const body = JSON.stringify({ type: 'url_verification', challenge: 'x' });
    const timestamp = seconds(Date.now());
    expect(
      (await trial.peer.http.send({ body: `${body} `, timestamp, signature: sign(signingSecret, timestamp, body) }))
        .status,
    ).toBe(401);
    expect((await trial.peer.http.send({ body, timestamp, truncate: 5 })).status).toBe(0);
    await eventually(async () => expect((await trial.peer.http.send({ body, timestamp })).status).toBe(200));
    expect((await trial.peer.http.send({ body, timestamp })).status).toBe(401);
  });

  test.for([
    ['GET', '/slack/events'],
    ['PUT', '/slack/events'],
    ['POST', '/'],
    ['POST', '/slack/other'],
    ['POST', '//'],
  ])('%s %s is nothing that there is', async ([method, path]) => {
    const { platform } = await begin('http');
    const asking = request({ port: platform.port, method, path }).end();
    const [response] = await once(asking, 'response');
    response.resume();
    expect(response.statusCode).toBe(404);
  });

  test.for(['{"type":', 'payload=%7Bnot', 'nothing'])('of broken JSON is refused: %s', async (body) => {
    const trial = await begin('http');
    const headers = body.startsWith('payload')
      ? { 'content-type': 'application/x-www-form-urlencoded' }
      : { 'content-type': 'application/json' };
    expect((await trial.peer.http.send({ body, headers })).status).toBe(400);
    expect(await trial.peer.http.verifyUrl()).toBe(true);
  });

  test('that asks whose address this is is answered', async () => {
    const trial = await begin('http');
    expect(await trial.peer.http.verifyUrl()).toBe(true);
  });
});

describe('too large a request', () => {
  const large = 1024 * 1024 + 1;

  test('is refused by the length that it announces, before it is sent', async () => {
    const { platform } = await begin('http');
    const socket = dial(platform.port);
    socket.write(`POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${large}\r\n\r\n`);
    const [said] = await once(socket, 'data');
    expect(String(said)).toMatch(/^HTTP\/1\.1 413 /);
    await closed(socket);
  });

  test('is cut off where it announces none', async () => {
    const { platform } = await begin('http');
    const socket = dial(platform.port);
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pour);
    pour();
    await closed(socket);
    // What the two sides' buffers hold has been written, too.
    expect(socket.bytesWritten).toBeLessThan(16 * large);
  });
});

describe('a door', () => {
  /** Without a bot behind it. */
  async function open(mostMs?: number) {
    const signatures = signaturesSeen(Date.now);
    const logger = loggerOf({ info() {}, warn() {}, error() {}, waited() {}, reconnected() {} });
    const receiver = new HTTPReceiver({ signingSecret, logger });
    const server = openDoor(receiver, { now: Date.now, signatures, ...(mostMs !== undefined && { mostMs }) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => void server.close().closeAllConnections());
    return { server, signatures, port: (server.address() as AddressInfo).port };
  }

  test('remembers none of 10,000 forged signatures, and each that was right', async () => {
    const { signatures, port } = await open();
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    closing.push(() => agent.destroy());
    const timestamp = Math.floor(Date.now() / 1000);
    const knock = async (signature: string, body: string) => {
      const headers = {
        'x-slack-signature': signature,
        'x-slack-request-timestamp': timestamp,
        'content-type': 'application/json',
      };
      const asking = request({ port, method: 'POST', path: '/slack/events', agent, headers }).end(body);
      const [response] = await once(asking, 'response');
      await once(response.resume(), 'end');
      return response.statusCode;
    };
    const statuses = await Promise.all(Array.from({ length: 10_000 }, (_, index) => knock(`v0=${index}`, '{}')));
    expect(new Set(statuses)).toEqual(new Set([401]));
    await eventually(() => expect(signatures.size).toBe(0));
    const body = '{"type":"url_verification","challenge":"x"}';
    expect(await knock(sign(signingSecret, timestamp, body), body)).toBe(200);
    expect(signatures.size).toBe(1);
  });

  test('remembers no signature of requests that break off', async () => {
    const { signatures, port } = await open();
    const timestamp = Math.floor(Date.now() / 1000);
    const sockets = Array.from({ length: 50 }, (_, index) => {
      const socket = dial(port);
      socket.write(
        `POST /slack/events HTTP/1.1\r\nhost: x\r\nx-slack-signature: v0=${index}\r\nx-slack-request-timestamp: ${timestamp}\r\ncontent-length: 9\r\n\r\n{`,
      );
      return socket;
    });
    await eventually(() => expect(signatures.size).toBe(50));
    for (const socket of sockets) socket.destroy();
    await eventually(() => expect(signatures.size).toBe(0));
  });

  test.for([
    'POST /slack/events HTTP/1.1\r\nhost: x\r\n',
    'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{',
  ])('does not wait for ever for the rest of a request', async (beginning) => {
    const { port } = await open(40);
    const socket = dial(port).resume();
    socket.write(beginning);
    await closed(socket);
  });

  test('waits ten seconds', async () => {
    const { server } = await open();
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 10_000 });
  });
});

describe('the server', () => {
  test('listens where it is told to, and nowhere else', async () => {
    const { peer, platform } = await begin('http', {
      settings: { by: { mode: 'http', signingSecret, host: '127.0.0.2', port: 0 } },
    });
    expect(platform.port).toBeGreaterThan(0);
    expect((await peer.http.send({ body: '{}' })).status).toBe(0); // the peer knocks at 127.0.0.1
    const asking = request({ host: '127.0.0.2', port: platform.port, path: '/' }).end();
    const [response] = await once(asking, 'response');
    expect(response.resume().statusCode).toBe(404);
  });

  test.for([
    ['a port that is taken', (taken: number) => ({ host: '127.0.0.1', port: taken }), 'EADDRINUSE'],
    ['an address that is not ours', () => ({ host: '192.0.2.1', port: 0 }), 'EADDRNOTAVAIL'],
  ] as const)('says in a sentence that it cannot listen at %s', async ([, where, code]) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    closing.push(() => other.close());
    const at = where((other.address() as AddressInfo).port);
    const { start, platform } = await prepare('http', { settings: { by: { mode: 'http', signingSecret, ...at } } });
    const problem = await start().catch((error: Error) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect((problem as Error).message).toBe(
      `Slack’s requests cannot be taken on ${at.host}, port ${at.port} (${code}): set SLACK_HOST or SLACK_PORT.`,
    );
    expect(platform.connected).toBe(false);
  });

  test('opens once Slack knows the bot', async () => {
    const trial = await prepare('http');
    trial.peer.down = true;
    const started = trial.start();
    await trial.hears('Slack cannot be reached; trying again', 2);
    expect(trial.platform.port).toBeUndefined();
    trial.peer.down = false;
    await started;
    await typed(trial);
  });

  test('stops though connections are kept alive, and though a request never ends', async () => {
    const trial = await begin('http');
    await typed(trial); // over a connection that the peer keeps
    const [idle, half] = [dial(trial.platform.port), dial(trial.platform.port)];
    await Promise.all([once(idle, 'connect'), once(half, 'connect')]);
    half.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{');
    const from = Date.now();
    await trial.platform.stop();
    expect(Date.now() - from).toBeLessThan(5000);
    expect(trial.platform.connected).toBe(false);
    expect((await trial.peer.http.send({ body: '{}' })).status).toBe(0);
  });

  test('never opens where it is stopped before', async () => {
    const trial = await prepare('http');
    trial.peer.faults.next(/auth\.test/, { delayMs: 30 });
    const started = trial.start();
    await trial.platform.stop();
    await started;
    expect(trial.platform.port).toBeUndefined();
    expect(trial.platform.connected).toBe(false);
  });
});
