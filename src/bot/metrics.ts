/** Figures for Prometheus: commands, durations, digests, platform errors, rate-limit waits, reconnects. */
import { Counter, Histogram, Registry } from 'prom-client';
import type { Monitor } from '../platforms/platform.ts';
import type { Log } from './log.ts';

/** One command that was answered. */
export interface AnsweredCommand {
  readonly command: string;
  readonly platform: string;
  /** What kind of answer it got. */
  readonly answer: string;
  readonly durationMs: number;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = this.#counter('dateline_commands_total', 'Commands answered', ['platform', 'command', 'answer']);
  readonly #errors = this.#counter('dateline_platform_errors_total', 'What failed on a platform', ['platform']);
  readonly #waits = this.#counter('dateline_rate_limit_waits_total', 'Rate limits waited for', ['platform']);
  readonly #waited = this.#counter('dateline_rate_limit_wait_seconds_total', 'Time waited for them', ['platform']);
  readonly #reconnects = this.#counter('dateline_reconnects_total', 'Connections made again after a loss', [
    'platform',
  ]);
  readonly #slots = this.#counter('dateline_digest_slots_total', 'Digests that came to an end', [
    'platform',
    'outcome',
  ]);
  readonly #corrected = this.#counter('dateline_corrected_posts_total', 'Corrections that reached posts', [
    'platform',
    'how',
  ]);
  readonly #durations = new Histogram({
    name: 'dateline_command_duration_seconds',
    help: 'From the command to its answer, without the platform',
    labelNames: ['platform'],
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 3],
    registers: [this.#registry],
  });

  answered({ command, platform, answer, durationMs }: AnsweredCommand) {
    this.#commands.inc({ platform, command, answer });
    this.#durations.observe({ platform }, durationMs / 1000);
  }

  slotEnded(platform: string, outcome: 'sent' | 'skipped' | 'uncertain') {
    this.#slots.inc({ platform, outcome });
  }

  corrected(platform: string, how: 'amended' | 'replied') {
    this.#corrected.inc({ platform, how });
  }

  /** What a platform tells, in the log and in the figures. */
  monitor(platform: string, log: Log): Monitor {
    return {
      info: (details, message) => log.info({ platform, ...details }, message),
      warn: (details, message) => log.warn({ platform, ...details }, message),
      error: (details, message) => {
        this.#errors.inc({ platform });
        log.error({ platform, ...details }, message);
      },
      waited: (ms) => {
        this.#waits.inc({ platform });
        this.#waited.inc({ platform }, ms / 1000);
      },
      reconnected: () => {
        this.#reconnects.inc({ platform });
        log.info({ platform }, 'connected again');
      },
    };
  }

  /** All figures in Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }
}
