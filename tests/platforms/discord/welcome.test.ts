import { describe, expect, test } from 'vitest';
import { type DiscordPeer, Permission, textOf } from '../../peers/discord/index.ts';
import { messageOf, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const usual = Permission.ViewChannel | Permission.SendMessages;

/** Who got the next private message, and what it says. */
async function nextPrivate(peer: DiscordPeer) {
  const sent = await peer.waitFor(() =>
    peer.calls.find(
      ({ method, path, status }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path) && status === 200,
    ),
  );
  const channel = peer.channel(sent.path.split('/')[2] ?? '');
  const [message] = peer.messages(channel.id);
  return { to: channel.recipient?.id, text: message ? textOf(message) : '', message };
}

const emptyLog = {
  audit_log_entries: [],
  users: [],
  integrations: [],
  threads: [],
  webhooks: [],
  application_commands: [],
  auto_moderation_rules: [],
  guild_scheduled_events: [],
};

/** What the bot was asked before this has been answered. */
async function settled({ peer }: Trial) {
  messageOf(await peer.reader('Zoe').type('help').answered);
}

const privateMessages = ({ peer }: Trial) => peer.calls.filter(({ path }) => path === '/users/@me/channels').length;

describe('a new server', () => {
  test('welcomes whoever added the bot, where the audit log tells', async () => {
    const { peer, told } = await started();
    const adder = peer.reader('Ada');
    peer.addGuild({ inviterId: adder.id, botPermissions: usual | Permission.ViewAuditLog });
    const { to, text, message } = await nextPrivate(peer);
    expect(to).toBe(adder.id);
    expect(text).toContain('Dateline is here');
    expect(message).toMatchObject({ flags: 1 << 15, pings: [] });
    expect(told.errors).toEqual([]);
  });

  test('welcomes its owner where the log may not be read', async () => {
    const { peer } = await started();
    const [adder, owner] = [peer.reader('Ada'), peer.reader('Olaf')];
    peer.addGuild({ inviterId: adder.id, ownerId: owner.id, botPermissions: usual });
    expect((await nextPrivate(peer)).to).toBe(owner.id);
  });

  test.for([
    ['fails', { status: 403, body: { code: 50013, message: 'Missing Permissions' } }],
    ['is empty', { status: 200, body: emptyLog }],
  ] as const)('welcomes its owner where the log %s', async ([, fault]) => {
    const { peer } = await started();
    const [adder, owner] = [peer.reader('Ada'), peer.reader('Olaf')];
    peer.faults.next(/GET \/guilds\/\d+\/audit-logs/, fault);
    peer.addGuild({ inviterId: adder.id, ownerId: owner.id, botPermissions: usual | Permission.ViewAuditLog });
    expect((await nextPrivate(peer)).to).toBe(owner.id);
  });

  test('whose owner takes no private messages is a line in the log', async () => {
    const trial = await started();
    const { peer, told } = trial;
    peer.addGuild({ ownerId: peer.reader('Olaf', { acceptsMessages: false }).id, botPermissions: usual });
    await peer.waitFor(() => peer.refusals.some(({ code }) => code === 50007));
    await settled(trial);
    expect(told.errors).toEqual([]);
    expect(told.warnings).toHaveLength(1);
  });

  test('is welcomed once where Discord’s answer is lost', async () => {
    const trial = await started();
    const { peer } = trial;
    peer.faults.next(/POST \/channels\/\d+\/messages/, { after: 'accept', status: 500 });
    peer.addGuild({ ownerId: peer.reader('Olaf').id, botPermissions: usual });
    const { message } = await nextPrivate(peer);
    expect(peer.messages(message?.channelId ?? '')).toHaveLength(1);
  });

  test('that is left before it could be welcomed ends nothing', async () => {
    const trial = await started();
    const { peer } = trial;
    peer.faults.next(/POST \/users\/@me\/channels/, { delayMs: 10 });
    peer.removeGuild(peer.addGuild({ botPermissions: usual | Permission.ViewAuditLog }));
    await settled(trial);
  });
});

describe('nobody is welcomed', () => {
  test('at the start', async () => {
    const trial = await started();
    await settled(trial);
    expect(privateMessages(trial)).toBe(0);
  });

  test('after an outage', async () => {
    const trial = await started();
    const { peer } = trial;
    peer.outage(peer.guild, true);
    peer.outage(peer.guild, false);
    await settled(trial);
    expect(privateMessages(trial)).toBe(0);
  });

  test('after a connection that was lost', async () => {
    const trial = await started();
    const { peer } = trial;
    peer.gateway.drop();
    await peer.waitFor(() => peer.gateway.resumes === 1 && peer.gateway.ready === 1);
    await settled(trial);
    expect(privateMessages(trial)).toBe(0);
  });
});
