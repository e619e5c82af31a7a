/** Discord's published description as a second judge: what the peer takes, it allows; what it refuses, so does the peer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from './calls.ts';
import { v2 } from './cases.ts';
import { commandCases } from './command-cases.ts';
import { type DiscordPeer, startDiscord } from './index.ts';
import { messageCases } from './message-cases.ts';
import { modalCases } from './modal-cases.ts';
import { hasOpenApi, OpenApi } from './openapi.ts';

const name = hasOpenApi ? 'the published description' : 'the published description (it is not there: skipped)';

describe.skipIf(!hasOpenApi)(name, () => {
  const openApi = hasOpenApi ? new OpenApi() : undefined;
  const allows = (schema: string, body: unknown) => openApi?.judge(schema)(body) === true;
  const form = (data: unknown) => ({ type: 9, data });
  let peer: DiscordPeer;

  beforeAll(async () => {
    peer = await startDiscord();
    await call(peer, 'PUT', commands(), [{ name: 'ask', description: 'D' }]);
  });

  afterAll(() => peer.stop());

  const commands = () => `/applications/${peer.applicationId}/commands`;
  const messages = (of = peer) => `/channels/${of.channel('general').id}/messages`;
  const callback = () => {
    const { id, token } = peer.reader('Ann').type('ask');
    return `/interactions/${id}/${token}/callback`;
  };

  test('allows whatever the peer takes', () => {
    const wrong = [
      ...messageCases.filter(({ good }) => !allows('MessageCreateRequest', good)),
      ...messageCases.filter(({ good }) => !allows('IncomingWebhookUpdateRequestPartial', good)),
      ...messageCases.filter(({ good }) => !allows('callback', { type: 4, data: good })),
      ...modalCases.filter(({ good }) => !allows('callback', form(good))),
      ...commandCases.filter(
        ({ good }) => !(good as object[]).every((each) => allows('ApplicationCommandUpdateRequest', each)),
      ),
    ];
    expect(wrong).toEqual([]);
  });

  /** Some of the mutants, each once, as they arrive: each kind of field comes many times. */
  const some = (cases: readonly { readonly good: object }[]) => {
    const short = cases.filter(({ good }) => JSON.stringify(good).length < 2000);
    const texts = new Set(short.flatMap(({ good }) => [...mutated(good)]).map((mutant) => JSON.stringify(mutant)));
    return [...texts].filter((_, index) => index % 11 === 0).map((text): unknown => JSON.parse(text));
  };

  async function taken(
    mutants: readonly unknown[],
    refuses: (body: unknown) => boolean,
    send: (body: object) => Promise<number>,
  ) {
    const bad = mutants.filter(refuses);
    expect(bad.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const body of bad) if ((await send(body as object)) !== 400) found.push(JSON.stringify(body).slice(0, 300));
    return found;
  }

  test('refuses no message that the peer takes', async () => {
    const refuses = (body: unknown) => !allows('MessageCreateRequest', body);
    const send = async (body: object) => (await call(peer, 'POST', messages(), body)).status;
    expect(await taken(some(messageCases), refuses, send)).toEqual([]);
  });

  test('refuses no form that the peer takes', async () => {
    const refuses = (body: unknown) => !allows('callback', form(body));
    const send = async (body: object) => (await call(peer, 'POST', callback(), form(body))).status;
    expect(await taken(some(modalCases), refuses, send)).toEqual([]);
  });

  test('refuses no command that the peer takes', async () => {
    const refuses = (body: unknown) =>
      !(body as object[]).every((each) => allows('ApplicationCommandUpdateRequest', withoutNulls(each)));
    const send = async (body: object) => (await call(peer, 'PUT', `${commands()}`, body)).status;
    expect(await taken(some(commandCases), refuses, send)).toEqual([]);
  });

  test('judges every request where that is asked for', async () => {
    const strict = await startDiscord({ openapi: true });
    const text = v2({ type: 10, content: 'N' });
    expect(await call(strict, 'POST', messages(strict), text)).toMatchObject({ status: 200 });
    // Only the description knows this one.
    const bad = { content: 'N', tts: 'loud' };
    expect(await call(peer, 'POST', messages(), bad)).toMatchObject({ status: 200 });
    expect(await call(strict, 'POST', messages(strict), bad)).toMatchObject({ status: 400, code: 50035 });
    await strict.stop();
  });
});

const odd = [null, 0, -1, 1.5, '', 'text', 'y'.repeat(7000), [], {}, [null], true, ['x'], 10 ** 9];

/** The payload with one field at a time replaced by something odd, or left out. */
function* mutated(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const put = (each: unknown) => (Array.isArray(value) ? value.with(Number(key), each) : { ...value, [key]: each });
    for (const each of odd) yield put(each);
    yield Array.isArray(value) ? value.toSpliced(Number(key), 1) : put(undefined);
    for (const each of mutated(inner)) yield put(each);
  }
}

/** A translation of null is none, to Discord too; the description has no null there. */
function withoutNulls(value: object): object {
  if (typeof value !== 'object' || value === null) return value;
  const localized = ['name_localizations', 'description_localizations'];
  const entries = Object.entries(value).map(([key, inner]) => {
    if (!localized.includes(key) || typeof inner !== 'object' || inner === null) return [key, inner];
    return [key, Object.fromEntries(Object.entries(inner).filter(([, text]) => text !== null))];
  });
  return Object.fromEntries(entries);
}
