/** Where answers go: channels, threads, private messages, forms; and what is typed there arrives as it was typed. */
import { describe, expect, test } from 'vitest';
import { defineCommand } from '../../../src/commands/command.ts';
import { toChannel, toReader } from '../../../src/commands/invocation.ts';
import { line } from '../../../src/message/index.ts';
import { buttonsOf, type PeerMessage, textOf } from '../../peers/slack/index.ts';
import { begin, bothModes, message, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

const briefing = '/briefing albania-iran timeline';

/** Says what it got. */
const echo = defineCommand({
  name: 'echo',
  description: 'Says what it got',
  example: () => '/echo text',
  seenBy: () => 'channel',
  options: { text: { kind: 'text', description: 'Any text' } },
  run: ({ text = '' }) =>
    toChannel({
      ...{ kind: 'list', title: 'Echo', summary: text, command: '/echo', page: 1 },
      blocks: [{ kind: 'paragraph', content: line(`heard ${JSON.stringify(text)}`) }],
      buttons: [
        { label: 'Appoint', command: '/assign count:2' },
        { label: 'Turn', command: '/pages page:2' },
      ],
    }),
});

/** Asks for two things that can be wrong. */
const assign = defineCommand({
  name: 'assign',
  description: 'Asks for a name and a day',
  example: () => '/assign',
  seenBy: () => 'reader',
  options: {
    name: { kind: 'text', description: 'The name', required: true },
    day: { kind: 'day', description: 'The day', required: true },
    count: { kind: 'count', description: 'How many' },
  },
  run: ({ name, day, count = 1 }) =>
    toReader({
      ...{ kind: 'list', title: 'Appointed', summary: 'appointed', command: '/help', page: 1, buttons: [] },
      blocks: [{ kind: 'paragraph', content: line(`${name} on ${day}, ${count}`) }],
    }),
});

const commands = [echo, assign];

/** A message of the channel, as a press leaves it where it is. */
const threadOf = (shown: PeerMessage) => shown.threadTs ?? shown.ts;

describe.each(bothModes)('by %s', (mode) => {
  const open = async () => {
    const trial = await begin(mode, { commands });
    const { peer } = trial;
    return { ...trial, ann: peer.reader('ann'), general: peer.channels.general };
  };

  test('a command in a channel is answered there; a private one to its reader alone', async () => {
    const { peer, ann, general } = await open();
    const shown = await message(ann.type('/briefing', 'albania-iran').answered);
    expect(shown).toMatchObject({ channel: general.id, via: 'response_url', unfurlLinks: false });
    expect(shown.ephemeralFor).toBeUndefined();
    const hidden = await message(ann.type('/briefing', 'albania-iran private:yes').answered);
    expect(hidden).toMatchObject({ channel: general.id, ephemeralFor: ann.id });
    expect(peer.messages(general)).toHaveLength(1);
  });

  test('a command is answered in a channel that the bot is not in', async () => {
    const { peer, ann } = await open();
    const channel = peer.channel('elsewhere', { member: false });
    expect(await message(ann.type('/dateline', 'help', { channel }).answered)).toMatchObject({ channel: channel.id });
  });

  test.for([
    ['/dateline', '', 'What you can type'],
    ['/dateline', '  briefing albania-iran ', 'Albania breaks with Iran'],
    ['/briefing', 'albania-iran', 'Albania breaks with Iran'],
    ['/dateline', '/briefing albania-iran', 'Albania breaks with Iran'],
    ['/dateline', 'briefng albania-iran', 'briefing'],
    ['/stories', '', 'Stories'],
  ] as const)('%s %s', async ([command, text, says]) => {
    const { ann } = await open();
    expect(textOf(await ann.type(command, text).answered)).toContain(says);
  });

  test('a press is answered to whoever pressed, and leaves a message that all see as it is', async () => {
    const { peer, ann, general } = await open();
    const shown = await message(ann.type('/briefing', 'albania-iran').answered);
    const before = structuredClone(shown);
    const answer = await message(peer.reader('bob').press(shown, briefing).answered);
    expect(answer).toMatchObject({ channel: general.id, ephemeralFor: peer.reader('bob').id });
    expect(answer.threadTs).toBeUndefined();
    expect(shown).toEqual(before);
    // Nor are its pages turned, which others read, too.
    const all = await message(ann.type('/dateline', 'echo').answered);
    const turned = await message(ann.press(all, 'Turn').answered);
    expect(turned).toMatchObject({ ephemeralFor: ann.id });
    expect(textOf(all)).toContain('heard');
  });

  test('a press in a private answer is answered beside it; only its pages are turned in its place', async () => {
    const { ann } = await open();
    const hidden = await message(ann.type('/dateline', 'pages').answered);
    expect(textOf(hidden)).toContain('Paragraph 1.');
    const turned = await message(ann.press(hidden, '/pages page:2').answered);
    expect(turned.ts).toBe(hidden.ts);
    expect(textOf(hidden)).not.toContain('Paragraph 1.');
    const story = await message(ann.type('/briefing', 'albania-iran private:yes').answered);
    const answer = await message(ann.press(story, briefing).answered);
    expect(answer).toMatchObject({ ephemeralFor: ann.id });
    expect(answer.ts).not.toBe(story.ts);
  });

  test('a press in a thread is answered in that thread, in private and where it is shown to all', async () => {
    const { ann } = await open();
    const shown = await message(ann.mention('briefing albania-iran').answered);
    expect(shown.threadTs).toBeDefined();
    const answer = await message(ann.press(shown, briefing).answered);
    expect(answer).toMatchObject({ threadTs: shown.threadTs, ephemeralFor: ann.id });
    const show = buttonsOf(answer).find(({ value }) => value.endsWith(' #show'))?.value;
    const public_ = await message(ann.press(answer, String(show)).answered);
    expect(public_.threadTs).toBe(shown.threadTs);
    expect(public_.ephemeralFor).toBeUndefined();
  });

  test('a mention is answered in a thread of its own, or in the one where it stands', async () => {
    const { peer, ann, general } = await open();
    const answer = await message(ann.mention('briefing albania-iran').answered);
    const asked = peer.messages(general)[0];
    expect(answer.threadTs).toBe(asked?.ts);
    const again = await message(peer.reader('bob').mention('stories', { thread: answer }).answered);
    expect(again.threadTs).toBe(asked?.ts);
  });

  test('a bare mention asks for help', async () => {
    const { ann } = await open();
    expect(textOf(await ann.mention('').answered)).toContain('What you can type');
  });

  test('a mention in a thread is about the story of the bot’s first message there', async () => {
    const { ann } = await open();
    const first = await message(ann.mention('briefing albania-iran').answered);
    ann.say('What do you make of it?', { thread: first });
    await ann.mention('briefing invented-water', { thread: first }).answered;
    const answer = await message(ann.mention('timeline', { thread: first }).answered);
    expect(textOf(answer)).toContain('Albania–Iran: timeline');
    expect(threadOf(answer)).toBe(threadOf(first));
  });

  test('a mention in a thread that cannot be read is answered without it', async () => {
    const { peer, ann, hears } = await open();
    const first = await message(ann.mention('briefing albania-iran').answered);
    peer.faults.next(/conversations\.replies/, { error: 'missing_scope' });
    const answer = await message(ann.mention('stories', { thread: first }).answered);
    expect(textOf(answer)).toContain('Stories');
    expect(await hears('thread not read')).toMatchObject([{ details: { reason: 'missing_scope' } }]);
  });

  test('a private answer to a mention is seen by its reader alone, in the thread', async () => {
    const { peer, ann, general } = await open();
    const exchange = ann.mention('briefing albania-iran private:yes');
    const answer = await message(exchange.answered);
    expect(answer).toMatchObject({ ephemeralFor: ann.id, threadTs: peer.messages(general)[0]?.ts });
  });

  test('a private message is answered where it stands, in its thread too', async () => {
    const { peer, ann } = await open();
    const answer = await message(ann.dm('briefing albania-iran').answered);
    expect(answer.channel).toBe(peer.dmWith(ann).id);
    expect(answer.threadTs).toBeUndefined();
    expect(answer.ephemeralFor).toBeUndefined();
    // What is for the reader alone needs no hiding there, and stays.
    expect((await message(ann.dm('stories').answered)).ephemeralFor).toBeUndefined();
    const inThread = await message(ann.dm('timeline', { thread: answer }).answered);
    expect(inThread.threadTs).toBe(answer.ts);
    expect(textOf(inThread)).toContain('Albania–Iran: timeline');
  });

  describe('what is typed', () => {
    const signs = 'a & b <c> &amp; *d* _e_ `f` @channel';

    test('arrives as it was typed', async () => {
      const { ann } = await open();
      const heard = `heard ${JSON.stringify(signs)}`;
      expect(textOf(await ann.type('/dateline', `echo ${signs}`).answered)).toContain(heard);
      expect(textOf(await ann.dm(`echo ${signs}`).answered)).toContain(heard);
      expect(textOf(await ann.mention(`echo ${signs}`).answered)).toContain(heard);
    });

    test.for([
      ['a &amp; b &lt;c&gt;', 'a & b <c>'],
      ['&amp;lt;', '&lt;'],
      ['a & b &lt;c', 'a & b &lt;c'],
    ])('as a command, escaped or not: %s', async ([sent, meant]) => {
      const { ann } = await open();
      expect(textOf(await ann.type('/dateline', `echo ${sent}`).answered)).toContain(`heard ${JSON.stringify(meant)}`);
    });
  });

  describe('a form', () => {
    const filled = { name: 'Ann & <Bob>', day: '2022-09-08' };

    test('from a command', async () => {
      const { ann } = await open();
      const form = await view(ann.type('/dateline', 'assign').answered);
      const answer = await message(ann.submit(form, filled).answered);
      expect(textOf(answer)).toContain('Ann & <Bob> on 2022-09-08, 1');
      expect(answer.ephemeralFor).toBe(ann.id);
      expect(form.open).toBe(false);
    });

    test('from a press, with what its button had given, in the thread', async () => {
      const { ann } = await open();
      const shown = await message(ann.mention('echo').answered);
      const form = await view(ann.press(shown, 'Appoint').answered);
      const answer = await message(ann.submit(form, filled).answered);
      expect(textOf(answer)).toContain(', 2');
      expect(answer).toMatchObject({ threadTs: shown.threadTs, ephemeralFor: ann.id });
    });

    test('from a mention, by a button that opens it', async () => {
      const { ann } = await open();
      const asking = await message(ann.mention('assign count:5').answered);
      expect(asking).toMatchObject({ ephemeralFor: ann.id });
      const form = await view(ann.press(asking, 'Fill it in').answered);
      expect(textOf(await ann.submit(form, filled).answered)).toContain(', 5');
    });

    test('stays open where something is wrong, says what under its field, and is answered when it is right', async () => {
      const { ann } = await open();
      const form = await view(ann.type('/dateline', 'assign').answered);
      for (const day of ['noday', 'neverday']) {
        const shown = await view(ann.submit(form, { ...filled, day }).answered);
        expect(shown.id).toBe(form.id);
        expect(form).toMatchObject({ open: true, updates: 0 }); // what was typed stands in it
        expect(form.errors).toEqual({ day: expect.stringContaining(`‘${day}’ is no day`) });
      }
      const answer = await message(ann.submit(form, filled).answered);
      expect(textOf(answer)).toContain('on 2022-09-08');
      expect(form.open).toBe(false);
    });

    test('stays open where nothing but blanks was typed', async () => {
      const { ann } = await open();
      const form = await view(ann.type('/dateline', 'assign').answered);
      await ann.submit(form, { ...filled, name: '   ' }).answered;
      expect(form.errors).toEqual({ name: 'This is needed.' });
      await message(ann.submit(form, filled).answered);
    });

    test('that cannot be opened any more is offered by a button', async () => {
      const { peer, ann, hears } = await open();
      peer.faults.next(/views\.open/, { error: 'expired_trigger_id' });
      const asking = await message(ann.type('/dateline', 'assign').answered);
      expect(await hears('form not opened')).toMatchObject([{ details: { reason: 'expired_trigger_id' } }]);
      const form = await view(ann.press(asking, 'Fill it in').answered);
      expect(textOf(await ann.submit(form, filled).answered)).toContain('on 2022-09-08');
    });

    test('of another version is closed, and says nothing', async () => {
      const { peer, ann } = await open();
      const form = await view(ann.type('/dateline', 'assign').answered);
      for (const metadata of ['', 'null', '{"command":"/help"}', 'not json']) {
        form.content = { ...form.content, private_metadata: metadata };
        form.open = true;
        const sent = ann.submit(form, filled);
        await sent.acknowledged;
        expect(sent.settled).toBe(false);
      }
      expect(peer.refusals).toEqual([]);
    });
  });

  describe('an address for answers', () => {
    test.for([
      ['is used up', 5, 0],
      ['has expired', 0, 31 * 60_000],
    ] as const)('that %s costs the answer, and nothing else', async ([, uses, laterMs]) => {
      const clock = { ms: Date.now() };
      const now = () => clock.ms;
      const { peer, gate, hears } = await begin(mode, { peer: { now }, settings: { now, slowMs: 10_000 } });
      const ann = peer.reader('ann');
      const exchange = ann.type('/dateline', 'slow');
      await gate.reached;
      const url = String(exchange.payload['response_url']);
      for (let use = 0; use < uses; use += 1)
        await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'taken' }) });
      clock.ms += laterMs;
      gate.open();
      const [said] = await hears('answer not sent');
      expect(said).toMatchObject({ level: 'error', details: { reason: expect.stringContaining('404') } });
      await message(ann.type('/dateline', 'help').answered);
    });
  });

  test('a rate limit delays an answer, and does not lose it', async () => {
    const { peer, ann, hears } = await open();
    peer.faults.next(/chat\.postMessage/, { retryAfterS: 0 }, 2);
    peer.faults.next(/views\.publish/, { retryAfterS: 0 });
    const answer = ann.mention('briefing albania-iran');
    expect(textOf(await answer.answered)).toContain('Albania breaks with Iran');
    expect(answer.messages).toHaveLength(1);
    await view(ann.openHome().answered);
    await hears('waited', 3);
  });

  test('a mention in a channel that is archived meanwhile costs the answer, and nothing else', async () => {
    const { peer, ann, gate, hears, general } = await open();
    ann.mention('slow');
    await gate.reached;
    peer.channels.general.archived = true;
    gate.open();
    expect(await hears('answer not sent')).toMatchObject([{ details: { reason: 'is_archived' } }]);
    general.archived = false;
    await message(ann.mention('help').answered);
  });

  test('a bot that is taken out of a channel meanwhile loses the answer, and nothing else', async () => {
    const { peer, ann, gate, hears, general } = await open();
    ann.mention('slow');
    await gate.reached;
    general.members.delete(peer.botUserId);
    gate.open();
    expect(await hears('answer not sent')).toMatchObject([{ details: { reason: 'not_in_channel' } }]);
    general.members.add(peer.botUserId);
    await message(ann.mention('help').answered);
  });
});
