import { describe, expect, test } from 'vitest';
import type { Invocation } from '../../../src/commands/index.ts';
import { digest } from '../../conformance/digest.ts';
import { Permission, textOf } from '../../peers/discord/index.ts';
import { listening, messageOf, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const person = { id: '200000000000000001', username: 'ann', discriminator: '0', avatar: null };

/** An interaction with no more than what is always there. */
const bare = (rest: object) => ({
  id: '300000000000000001',
  application_id: '1',
  token: 'a-token',
  version: 1,
  type: 2,
  data: { id: '4', name: 'help', type: 1 },
  entitlements: [],
  authorizing_integration_owners: {},
  app_permissions: '0',
  locale: 'en-US',
  ...rest,
});

/** What the bot understood of an event. */
async function understood(data: object): Promise<Invocation> {
  const { peer, calls, told } = await listening();
  peer.raw('INTERACTION_CREATE', data);
  await peer.waitFor(() => peer.refusals.find(({ path }) => path.startsWith('/interactions/')));
  expect(told.errors).toEqual([]);
  const [call] = calls;
  if (!call) throw new Error('nothing was understood');
  return call;
}

/** The bot still answers. */
async function lives({ peer }: Trial) {
  expect(textOf(messageOf(await peer.reader('Zoe').type('help').answered))).toContain('What you can type');
}

describe('an interaction', () => {
  test('in a group of people is no private one, and gives no rights', async () => {
    const call = await understood(
      bare({
        user: person,
        context: 2,
        channel: { id: '5', type: 3, name: null, recipients: [person] },
        channel_id: '5',
      }),
    );
    expect(call).toMatchObject({ reader: person.id, where: { channel: '5', shared: true } });
    expect(call.where.space).toBeUndefined();
    expect(await call.rights()).toEqual([]);
  });

  test.for([
    [String(Permission.ManageChannels), ['manage-channel']],
    ['0', []],
  ] as const)('in a server that the bot is not in, with rights %s, is understood', async ([permissions, rights]) => {
    const member = { user: person, roles: [], joined_at: '2024-01-01T00:00:00+00:00', permissions, flags: 0 };
    const channel = { id: '5', type: 0, guild_id: '6', name: 'far', permissions };
    const call = await understood(bare({ member, guild_id: '6', context: 0, channel, channel_id: '5' }));
    expect(call).toMatchObject({ reader: person.id, where: { space: '6', channel: '5', shared: true } });
    expect(await call.rights()).toEqual(rights);
  });

  test('in a server, by a reader without a membership, gives no rights', async () => {
    const call = await understood(bare({ user: person, guild_id: '6', context: 0 }));
    expect(call.where).toEqual({ platform: 'discord', space: '6', shared: true });
    expect(await call.rights()).toEqual([]);
  });

  test('that does not say where is taken for one that others see', async () => {
    const call = await understood(bare({ user: person, locale: undefined, app_permissions: undefined }));
    expect(call.where).toEqual({ platform: 'discord', shared: true });
    expect(await call.rights()).toEqual([]);
  });

  test('with fields that nobody knows is understood', async () => {
    const call = await understood(
      bare({
        user: { ...person, aura: 7 },
        context: 1,
        novelty: { deep: [1] },
        data: { id: '4', name: 'help', type: 1, x: 1 },
      }),
    );
    expect(call).toMatchObject({ command: 'help', where: { shared: false } });
    expect(await call.rights()).toEqual(['manage-channel']);
  });

  const message = { id: '7', channel_id: '5', type: 0, content: '', timestamp: '2024-01-01T00:00:00+00:00', flags: 0 };
  const component = (data: object) =>
    bare({
      type: 3,
      user: person,
      context: 0,
      guild_id: '6',
      data,
      message: { ...message, author: person, components: [] },
    });

  test('by a menu without a choice opens what its own command opens', async () => {
    const call = await understood(component({ custom_id: '/briefing', component_type: 3, values: [] }));
    expect(call).toMatchObject({ command: 'briefing', text: '', pressed: true });
  });

  test('by a menu of people, which the bot has never drawn, is one by its id', async () => {
    const call = await understood(
      component({ custom_id: '/help', component_type: 5, values: [person.id], resolved: {} }),
    );
    expect(call).toMatchObject({ command: 'help', pressed: true });
  });

  test.for(['vote_yes', 'v1:page:3', '#', ' '])('by a button of an older version, %j, is one', async (customId) => {
    expect(await understood(component({ custom_id: customId, component_type: 2 }))).toMatchObject({ pressed: true });
  });

  test('by a form without fields is one', async () => {
    const data = { custom_id: '/desk enrol', components: [], resolved: {} };
    expect(await understood(bare({ type: 5, user: person, context: 1, data }))).toMatchObject({
      command: 'desk',
      options: {},
    });
  });

  test.for([
    ['of an unknown type', bare({ type: 99, user: person })],
    ['by an unknown kind of command', bare({ user: person, data: { id: '4', name: 'help', type: 99 } })],
    ['by an unknown component', component({ custom_id: 'x', component_type: 99 })],
    [
      'by a menu of a message',
      bare({
        user: person,
        data: { id: '4', name: 'Save', type: 3, target_id: '7', resolved: { messages: { 7: message } } },
      }),
    ],
  ] as const)('%s is passed over', async ([, data]) => {
    const trial = await listening();
    trial.peer.raw('INTERACTION_CREATE', data);
    await lives(trial);
    expect(trial.calls).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test.for([
    ['nothing', {}],
    ['nobody', bare({})],
    ['no data', bare({ user: person, data: undefined })],
    ['no entitlements', bare({ user: person, entitlements: undefined })],
    ['a component without its message', bare({ type: 3, user: person, data: { custom_id: 'x', component_type: 2 } })],
  ] as const)('with %s, which discord.js cannot read, ends nothing', async ([, data]) => {
    const trial = await listening();
    trial.peer.raw('INTERACTION_CREATE', data);
    await lives(trial);
    expect(trial.told.errors.every((line) => line.startsWith('an event that cannot be read'))).toBe(true);
  });

  test('in private has all rights there, and its answer is for nobody else anyway', async () => {
    const { peer, calls } = await listening();
    const ann = peer.reader('Ann', { permissions: 0n });
    const shown = messageOf(await ann.type('pages', {}, { dm: true }).answered);
    expect(shown.ephemeralFor).toBeUndefined();
    expect(calls[0]?.where).toMatchObject({ shared: false });
    expect(await calls[0]?.rights()).toEqual(['manage-channel']);
    const turned = messageOf(await ann.press(shown, '/pages page:2').answered);
    expect(turned.id).toBe(shown.id);
  });

  test('whose message is deleted meanwhile is answered by a new one', async () => {
    const { peer, told } = await listening();
    const ann = peer.reader('Ann');
    const first = messageOf(await ann.type('pages').answered);
    peer.faults.next(/POST \/interactions/, { status: 404, body: { code: 10008, message: 'Unknown Message' } });
    const turned = messageOf(await ann.press(first, '/pages page:2').answered);
    expect(turned.id).not.toBe(first.id);
    expect(turned.ephemeralFor).toBe(ann.id);
    expect(told.errors).toEqual([]);
  });
});

describe('a mention', () => {
  test.for(['', '   ', '\n'])('with nothing but %j asks for help', async (text) => {
    const { peer } = await listening();
    expect(textOf(await peer.reader('Ann').mention(text).answered)).toContain('What you can type');
  });

  test('with 4,000 characters is answered by a sentence', async () => {
    const { peer } = await listening();
    const shown = await peer.reader('Ann').mention('x'.repeat(4000)).answered;
    expect(textOf(shown)).toContain('at most 2000 can be read');
  });

  test('whose text calls everyone pings nobody', async () => {
    const { peer } = await listening();
    peer.guild.botPermissions = peer.guild.botPermissions | Permission.MentionEveryone;
    const shown = await peer.reader('Ann').mention('stories @everyone @here').answered;
    expect(shown.pings).toEqual([]);
  });

  test('deleted before its answer is answered all the same', async () => {
    const { peer, gate, told } = await listening();
    const said = peer.reader('Ann').mention('slow');
    await gate.reached;
    peer.delete(said.message);
    gate.open();
    expect(textOf(await said.answered)).toContain('slow but sure');
    expect(told.errors).toEqual([]);
  });

  test('where the bot may not write changes nothing, and the log says so', async () => {
    const trial = await listening();
    const { peer, told } = trial;
    peer.channel('general').deny = Permission.SendMessages;
    peer.reader('Ann').mention('help');
    await peer.waitFor(() => peer.refusals.length > 0);
    await lives(trial);
    expect(told.errors).toEqual([]);
    expect(told.warnings.join()).toContain('50013');
  });

  test('where the bot may not read the history is answered, though not as a reply', async () => {
    const { peer, told } = await listening();
    peer.channel('general').deny = Permission.ReadMessageHistory;
    const shown = await peer.reader('Ann').mention('help').answered;
    expect(shown.reference).toBeUndefined();
    expect(told.all.join()).not.toContain('160002');
  });

  test('in a reply to somebody else is about nothing', async () => {
    const { peer, calls } = await listening();
    const other = peer.reader('Bob').say('what is this?').message;
    const shown = await peer.reader('Ann').mention(`<@${peer.botId}> help`, { replyTo: other }).answered;
    expect(textOf(shown)).toContain('What you can type');
    expect(calls[0]?.about).toBeUndefined();
  });

  test('in a reply to the bot’s own post is about its story', async () => {
    const { peer, platform, calls } = await listening();
    const { id } = peer.channel('general');
    const message = digest('one', { buttons: [{ label: 'Timeline', command: '/briefing albania-iran timeline' }] });
    await platform.deliver({ to: { platform: 'discord', id }, message, key: 'slot-1' });
    const [post] = peer.messages('general');
    if (!post) throw new Error('no post');
    const shown = await peer.reader('Ann').mention('timeline', { replyTo: post }).answered;
    expect(calls[0]?.about).toEqual(['/briefing albania-iran timeline #slot-1']);
    expect(textOf(shown)).toContain('Albania');
    const pressed = peer.reader('Bob').press(post, '/briefing albania-iran timeline #slot-1');
    expect(textOf(messageOf(await pressed.answered))).toContain('timeline');
  });

  test('gives the rights of whoever wrote it', async () => {
    const { peer, calls } = await listening();
    const everyday = Permission.ViewChannel | Permission.SendMessages;
    const role = peer.guild.addRole('Editors', { permissions: Permission.ManageChannels });
    await peer.reader('Ann', { permissions: everyday }).mention('help').answered;
    await peer.reader('Mia', { permissions: everyday, roles: [role.id] }).mention('help').answered;
    expect(await Promise.all(calls.map(({ rights }) => rights()))).toEqual([[], ['manage-channel']]);
  });
});

describe('a message that is not for the bot', () => {
  const base = { type: 0, tts: false, timestamp: '2024-01-01T00:00:00+00:00', attachments: [], embeds: [], flags: 0 };

  test.for([
    ['without its name', {}, {}],
    ['by a bot', { bot: true }, { mentions: 'bot' }],
    ['by Discord itself', {}, { type: 7, mentions: 'bot' }],
    ['to everyone', {}, { content: '@everyone hello', mention_everyone: true }],
    ['with a role of the bot', {}, { content: 'hello', mention_roles: ['8'] }],
  ] as const)('%s gets no answer', async ([, author, rest]) => {
    const trial = await listening();
    const { peer, calls } = trial;
    const me = { id: peer.botId, username: 'dateline', discriminator: '0', avatar: null, bot: true };
    peer.raw('MESSAGE_CREATE', {
      ...base,
      id: '900000000000000001',
      channel_id: peer.channel('general').id,
      guild_id: peer.guild.id,
      content: `<@${peer.botId}> help`,
      author: { ...person, ...author },
      ...rest,
      mentions: 'mentions' in rest ? [me] : [],
    });
    await lives(trial);
    expect(calls).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test('that lacks nearly everything ends nothing', async () => {
    const trial = await listening();
    const { peer } = trial;
    peer.raw('MESSAGE_CREATE', { id: '900000000000000002', channel_id: peer.channel('general').id });
    peer.raw('MESSAGE_CREATE', {
      id: '900000000000000003',
      channel_id: '1',
      guild_id: '2',
      author: person,
      content: '',
    });
    await lives(trial);
  });

  test('of an unknown event ends nothing', async () => {
    const trial = await listening();
    trial.peer.raw('SOMETHING_NEW', { x: 1 });
    await lives(trial);
    expect(trial.told.errors).toEqual([]);
  });
});
