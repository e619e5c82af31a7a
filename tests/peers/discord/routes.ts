/** Which handler a call belongs to. */
import type { Upload } from './payloads.ts';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Handle = (request: Request, ...ids: string[]) => Reply;

export interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handle: Handle;
  /** Carries its own token in the path, and needs none of the bot's. */
  readonly isOpen: boolean;
}

/** `:` stands for an id. */
export function route(pattern: string, handle: Handle, isOpen = false): Route {
  const [method = '', path = ''] = pattern.split(' ');
  return { method, segments: path.split('/'), handle, isOpen };
}

export interface Found {
  readonly route: Route;
  readonly ids: string[];
  /** Route and first id (of a webhook its token too), as Discord counts. */
  readonly bucket: string;
}

export function find(routes: readonly Route[], method: string, path: string): Found | undefined {
  const segments = path.split('/');
  for (const each of routes) {
    if (each.method !== method || each.segments.length !== segments.length) continue;
    if (!each.segments.every((segment, index) => segment === ':' || segment === segments[index])) continue;
    const ids = segments.filter((_, index) => each.segments[index] === ':');
    const major = segments[1] === 'webhooks' || segments[1] === 'interactions' ? ids.slice(0, 2) : ids.slice(0, 1);
    return { route: each, ids, bucket: `${method} ${each.segments.join('/')} ${major.join('/')}` };
  }
  return undefined;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const done: Reply = { status: 204 };
