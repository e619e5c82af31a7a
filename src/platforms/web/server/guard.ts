/** Who may use the page: requests for its own name, posts from its own pages, and, off loopback, whoever has the token. */
import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { hostInAddress } from '../address.ts';

/** Where the page is bound, once it is. */
export interface Bound {
  readonly host: string;
  readonly port: number;
  readonly accessToken?: string;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const cookie = 'dateline';

/** The names under which the page may be asked for; undefined where any will do, since a token is asked for instead. */
function namesOf({ host, port }: Bound): readonly string[] | undefined {
  if (host === '0.0.0.0' || host === '::') return undefined;
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  const names = isLoopback ? [...loopback, host] : [hostInAddress(host)];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:${port}`] : [`${name}:${port}`]));
}

/** Refuses what comes from elsewhere: another `Host` (421), another `Origin` (403). */
export function refuseStrangers(bound: () => Bound): MiddlewareHandler {
  return async (context, next) => strange(context, bound()) ?? next();
}

/** Refuses browsers without the token (401): they show it once, in the address, and from then on as a cookie. */
export function askBrowsers(bound: () => Bound): MiddlewareHandler {
  return async (context, next) => {
    const { accessToken } = bound();
    if (accessToken === undefined || hasCookie(context, accessToken)) return next();
    if (!hasQuery(context, accessToken))
      return context.text('Open this page once with ?token=… and the access token.', 401);
    setCookie(context, cookie, accessToken, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.redirect('/');
  };
}

/** Refuses programs without the token (401): they show it each time, best as `Authorization: Bearer …`. */
export function askPrograms(bound: () => Bound): MiddlewareHandler {
  return async (context, next) => {
    const { accessToken } = bound();
    if (accessToken === undefined) return next();
    const shown = [hasBearer, hasCookie, hasQuery].some((has) => has(context, accessToken));
    if (shown) return next();
    return context.text('Show the access token as Authorization: Bearer …', 401, { 'www-authenticate': 'Bearer' });
  };
}

function strange(context: Context, bound: Bound): Response | undefined {
  const host = (context.req.header('host') ?? '').toLowerCase();
  const names = namesOf(bound);
  if (names && !names.includes(host)) return context.text('This page is not served under that name.', 421);
  const origin = context.req.header('origin');
  const isWrite = context.req.method !== 'GET' && context.req.method !== 'HEAD';
  const isForeign = isWrite && origin !== undefined && !isOwn(origin, host);
  return isForeign ? context.text('Requests from other pages are refused.', 403) : undefined;
}

function hasCookie(context: Context, token: string): boolean {
  return same(getCookie(context, cookie) ?? '', token);
}

function hasQuery(context: Context, token: string): boolean {
  return same(context.req.query('token') ?? '', token);
}

function hasBearer(context: Context, token: string): boolean {
  const [, shown = ''] = /^Bearer +(.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return same(shown, token);
}

/** The page is plain HTTP: a page of another scheme is another page. */
function isOwn(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host}`;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
