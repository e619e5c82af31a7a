import { describe, expect, test } from 'vitest';
import type { Fault } from '../../peers/discord/index.ts';
import { textOf } from '../../peers/discord/index.ts';
import { callsOf, messageOf, started, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const callback = /POST \/interactions/;
const edit = /PATCH \/webhooks/;
const post = /POST \/channels\/\d+\/messages/;

const failures: readonly (readonly [string, Fault])[] = [
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['a connection that breaks', 'reset'],
  ['a limit of the route', { retryAfterMs: 30 }],
  ['a limit of everything', { retryAfterMs: 30, global: true }],
];

const lost: readonly (readonly [string, Fault])[] = [
  ['a 500', { after: 'accept', status: 500 }],
  ['nothing', 'reset-after'],
];

describe('a request that fails is made again', () => {
  test.for(failures)('a first response: %s', async ([, fault]) => {
    const trial = await started();
    trial.peer.faults.next(callback, fault);
    const exchange = trial.peer.reader('Ann').type('stories');
    expect(textOf(messageOf(await exchange.answered))).toContain('Stories');
    expect(exchange.messages).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test.for(failures)('the end of a slow answer: %s', async ([, fault]) => {
    const trial = await started();
    const exchange = trial.peer.reader('Ann').type('slow');
    await exchange.acknowledged;
    trial.peer.faults.next(edit, fault);
    trial.gate.open();
    expect(textOf(messageOf(await exchange.answered))).toContain('slow but sure');
    expect(exchange.messages).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test.for(failures)('a mention’s reply: %s', async ([, fault]) => {
    const trial = await started();
    trial.peer.faults.next(post, fault);
    const said = trial.peer.reader('Ann').mention('help');
    expect(textOf(await said.answered)).toContain('What you can type');
    expect(trial.told.errors).toEqual([]);
  });
});

describe('one that Discord took, and answered with', () => {
  /** Waits until the bot has made its second request, and got its answer. */
  const madeTwice = async (trial: Awaited<ReturnType<typeof started>>, match: RegExp) =>
    trial.peer.waitFor(() => callsOf(trial, match) === 2);

  test.for(lost)('%s: a first response stands once', async ([, fault]) => {
    const trial = await started();
    trial.peer.faults.next(callback, fault);
    const exchange = trial.peer.reader('Ann').type('stories');
    expect(textOf(messageOf(await exchange.answered))).toContain('Stories');
    await madeTwice(trial, callback);
    await trial.platform.stop();
    expect(exchange.messages).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
    expect(trial.told.warnings.join()).toContain('40060');
  });

  test.for(lost)('%s: a slow answer does not stay announced', async ([, fault]) => {
    const trial = await started();
    trial.peer.faults.next(callback, fault);
    const exchange = trial.peer.reader('Ann').type('slow');
    await madeTwice(trial, callback);
    trial.gate.open();
    expect(textOf(messageOf(await exchange.answered))).toContain('slow but sure');
    expect(exchange.messages).toHaveLength(1);
    expect(trial.told.all.filter((each) => !each.startsWith('Discord answers'))).toEqual([]);
  });

  test.for(lost)('%s: a mention is replied to once', async ([, fault]) => {
    const trial = await started();
    trial.peer.faults.next(post, fault);
    await trial.peer.reader('Ann').mention('help').answered;
    await madeTwice(trial, post);
    await trial.platform.stop();
    expect(trial.peer.messages('general').filter(({ authorId }) => authorId === trial.peer.botId)).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test.for(lost)('%s: a page is turned once', async ([, fault]) => {
    const trial = await started();
    const ann = trial.peer.reader('Ann');
    const first = messageOf(await ann.type('pages').answered);
    trial.peer.faults.next(callback, fault);
    const turned = ann.press(first, '/pages page:2');
    expect(messageOf(await turned.answered).id).toBe(first.id);
    await trial.peer.waitFor(() => callsOf(trial, callback) === 3);
    await trial.platform.stop();
    expect(turned.messages).toHaveLength(1);
    expect(trial.told.errors).toEqual([]);
  });

  test.for(lost)('%s: a form is opened once, and can be sent', async ([, fault]) => {
    const trial = await started();
    const ann = trial.peer.reader('Ann');
    const opener = messageOf(await ann.type('opener').answered);
    trial.peer.faults.next(callback, fault);
    const form = await ann.press(opener, '/desk enrol count:3').answered;
    if (typeof form !== 'object' || !('kind' in form)) throw new Error('no form');
    const sent = messageOf(await ann.submit(form, { cadence: ['weekly'], name: 'Ann' }).answered);
    expect(textOf(sent)).toContain('enrolled Ann, weekly, 3');
    expect(trial.told.errors).toEqual([]);
  });
});

describe('a limit that is waited for is counted once', () => {
  test.for([
    ['of a first response', callback, 'slash'],
    ['of a reply', post, 'mention'],
  ] as const)('%s', async ([, match, way]) => {
    for (const global of [false, true]) {
      const { peer, told } = await started();
      peer.faults.next(match, { retryAfterMs: 30, global });
      const ann = peer.reader('Ann');
      await (way === 'slash' ? ann.type('help').answered : ann.mention('help').answered);
      expect(told.waits).toHaveLength(1);
      expect(told.waits[0]).toBeGreaterThan(10);
    }
  });

  test('one that Discord foretold', async () => {
    const trial = await started({}, { limits: { perRoute: { limit: 1, windowMs: 60 } } });
    const ann = trial.peer.reader('Ann');
    await Promise.all(['help', 'stories', 'help'].map((text) => ann.mention(text)));
    await trial.peer.waitFor(
      () => trial.peer.messages('general').filter(({ authorId }) => authorId === trial.peer.botId).length === 3,
    );
    expect(trial.told.waits.length).toBeGreaterThan(0);
    expect(trial.peer.refusals.filter(({ status }) => status === 429)).toEqual([]);
  });
});

describe('an answer that comes to nothing', () => {
  test('too late, it is a warning', async () => {
    const trial = await started({ slowMs: 5000 }, { patienceMs: 30 });
    const exchange = trial.peer.reader('Ann').type('slow');
    await trial.gate.reached;
    trial.peer.faults.next(callback, { delayMs: 50 });
    trial.gate.open();
    await expect(exchange.answered).rejects.toThrow('too late');
    await trial.platform.stop();
    expect(trial.told.errors).toEqual([]);
    expect(trial.told.warnings.join()).toContain('10062');
  });

  test('a completion too late is a warning', async () => {
    const trial = await started({}, { patienceMs: 10 });
    trial.peer.faults.next(callback, { delayMs: 30 });
    await expect(trial.peer.reader('Ann').complete('briefing', 'story', 'alb')).rejects.toThrow('too late');
    await trial.platform.stop();
    expect(trial.told.errors).toEqual([]);
  });

  test.for([
    ['fails', { status: 500 }, 4],
    ['is refused', { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: {} } }, 1],
  ] as readonly (readonly [string, Fault, number])[])(
    '%s: the log tells neither the interaction’s token nor what was typed',
    async ([, fault, times]) => {
      const trial = await started();
      trial.peer.faults.next(callback, fault, times);
      const exchange = trial.peer.reader('Ann').type('stories', { query: 'a private question' });
      await trial.peer.waitFor(() => callsOf(trial, callback) === times);
      await trial.platform.stop();
      expect(trial.told.errors).toHaveLength(1);
      for (const secret of [exchange.token, trial.peer.token, 'private question'])
        expect(trial.told.all.join()).not.toContain(secret);
    },
  );
});
