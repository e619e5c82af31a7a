/** A request's body: JSON, or a form with files beside it. */
import type { IncomingMessage } from 'node:http';
import type { Upload } from './payloads.ts';
import { refusal } from './refusals.ts';

export interface Body {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { body: bytes.length === 0 ? undefined : parse(bytes.toString()), uploads: [] };
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refusal('invalidJson');
  });
  const uploads: Upload[] = [];
  let body: unknown = {};
  for (const [name, value] of form) {
    const [, index] = /^files\[(\d+)\]$/.exec(name) ?? [];
    if (name === 'payload_json' && typeof value === 'string') body = parse(value);
    if (index === undefined || typeof value === 'string') continue;
    const data = new Uint8Array(await value.arrayBuffer());
    uploads.push({ index: Number(index), filename: value.name, size: value.size, contentType: value.type, data });
  }
  return { body, uploads };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}
