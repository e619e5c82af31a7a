import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Metrics } from '../../src/bot/metrics.ts';

/** A log that is kept. */
function keptLog() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

/** The samples that are there, by name and labels. */
async function samples(metrics: Metrics): Promise<Record<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('each figure is described, in a text that Prometheus reads, before anything happened', async () => {
  const text = await new Metrics().text();
  const names = {
    dateline_commands_total: 'counter',
    dateline_digest_slots_total: 'counter',
    dateline_corrected_posts_total: 'counter',
    dateline_platform_errors_total: 'counter',
    dateline_rate_limit_waits_total: 'counter',
    dateline_rate_limit_wait_seconds_total: 'counter',
    dateline_reconnects_total: 'counter',
    dateline_command_duration_seconds: 'histogram',
  };
  for (const [name, type] of Object.entries(names)) {
    expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'm'));
    expect(text).toContain(`# TYPE ${name} ${type}\n`);
  }
  expect(text.match(/^# TYPE /gm)).toHaveLength(Object.keys(names).length);
  expect(text.endsWith('\n')).toBe(true);
});

test('digests are counted by platform and outcome, and corrections by how they reached a post', async () => {
  const metrics = new Metrics();
  for (const outcome of ['sent', 'sent', 'skipped', 'uncertain'] as const) metrics.slotEnded('slack', outcome);
  metrics.corrected('slack', 'amended');
  metrics.corrected('web', 'replied');
  expect(await samples(metrics)).toEqual({
    'dateline_digest_slots_total{platform="slack",outcome="sent"}': 2,
    'dateline_digest_slots_total{platform="slack",outcome="skipped"}': 1,
    'dateline_digest_slots_total{platform="slack",outcome="uncertain"}': 1,
    'dateline_corrected_posts_total{platform="slack",how="amended"}': 1,
    'dateline_corrected_posts_total{platform="web",how="replied"}': 1,
  });
});

test('commands are counted by platform, command and answer, and their time is summed up in seconds', async () => {
  const metrics = new Metrics();
  const briefing = { command: 'briefing', platform: 'discord', answer: 'briefing' };
  metrics.answered({ ...briefing, durationMs: 1.5 });
  metrics.answered({ ...briefing, durationMs: 20 });
  metrics.answered({ ...briefing, platform: 'slack', durationMs: 0.1 });
  metrics.answered({ ...briefing, answer: 'mistake', durationMs: 5000 });
  const duration = 'dateline_command_duration_seconds';
  expect(await samples(metrics)).toMatchObject({
    'dateline_commands_total{platform="discord",command="briefing",answer="briefing"}': 2,
    'dateline_commands_total{platform="slack",command="briefing",answer="briefing"}': 1,
    'dateline_commands_total{platform="discord",command="briefing",answer="mistake"}': 1,
    [`${duration}_count{platform="discord"}`]: 3,
    [`${duration}_count{platform="slack"}`]: 1,
    [`${duration}_bucket{le="0.001",platform="discord"}`]: 0,
    [`${duration}_bucket{le="0.002",platform="discord"}`]: 1,
    [`${duration}_bucket{le="0.025",platform="discord"}`]: 2,
    [`${duration}_bucket{le="3",platform="discord"}`]: 2,
    [`${duration}_bucket{le="+Inf",platform="discord"}`]: 3,
  });
  expect((await samples(metrics))[`${duration}_sum{platform="discord"}`]).toBeCloseTo(5.0215);
});

test('what a platform tells is logged under its name; errors, waits and reconnects are counted, each apart', async () => {
  const metrics = new Metrics();
  const { log, lines } = keptLog();
  const [discord, slack] = [metrics.monitor('discord', log), metrics.monitor('slack', log)];
  discord.info({ servers: 2 }, 'connected');
  discord.warn({ code: 10062 }, 'too late');
  discord.error({ code: 50013 }, 'not sent');
  discord.error({}, 'not sent');
  discord.waited(1500);
  discord.waited(250);
  discord.reconnected();
  slack.error({}, 'not sent');
  expect(await samples(metrics)).toEqual({
    'dateline_platform_errors_total{platform="discord"}': 2,
    'dateline_platform_errors_total{platform="slack"}': 1,
    'dateline_rate_limit_waits_total{platform="discord"}': 2,
    'dateline_rate_limit_wait_seconds_total{platform="discord"}': 1.75,
    'dateline_reconnects_total{platform="discord"}': 1,
  });
  expect(lines.map(({ level, platform, msg, code }) => [level, platform, msg, code])).toEqual([
    [30, 'discord', 'connected', undefined],
    [40, 'discord', 'too late', 10062],
    [50, 'discord', 'not sent', 50013],
    [50, 'discord', 'not sent', undefined],
    [30, 'discord', 'connected again', undefined],
    [50, 'slack', 'not sent', undefined],
  ]);
});

test('two bots in one process count each for itself', async () => {
  const [one, other] = [new Metrics(), new Metrics()];
  one.monitor('discord', keptLog().log).reconnected();
  expect(Object.keys(await samples(other))).toEqual([]);
});
