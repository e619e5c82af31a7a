/** Calls of the API without a library, to see what it answers. */
import type { DiscordPeer } from './index.ts';

export interface Answered {
  readonly status: number;
  readonly code: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export async function call(
  peer: DiscordPeer,
  method: string,
  path: string,
  body?: object,
  token: string = peer.token,
): Promise<Answered> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${peer.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return {
    status: response.status,
    code: parsed['code'] as number | undefined,
    body: parsed,
    headers: response.headers,
  };
}

/** Every place in an answer's `errors` at which something is wrong, its keys joined by dots. */
export function readAll(body: Readonly<Record<string, unknown>>): string[] {
  const read = (value: unknown, path: readonly string[]): string[] =>
    Object.entries((value ?? {}) as object).flatMap(([key, inner]) =>
      key === '_errors' ? [path.join('.')] : read(inner, [...path, key]),
    );
  return read(body['errors'], []);
}

/** A body with files, as a library sends it. */
export function withFiles(payload: object, files: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [index, [name, text]] of Object.entries(files).entries())
    form.append(`files[${index}]`, new Blob([text]), name);
  form.append('payload_json', JSON.stringify(payload));
  return form;
}
