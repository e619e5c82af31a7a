/** How many requests Discord takes. https://discord.com/developers/docs/topics/rate-limits */
import type { Clock } from './clock.ts';

export interface Limits {
  /** Of one route and one channel, guild or webhook; none where it is absent. */
  readonly perRoute?: { readonly limit: number; readonly windowMs: number };
  /** Of all requests in a second but callbacks; 50 where it is absent. */
  readonly global?: number;
}

interface Bucket {
  used: number;
  resetAt: number;
}

export interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where the request may pass. */
  readonly retryAfterMs?: number;
  readonly isGlobal?: boolean;
}

export class RateLimits {
  readonly #clock: Clock;
  readonly #limits: Limits | undefined;
  readonly #buckets = new Map<string, Bucket>();
  #global: Bucket = { used: 0, resetAt: 0 };

  constructor(clock: Clock, limits: Limits | undefined) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Counts a request; one that is over the limit is to be answered with a 429. */
  count(bucket: string, countsGlobally: boolean): Limited {
    if (!this.#limits) return { headers: {} };
    const now = this.#clock();
    if (countsGlobally) {
      if (now >= this.#global.resetAt) this.#global = { used: 0, resetAt: now + 1000 };
      this.#global.used += 1;
      const retryAfterMs = this.#global.resetAt - now;
      if (this.#global.used > (this.#limits.global ?? 50)) return { headers: {}, retryAfterMs, isGlobal: true };
    }
    const { perRoute } = this.#limits;
    return perRoute ? this.#countRoute(bucket, perRoute, now) : { headers: {} };
  }

  #countRoute(key: string, { limit, windowMs }: { limit: number; windowMs: number }, now: number): Limited {
    let bucket = this.#buckets.get(key);
    if (!bucket || now >= bucket.resetAt) bucket = { used: 0, resetAt: now + windowMs };
    bucket.used += 1;
    // Last used, last forgotten.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > 1000) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    const afterMs = bucket.resetAt - now;
    const headers = {
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-remaining': `${Math.max(0, limit - bucket.used)}`,
      'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': (afterMs / 1000).toFixed(3),
      'x-ratelimit-bucket': Buffer.from(key.replace(/\d{15,}.*$/, ''))
        .toString('hex')
        .slice(0, 32),
    };
    return bucket.used > limit ? { headers, retryAfterMs: afterMs } : { headers };
  }
}

/** The answer to a request over the limit. */
export function tooMany(retryAfterMs: number, isGlobal: boolean): { body: object; headers: Record<string, string> } {
  const seconds = Math.ceil(retryAfterMs) / 1000;
  return {
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
    headers: {
      'retry-after': `${seconds}`,
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
}
