/** The peer refuses, with Discord's code and place, what Discord refuses; and it takes the payload next to it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, readAll } from './discord/calls.ts';
import type { Case } from './discord/cases.ts';
import { commandCases } from './discord/command-cases.ts';
import { type DiscordPeer, type Reader, startDiscord } from './discord/index.ts';
import { messageCases } from './discord/message-cases.ts';
import { modalCases } from './discord/modal-cases.ts';

let peer: DiscordPeer;
let reader: Reader;

beforeAll(async () => {
  peer = await startDiscord();
  reader = peer.reader('Ann');
});

afterAll(() => peer.stop());

const commands = () => `/applications/${peer.applicationId}/commands`;

async function expectRefused(method: string, path: string, body: object, { code = 50035, path: at }: Case) {
  const refused = await call(peer, method, path, body);
  expect(refused).toMatchObject({ status: 400, code });
  if (at !== undefined) expect(readAll(refused.body)).toContain(at);
}

test('the tables are not empty', () => {
  expect([messageCases.length > 50, modalCases.length > 15, commandCases.length > 20]).toEqual([true, true, true]);
});

describe('a message', () => {
  test.each(messageCases)('$rule', async (each) => {
    const path = `/channels/${peer.channel('general').id}/messages`;
    await expectRefused('POST', path, each.bad, each);
    expect(await call(peer, 'POST', path, each.good)).toMatchObject({ status: 200 });
  });
});

describe('a command', () => {
  test.each(commandCases)('$rule', async (each) => {
    await expectRefused('PUT', commands(), each.bad, each);
    expect(await call(peer, 'PUT', commands(), each.good)).toMatchObject({ status: 200 });
  });
});

describe('a form', () => {
  test.each(modalCases)('$rule', async (each) => {
    await call(peer, 'PUT', commands(), [{ name: 'ask', description: 'D' }]);
    const { id, token } = reader.type('ask');
    const path = `/interactions/${id}/${token}/callback`;
    await expectRefused('POST', path, { type: 9, data: each.bad }, each);
    // The refused one left the interaction to be answered.
    expect(await call(peer, 'POST', path, { type: 9, data: each.good })).toMatchObject({ status: 204 });
  });
});
