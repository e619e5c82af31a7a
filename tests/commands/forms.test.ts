import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer, asMessage, type FormAnswer, formCommand, type Invocation } from '../../src/commands/index.ts';
import { fault, withTrials } from './trial.ts';
import { messageOf, nothingKept, openStories, pressed, sentenceOf, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();
const ask = (call: Invocation) => answer(call, { commands: withTrials, stories, ...kept });

async function formOf(call: Invocation): Promise<FormAnswer> {
  const answered = await ask(call);
  return answered.kind === 'form' ? answered : expect.fail(`no form: ${answered.kind}`);
}

const about = ['/briefing albania-iran timeline', '/briefing albania-iran people'];

test.for([
  ['nothing', typed('/fault'), ['story', 'what'], {}],
  ['the story', typed('/fault albania-iran'), ['what'], { story: 'albania-iran' }],
  ['the story by another name', typed('/fault tirana embassy'), ['what'], { story: 'tirana embassy' }],
  ['the story of the message', typed('/fault', { about }), ['what'], { story: 'albania-iran' }],
  ['the text', typed('/fault what:"it is wrong"'), ['story'], { what: 'it is wrong' }],
  [
    'other options',
    typed('/fault timeline 8 sep urgent times:2'),
    ['story', 'what'],
    { urgent: 'yes', day: '8 sep', part: 'timeline', times: '2' },
  ],
  [
    'options that a platform tells apart',
    typed('', { command: 'fault', options: { story: 'albania', what: '', day: 'yesterday' } }),
    ['what'],
    { story: 'albania', day: 'yesterday' },
  ],
  [
    'a blank',
    typed('', { command: 'fault', options: { story: 'albania', what: ' \n' } }),
    ['what'],
    { story: 'albania' },
  ],
  ['a button', pressed('/fault albania-iran timeline'), ['what'], { story: 'albania-iran', part: 'timeline' }],
] as const)('where %s is given, a form asks for exactly the rest', async ([, call, asks, given]) => {
  expect(await formOf(call)).toEqual({ kind: 'form', command: fault, asks, given });
});

test.for([
  ['/fault story:nobody', 'There is no story ‘nobody’.'],
  ['/fault story:albania-iran times:0', '‘0’ is no answer to ‘times’: write a whole number from 1 to 9,999.'],
] as const)('what is wrong is told before what is missing: ‘%s’', async ([line, sentence]) => {
  const answered = messageOf(await ask(typed(line)));
  expect(sentenceOf(answered)).toBe(sentence);
});

test('a command with no required option never asks by a form', async () => {
  for (const line of ['/briefing', '/stories', '/help', '/home', '/welcome', '/follow list', '/']) {
    expect((await ask(typed(line))).kind).toBe('message');
  }
});

test('where no form can be shown, a private message says what is missing, and its button asks again', async () => {
  const form = await formOf(typed('/fault albania-iran timeline'));
  const said = asMessage(form);
  expect(said).toMatchObject({ to: 'reader', message: { kind: 'mistake', summary: '/fault needs ‘what’.' } });
  expect(sentenceOf(said)).toBe('/fault needs ‘what’.\nwhat  What is wrong');
  expect(said.message.buttons).toEqual([
    { label: 'Fill it in', command: '/fault albania-iran timeline', primary: true },
  ]);
  expect(await formOf(pressed('/fault albania-iran timeline'))).toEqual(form);
});

test('what was given is too long for a button’s command: then there is none', async () => {
  const long = await formOf(typed('', { command: 'fault', options: { what: 'very wrong '.repeat(20).trim() } }));
  expect(asMessage(long).message.buttons).toEqual([]);
});

/** Values as readers give them, by a slash command's options or in a form. */
const filled = {
  story: fc.constantFrom('albania-iran', 'Albania–Iran', 'tirana embassy', 'PETREL-2'),
  part: fc.constantFrom('timeline', 'who-says-what', 'Who says what'),
  day: fc.constantFrom('8 sep', '2022-09-08', 'last friday', 'yesterday', 'Thu 8 Sep 2022'),
  urgent: fc.constantFrom('true', 'false', 'yes', 'no', 'on', 'off'),
  times: fc.constantFrom('1', '12', '9999'),
  what: fc.constantFrom(
    'today it rains',
    'see #5',
    'part:timeline day:x',
    'urgent',
    'wrong',
    'it is wrong',
    'the mayor said so',
    'wrong: see ¶5, (twice) – please!',
  ),
};

test('what a form was given goes with it when it is sent: nothing is lost, and nothing else is understood', async () => {
  let forms = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record(filled, { noNullPrototype: true }),
      fc.subarray(Object.keys(filled) as (keyof typeof filled)[]),
      async (all, left) => {
        const first = Object.fromEntries(
          Object.entries(all).filter(([name]) => left.includes(name as keyof typeof all)),
        );
        const whole = await ask(typed('', { command: 'fault', options: all }));
        const answered = await ask(typed('', { command: 'fault', options: first }));
        if (answered.kind !== 'form') return;
        forms += 1;
        expect(answered.asks).toEqual(['story', 'what'].filter((name) => !(name in first)));
        const rest = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in first)));
        const sent = await ask(pressed(formCommand(answered), { options: rest }));
        expect(messageOf(sent).message.summary).toBe(messageOf(whole).message.summary);
      },
    ),
    { numRuns: 500, seed: 20260410 },
  );
  expect(forms).toBeGreaterThan(200);
});
