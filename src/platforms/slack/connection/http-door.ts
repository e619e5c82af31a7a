/** The server that takes Slack's requests. What is too large, not of this moment, or has come before is refused unread. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import { Seen } from './seen.ts';

/** In bytes; Slack's own requests are far smaller. */
export const largestBody = 1024 * 1024;

/** How far Slack's clock and ours may be apart. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const windowS = 5 * 60;

/** So long a request may take to arrive: Slack's are there at once. */
const arrivalMs = 10_000;

/** What the door needs; what may be left out is another in tests. */
export interface Door {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The signatures that were accepted. */
  readonly signatures?: Seen;
  readonly mostMs?: number;
}

/** A request that is older than the window is refused for its age, and one from the future may be as far ahead. */
export function signaturesSeen(now: () => number): Seen {
  return new Seen(now, 2 * windowS * 1000, Number.POSITIVE_INFINITY);
}

/** A server before the receiver, which checks the signature. */
export function openDoor(
  receiver: HTTPReceiver,
  { now, signatures = signaturesSeen(now), mostMs = arrivalMs }: Door,
): Server {
  const timeouts = { headersTimeout: mostMs, requestTimeout: mostMs, connectionsCheckingInterval: mostMs / 4 };
  return createServer(timeouts, (request, response) => {
    const refused = refusal(request, now(), signatures);
    if (refused === undefined) pass(receiver, request, response, signatures);
    else response.writeHead(refused, { connection: 'close' }).end();
  });
}

function refusal({ headers }: IncomingMessage, now: number, signatures: Seen): number | undefined {
  if (Number(headers['content-length'] ?? 0) > largestBody) return 413;
  const signature = signatureOf(headers);
  // Bolt refuses what has no signature.
  if (signature === undefined) return undefined;
  const sent = Number(headers['x-slack-request-timestamp']);
  if (!(Math.abs(now / 1000 - sent) <= windowS)) return 401;
  return signatures.first(signature) ? undefined : 401;
}

function pass(receiver: HTTPReceiver, request: IncomingMessage, response: ServerResponse, signatures: Seen) {
  const signature = signatureOf(request.headers);
  // Only what was accepted is remembered: nobody else can fill the memory, or take a signature away.
  response.once('close', () => {
    const isAccepted = response.headersSent && response.statusCode < 400;
    if (signature !== undefined && !isAccepted) signatures.forget(signature);
  });
  // What was answered before it had arrived as a whole was refused: the rest is not read.
  response.once('finish', () => {
    if (!request.complete) request.destroy();
  });
  try {
    receiver.requestListener(request, response);
  } catch {
    response.writeHead(404).end(); // another path or method
  }
}

function signatureOf(headers: IncomingMessage['headers']): string | undefined {
  const signature = headers['x-slack-signature'];
  return typeof signature === 'string' ? signature : undefined;
}
