/** Signed requests to the app's own address, and forged ones. */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Carrier, Envelope, Outcome } from './deliveries.ts';
import type { Node, World } from './workspace.ts';

export interface RequestOptions {
  readonly body: string | Buffer;
  /** In seconds; the clock's own by default. */
  readonly timestamp?: number | string;
  /** Another signature than the right one. */
  readonly signature?: string;
  /** Others, or `undefined` to leave one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Bytes after which the connection is cut, of the length that was announced. */
  readonly truncate?: number;
  /** Without an announced length. */
  readonly chunked?: boolean;
}

export interface Response {
  /** 0 where the connection was lost before an answer. */
  readonly status: number;
  readonly body: string;
}

/** Slack's signature of a body at a time, in seconds. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sign(secret: string, timestamp: number | string, body: string | Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

function formOf(fields: Node): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)])),
  ).toString();
}

/** The body as Slack writes it: forms, and JSON for events alone. */
function bodyOf({ kind, payload }: Envelope): string {
  if (kind === 'slash_commands') return formOf(payload);
  return kind === 'interactive' ? formOf({ payload: JSON.stringify(payload) }) : JSON.stringify(payload);
}

export class SignedHttp implements Carrier {
  readonly #world: World;
  readonly #secret: string;
  readonly #to: () => string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(world: World, secret: string, deliverTo: () => string) {
    this.#world = world;
    this.#secret = secret;
    this.#to = deliverTo;
  }

  /** Sends a request; right in everything that is not said otherwise. */
  send(options: RequestOptions): Promise<Response> {
    const { body, timestamp = Math.floor(this.#world.now() / 1000) } = options;
    const whole = Buffer.from(body);
    const type = whole[0] === 0x7b ? 'application/json' : 'application/x-www-form-urlencoded';
    const wanted: Record<string, string | undefined> = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': options.signature ?? sign(this.#secret, timestamp, body),
      ...(options.chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(whole.length) }),
      ...options.headers,
    };
    const headers = Object.entries(wanted).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
    return this.#post(Object.fromEntries(headers), whole, options);
  }

  /** Slack's question whether the address is the app's; true where it answers rightly. */
  async verifyUrl(): Promise<boolean> {
    const challenge = this.#world.ids.uuid();
    const token = this.#world.app.verificationToken;
    const { status, body } = await this.send({ body: JSON.stringify({ token, challenge, type: 'url_verification' }) });
    return status === 200 && body.includes(challenge);
  }

  carry(envelope: Envelope, tell: (outcome: Outcome) => void): void {
    const { retry } = envelope;
    const headers = retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {};
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      tell({ kind: 'late' });
    }, this.#world.patienceMs).unref();
    void this.send({ body: bodyOf(envelope), headers }).then(({ status, body }) => {
      clearTimeout(timer);
      if (status >= 200 && status < 300) tell({ kind: 'acknowledged', body: parsed(body) });
      else if (!late) tell({ kind: 'failed', why: `status ${status}` });
    });
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
  }

  #post(headers: Record<string, string>, body: Buffer, { truncate, chunked }: RequestOptions): Promise<Response> {
    return new Promise((resolve) => {
      const lost = () => resolve({ status: 0, body: '' });
      const cut = truncate !== undefined;
      const sending = request(this.#to(), { method: 'POST', headers, ...(cut ? {} : { agent: this.#agent }) });
      sending.on('error', lost);
      sending.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', lost);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      });
      if (cut) {
        sending.write(body.subarray(0, truncate), () => sending.destroy());
        return;
      }
      if (chunked) sending.write(body.subarray(0, Math.ceil(body.length / 2)));
      sending.end(chunked ? body.subarray(Math.ceil(body.length / 2)) : body);
    });
  }
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
