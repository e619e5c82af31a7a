/** The real client against the peer: it gets ready, answers, loses its connection and comes back. */
import { Client, Events, GatewayIntentBits as Intent, type Interaction, type Message, Partials } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from './calls.ts';
import { type DiscordPeer, type PeerMessage, Permission, startDiscord, textOf } from './index.ts';

let peer: DiscordPeer;
const clients: Client[] = [];

beforeEach(async () => {
  peer = await startDiscord({ heartbeatMs: 30 });
  await call(peer, 'PUT', `/applications/${peer.applicationId}/commands`, [{ name: 'ask', description: 'D' }]);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await peer.stop();
});

const usual = [Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages];

function client(intents: readonly Intent[] = usual): Client {
  const made = new Client({
    intents: [...intents],
    // Without it the client passes over messages of channels that it has not seen, as a person's own is.
    partials: [Partials.Channel],
    rest: { api: peer.api },
    // The client would wait five seconds before a second identify.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  clients.push(made);
  return made;
}

async function ready(intents?: readonly Intent[]): Promise<Client> {
  const made = client(intents);
  made.on(Events.Error, () => {});
  made.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: `For ${interaction.user.displayName}.` });
  });
  const isReady = new Promise((resolve) => made.once(Events.ClientReady, resolve));
  await made.login(peer.token);
  await isReady;
  return made;
}

const isAnswered = async () => textOf((await peer.reader('Ann').type('ask').answered) as PeerMessage);

describe('a client', () => {
  test('is ready at once, and knows guild, channels and permissions', async () => {
    const made = await ready();
    const guild = made.guilds.cache.get(peer.guild.id);
    const channel = guild?.channels.cache.get(peer.channel('general').id);
    expect([guild?.ownerId, guild?.available, channel?.name]).toEqual([peer.guild.ownerId, true, 'general']);
    const permissions = () => channel?.permissionsFor(peer.botId)?.bitfield ?? 0n;
    expect([permissions() & Permission.SendMessages, permissions() & Permission.MentionEveryone]).toEqual([
      Permission.SendMessages,
      0n,
    ]);
    const updated = new Promise((resolve) => made.once(Events.ChannelUpdate, resolve));
    peer.channel('general').deny = Permission.SendMessages;
    await updated;
    expect(permissions() & Permission.SendMessages).toBe(0n);
    expect(peer.gateway.intents).toBe(usual.reduce((all, each) => all | each, 0));
  });

  test('answers', async () => {
    await ready();
    expect(await isAnswered()).toBe('For Ann.');
    expect(peer.refusals).toEqual([]);
  });

  test('answers in private', async () => {
    await ready();
    const asked = peer.reader('Ann').type('ask', {}, { dm: true });
    expect(textOf((await asked.answered) as PeerMessage)).toBe('For Ann.');
  });

  test('sees guilds come, fail and go', async () => {
    const made = await ready();
    const created = new Promise<string>((resolve) => made.once(Events.GuildCreate, ({ id }) => resolve(id)));
    const added = peer.addGuild({ name: 'Desk' });
    expect(await created).toBe(added.id);
    const failed = new Promise((resolve) => made.once(Events.GuildUnavailable, resolve));
    peer.outage(added, true);
    await failed;
    expect(made.guilds.cache.get(added.id)?.available).toBe(false);
    const gone = new Promise<string>((resolve) => made.once(Events.GuildDelete, ({ id }) => resolve(id)));
    peer.removeGuild(added);
    expect(await gone).toBe(added.id);
  });

  test('with a wrong token gets nowhere', async () => {
    await expect(client().login('wrong')).rejects.toThrow('invalid token');
    expect(peer.invalidRequests).toBe(1);
  });

  test('with an intent that was not granted is shown out', async () => {
    await expect(client([...usual, Intent.MessageContent]).login(peer.token)).rejects.toThrow('disallowed intents');
    expect(peer.gateway.closes).toEqual([4014]);
  });
});

describe('messages of people', () => {
  const next = (made: Client) =>
    new Promise<Message>((resolve) => {
      made.on(Events.MessageCreate, (message) => {
        if (!message.author.bot) resolve(message);
      });
    });

  test('are read where they mention the bot, reply to it or are for it alone', async () => {
    const made = await ready();
    const ann = peer.reader('Ann');
    const received: [content: string, mentions: boolean][] = [];
    const note = async (message: Promise<Message>) => {
      const { content, mentions } = await message;
      received.push([content, mentions.users.has(peer.botId)]);
    };
    const hear = (say: () => unknown) => {
      const heard = note(next(made));
      say();
      return heard;
    };
    await hear(() => ann.say('Not for you.'));
    await hear(() => ann.mention('News?'));
    await hear(() => ann.mention('In private', { dm: true }));
    await call(peer, 'POST', `/channels/${peer.channel('general').id}/messages`, { content: 'N' });
    const [answer] = peer.messages('general');
    await hear(() => ann.mention('More?', answer ? { replyTo: answer } : {}));
    await hear(() => ann.say('Less?', answer ? { replyTo: answer, ping: false } : {}));
    expect(received).toEqual([
      ['', false],
      [`<@${peer.botId}> News?`, true],
      ['In private', false],
      ['More?', true],
      ['', false],
    ]);
  });

  test('are answered', async () => {
    const made = await ready();
    made.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) void message.reply('Here.');
    });
    const said = peer.reader('Ann').mention('News?');
    expect(await said.answered).toMatchObject({ content: 'Here.', reference: said.message.id });
  });
});

describe('a connection', () => {
  const resumed = () => peer.waitFor(() => peer.gateway.resumes === 1 && peer.gateway.ready === 1);

  test('that breaks is resumed, and what was missed comes then', async () => {
    await ready();
    peer.gateway.drop();
    await peer.waitFor(() => peer.gateway.ready === 0);
    const missed = peer.reader('Ann').type('ask');
    await resumed();
    expect(textOf((await missed.answered) as PeerMessage)).toBe('For Ann.');
    expect(missed.messages.length).toBe(1);
    expect([peer.gateway.identifies, peer.gateway.connections]).toEqual([1, 2]);
  });

  test('closed with a code is resumed', async () => {
    await ready();
    peer.gateway.drop(4000);
    await resumed();
    expect(await isAnswered()).toBe('For Ann.');
  });

  test('asked to reconnect does so', async () => {
    await ready();
    peer.gateway.askReconnect();
    await resumed();
    expect([peer.gateway.identifies, await isAnswered()]).toEqual([1, 'For Ann.']);
  });

  test('whose session is invalid identifies anew', async () => {
    await ready();
    peer.gateway.invalidate(false);
    await peer.waitFor(() => peer.gateway.identifies === 2 && peer.gateway.ready === 1);
    expect([peer.gateway.resumes, await isAnswered()]).toEqual([0, 'For Ann.']);
  });

  test('whose session is invalid for now resumes it', async () => {
    await ready();
    peer.gateway.invalidate(true);
    await resumed();
    expect([peer.gateway.connections, await isAnswered()]).toEqual([1, 'For Ann.']);
  });

  test('that resumes a forgotten session is told to identify', async () => {
    await ready();
    peer.gateway.forgetSessions();
    peer.gateway.drop();
    await peer.waitFor(() => peer.gateway.identifies === 2 && peer.gateway.ready === 1);
    expect([peer.gateway.resumes, await isAnswered()]).toEqual([1, 'For Ann.']);
  });

  test('that is dead without a word is given up and resumed', async () => {
    await ready();
    peer.gateway.silent = true;
    const missed = peer.reader('Ann').type('ask');
    await resumed();
    expect(textOf((await missed.answered) as PeerMessage)).toBe('For Ann.');
    expect(peer.gateway.silent).toBe(false);
  });
});

test('what waits fails when the peer stops', async () => {
  const waiting = peer.waitFor(() => false);
  const asked = peer.reader('Ann').type('ask');
  await peer.stop();
  await expect(waiting).rejects.toThrow('stopped');
  await expect(asked.answered).rejects.toThrow('stopped');
});
