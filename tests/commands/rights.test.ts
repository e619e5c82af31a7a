import { expect, test } from 'vitest';
import { answer, audience, completeLine, type Invocation } from '../../src/commands/index.ts';
import { withTrials } from './trial.ts';
import { messageOf, nothingKept, openStories, pressed, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();

/** Someone with these rights, who counts how often they are asked for. */
function someone(...having: Awaited<ReturnType<Invocation['rights']>>) {
  let asked = 0;
  const rights = async () => {
    asked += 1;
    return having;
  };
  const ask = async (call: Invocation) =>
    messageOf(await answer({ ...call, rights }, { commands: withTrials, stories, ...kept }));
  return { rights, ask, asked: () => asked };
}

const guarded: readonly (readonly [string, Invocation])[] = [
  ['typed', typed('/follow add albania-iran')],
  ['typed in capitals', typed('/FOLLOW Add albania-iran')],
  ['mentioned in the channel', typed('follow add albania-iran', { where: { platform: 'test', shared: true } })],
  ['in a reply to a story’s message', typed('follow add', { about: ['/briefing albania-iran timeline'] })],
  ['pressed', pressed('/follow add albania-iran')],
  ['pressed to be shown', pressed('/follow add albania-iran #show', { where: { platform: 'test', shared: true } })],
  ['filled in', typed('', { command: 'follow add', options: { story: 'albania-iran' } })],
  ['sent by a form', pressed('/follow add', { options: { story: 'albania-iran' } })],
];

test.for(guarded)('without the right, a command that needs one is refused in private: %s', async ([, call]) => {
  const reader = someone();
  const { message, to } = await reader.ask(call);
  expect(message).toMatchObject({ kind: 'mistake', title: 'Not allowed' });
  expect(message.summary).toBe('/follow add is for those who may manage this channel.');
  expect(to).toBe('reader');
  expect(reader.asked()).toBe(1);
});

test.for(guarded)('with the right it is answered: %s', async ([, call]) => {
  const reader = someone('manage-channel');
  expect((await reader.ask(call)).message.summary).toBe('Followed: Albania–Iran.');
  expect(reader.asked()).toBe(1);
});

test('what is missing or wrong is told only to those who have the right', async () => {
  for (const line of ['/follow add', '/follow add nobody', '/follow add albania-iran xyzzy']) {
    expect((await someone().ask(typed(line))).message.title).toBe('Not allowed');
  }
});

test('a platform is not asked for rights where none is needed', async () => {
  const reader = someone('manage-channel');
  const lines = [
    ...['/briefing albania-iran', '/briefing', '/stories iran', '/help', '/help follow add', '/home', '/welcome'],
    ...['albania-iran timeline', '/follow', '/follow list', '/follow xyzzy', '/xyzzy', '', '/briefing xyzzy'],
  ];
  for (const line of lines) {
    await reader.ask(typed(line));
    await reader.ask(pressed(line, { where: { platform: 'test', shared: true } }));
  }
  const { rights } = reader;
  audience(typed('/follow add albania-iran', { rights }), withTrials, stories);
  completeLine('/follow add alb', withTrials, stories);
  expect(reader.asked()).toBe(0);
});
