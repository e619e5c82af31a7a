import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { ended } from './ended.ts';
import { textOf as discordText, isMessage, startDiscord } from './peers/discord/index.ts';
import { textOf as slackText, startSlack } from './peers/slack/index.ts';

const root = join(import.meta.dirname, '..');
/** So long the platforms wait for a first sign of an answer: that of a program that has just started, on a busy machine. */
const patienceMs = 60_000;
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The real program, with these settings and no others of the platforms. */
function start(settings: Record<string, string>) {
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:DISCORD|SLACK)_/.test(name)));
  const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
  open.push(() => rmSync(data, { recursive: true, force: true }));
  const env = {
    ...bare,
    STORIES: join(root, 'briefings'),
    DATELINE_DATA: data,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    ...settings,
  };
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: root,
    env,
  });
  open.push(() => child.kill('SIGKILL'));
  const [out, err]: string[][] = [[], []];
  const lines = createInterface(child.stdout as NodeJS.ReadableStream).on('line', (line) => out?.push(line));
  createInterface(child.stderr as NodeJS.ReadableStream).on('line', (line) => err?.push(line));
  const hasEnded = ended(child).then((code) => ({ code, out: out ?? [], err: err ?? [] }));
  const said = async (words: string) => {
    const found = () => out?.find((line) => line.includes(words));
    while (!found()) await once(lines, 'line');
    return found() ?? '';
  };
  const address = async () => (await said('Dateline answers at ')).replace('Dateline answers at ', '');
  return { child, ended: hasEnded, said, address };
}

async function peers() {
  const [discord, slack] = [await startDiscord({ patienceMs }), await startSlack({ mode: 'socket', patienceMs })];
  open.push(
    () => discord.stop(),
    () => slack.stop(),
  );
  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.api,
  };
  return { discord, slack, settings };
}

test('with both tokens one process answers on both platforms and on the page, and stops when it is told to', async () => {
  const { discord, slack, settings } = await peers();
  const program = start(settings);
  const address = await program.address();
  await Promise.all([program.said('Discord answers'), program.said('Slack answers')]);
  const ready = await fetch(`${address}readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { web: true, discord: true, slack: true }]);

  const onDiscord = await discord.reader('ann').type('briefing', { story: 'albania-iran' }).answered;
  expect(isMessage(onDiscord) && discordText(onDiscord)).toContain('Albania breaks with Iran');
  const onSlack = await slack.reader('ann').type('/briefing', 'albania-iran').answered;
  expect(slackText(onSlack)).toContain('Albania breaks with Iran');
  const figures = await (await fetch(`${address}metrics`)).text();
  for (const platform of ['discord', 'slack'])
    expect(figures).toContain(`dateline_commands_total{platform="${platform}",command="briefing",answer="briefing"} 1`);

  program.child.kill('SIGTERM');
  const { code, out, err } = await program.ended;
  expect([code, err]).toEqual([0, []]);
  const secrets = Object.entries(settings).filter(([name]) => name.endsWith('TOKEN'));
  for (const [, secret] of secrets) expect(out.join('\n')).not.toContain(secret);
  expect([...discord.refusals, ...slack.refusals, ...slack.violations, ...slack.remarks]).toEqual([]);
});

test('told to stop, it finishes the answer that is under way; told twice, it ends at once', async () => {
  for (const [times, delayMs, expected] of [
    [1, 200, 0],
    [2, 60_000, 1],
  ] as const) {
    const { discord, settings } = await peers();
    const { DISCORD_TOKEN, DISCORD_API_URL } = settings;
    const program = start({ DISCORD_TOKEN, DISCORD_API_URL });
    await program.said('Discord answers');
    discord.faults.next(/callback/, { delayMs });
    const { acknowledged, answered } = discord.reader('ann').type('briefing', { story: 'albania-iran' });
    for (const promise of [acknowledged, answered]) promise.catch(() => undefined);
    await program.said('"msg":"command"');
    for (let time = 0; time < times; time += 1) {
      program.child.kill('SIGTERM');
      await program.said('stopping');
    }
    expect((await program.ended).code).toBe(expected);
    if (expected === 0) expect(isMessage(await answered)).toBe(true);
  }
});

test('where one platform cannot be reached the others answer all the same, and it is tried again', async () => {
  const { discord, slack, settings } = await peers();
  slack.down = true;
  const program = start(settings);
  const address = await program.address();
  await Promise.all([program.said('Discord answers'), program.said('Slack cannot be reached; trying again')]);
  const answer = await discord.reader('ann').type('stories').answered;
  expect(isMessage(answer) && discordText(answer)).toContain('Stories');
  const ready = await fetch(`${address}readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { web: true, discord: true, slack: false }]);
  slack.down = false;
  await program.said('Slack answers');
  expect((await fetch(`${address}readyz`)).status).toBe(200);
});

test.for([
  [{ DISCORD_TOKEN: 'not-the-token' }, 'Discord does not accept DISCORD_TOKEN'],
  [{ SLACK_BOT_TOKEN: 'xoxb-not-the-token' }, 'Slack does not accept SLACK_BOT_TOKEN'],
  [{ SLACK_APP_TOKEN: 'xapp-not-the-token' }, 'Slack does not accept SLACK_APP_TOKEN'],
] as const)('a wrong token, %j, stops the start with one sentence that does not hold it', async ([wrong, sentence]) => {
  const { settings } = await peers();
  const { code, out, err } = await start({ ...settings, ...wrong }).ended;
  expect(code).toBe(1);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(sentence);
  expect([...out, ...err].join('\n')).not.toContain('not-the-token');
});
