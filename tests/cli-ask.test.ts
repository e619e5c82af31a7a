import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { dateline, inTime } from './dateline.ts';

const root = join(import.meta.dirname, '..');

const answered = {
  answered: true,
  state: 'answered',
  answer: expect.stringContaining('A cyberattack temporarily took down'),
  statements: [
    {
      id: 'attack',
      text: expect.stringMatching(/^A cyberattack temporarily took down .*\.$/),
      evidence: [
        {
          source: 'report-2022-09-08',
          paragraph: 5,
          passage: 'A cyber attack on July … websites and digital services',
        },
      ],
    },
  ],
  nearest: expect.any(Array),
  confidence: expect.any(Number),
  next: expect.arrayContaining([expect.stringMatching(/\?$/)]),
  ms: expect.any(Number),
};

const refused = { answered: false, state: 'not told', answer: 'The story does not say.', statements: [] };

async function batch(lines: readonly string[]) {
  const said = await dateline(['ask', '--batch'], {}, lines.join('\n'));
  return {
    ...said,
    answers: said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe.concurrent('questions in the terminal', inTime, () => {
  test('one is answered as text', async () => {
    const { code, out } = await dateline(['ask', 'albania-iran', 'what did the attack take down']);
    expect(code).toBe(0);
    expect(out).toMatch(/^What did the attack take down\nAlbania–Iran\n.*¶5\n/s);
    expect(out).toContain('Full briefing  npm run -s dateline -- briefing albania-iran\n');
    expect(out).not.toMatch(/ {2}\//); // no shell runs it
  });

  test('what is offered next is a line that the shell runs', async () => {
    const { out } = await dateline(['ask', 'albania-iran', 'what did the attack take down']);
    const lines = [...out.matchAll(/npm run -s dateline -- (.*)$/gm)].map(([, words = '']) => words);
    const kinds = [/^ask albania-iran "about:attack /, /^ask albania-iran "[A-Z]/, /^briefing albania-iran$/];
    const some = kinds.map((kind) => lines.find((line) => kind.test(line)));
    const env = { ...process.env, STORIES: 'briefings' };
    const run = (words = '') =>
      promisify(execFile)('sh', ['-c', `"${process.execPath}" src/cli.ts ${words}`], { cwd: root, env });
    for (const { stdout } of await Promise.all(some.map(run))) expect(stdout).toContain('¶');
  });

  test('one that names no story, or one by a name of several words, is answered', async () => {
    const all = [['when was the attack'], ['tirana', 'embassy', 'when was the attack']];
    for (const { code, out } of await Promise.all(all.map((words) => dateline(['ask', ...words])))) {
      expect(code).toBe(0);
      expect(out).toContain('¶');
    }
  });

  test('one is answered as JSON', async () => {
    const { code, out, err } = await dateline(['ask', 'albania-iran', 'what did the attack take down', '--json']);
    expect([code, err]).toEqual([0, '']);
    const said = JSON.parse(out);
    expect(said).toEqual(answered);
    expect(said.confidence).toBe(Number(said.confidence.toFixed(2)));
    expect(said.ms).toBe(Number(said.ms.toFixed(2)));
    expect(Object.keys(said)).toEqual([
      ...['answered', 'state', 'answer', 'statements', 'nearest', 'confidence', 'next', 'ms'],
    ]);
  });

  test('many are answered in their order; a bad line is told in its place, and the others go on', async () => {
    const { code, err, answers } = await batch([
      '{"story":"albania-iran","question":"what did the attack take down","conversation":"a"}',
      'nope',
      '',
      '[1]',
      '{"story":"albania-iran"}',
      '{"story":"nobody","question":"why"}',
      '{"story":3,"question":"why"}',
      '{"story":"albania-iran","question":"why","conversation":{}}',
      '{"story":"albania-iran","question":"who won the world cup?"}\r',
      '{"question":"when was that?","conversation":"a"}',
      '{"story":"albania-iran","question":"when was that?","conversation":"b"}',
      '{"question":"what did the attack on Albania take down"}',
      JSON.stringify({ story: 'x'.repeat(100_000), question: 'why' }),
      '{"story":"albania-iran","question":"?!"}',
      '{"story":"albania-iran","question":"почему закрыли посольство"}',
    ]);
    expect([code, err]).toEqual([1, '']);
    expect(answers).toMatchObject([
      answered,
      { error: 'The line is not JSON.' },
      { error: 'The line is not a JSON object.' },
      { error: 'The line has no question, which has to be a text.' },
      { error: 'There is no story ‘nobody’.' },
      { error: 'The story has to be a text, a story’s id.' },
      { error: 'The conversation has to be a text.' },
      refused,
      { answered: true, statements: [{ id: 'attack' }] },
      {}, // another conversation: whatever it is, it knows nothing of the attack
      { ...answered, story: 'albania-iran', statements: [{ id: 'attack' }] },
      { error: `There is no story ‘${'x'.repeat(59)}…’.` },
      {
        ...{ answered: false, state: 'no question', answer: expect.stringContaining('Type a question') },
        ...{ statements: [], nearest: [], confidence: 0, next: [] },
      },
      { state: 'other language', answer: 'The story is told in English; ask in English.', statements: [], nearest: [] },
    ]);
    expect(answers[9].statements[0]?.id).not.toBe('attack');
  });

  test('ends with 1 where a line cannot be read, and where there is none', async () => {
    const line = '{"story":"albania-iran","question":"who won the world cup?"}';
    expect(await batch([line])).toMatchObject({ code: 0, answers: [refused] });
    expect(await batch([line, 'nope'])).toMatchObject({ code: 1, answers: [refused, { error: expect.anything() }] });
    expect(await batch(['nope', '{}'])).toMatchObject({
      code: 1,
      answers: [{ error: expect.anything() }, { error: expect.anything() }],
    });
    expect(await dateline(['ask', '--batch'])).toMatchObject({ code: 1, out: '' });
  });

  test.for([
    [['stories', '--json'], 2, '‘stories’ knows no --json, which is for ‘ask’.'],
    [['manifest', '--json'], 2, '‘manifest’ knows no --json, which is for ‘ask’.'],
    [['ask', 'albania-iran', '--batch'], 2, '‘ask --batch’ reads its questions, and got ‘albania-iran’.'],
    [['ask', '--json'], 2, 'Say what to ask: ask albania-iran "when was the attack".'],
    [['ask', 'story:nobody', 'why', '--json'], 1, 'There is no story ‘nobody’.'],
    [['ask', 'albana-iran', 'when was the attack'], 1, 'There is no story ‘albana-iran’. Did you mean one of these?'],
    [
      ['ask', 'albana-iran', 'when was the attack'],
      1,
      'npm run -s dateline -- ask albania-iran "when was the attack"\n',
    ],
    [['ask', 'nosuch', 'when?', '--json'], 1, 'There is no story ‘nosuch’.'],
    [['ask', 'albana-iran', 'when?', '--json'], 1, 'Did you mean one of these?\n  Albania–Iran\n'],
    [['ask', 'albania-iran', 'private:maybe why', '--json'], 2, '‘maybe’ is no answer to ‘private’'],
    [['ask', 'albania-iran'], 2, '/ask needs ‘question’.'],
    [['report', 'albania-iran', 'it is wrong'], 2, 'There is no command ‘report’.'],
  ] as const)('‘%s’ is told: %s %s', async ([args, code, sentence]) => {
    const said = await dateline(args);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toContain(sentence);
  });
});

test('who has read enough ends it quietly', async () => {
  const args = ['--disable-warning=ExperimentalWarning', 'src/cli.ts', 'ask', '--batch'];
  const node = spawn(process.execPath, args, { cwd: root, env: { ...process.env, STORIES: 'briefings' } });
  const closed = once(node, 'close');
  let err = '';
  node.stderr.on('data', (chunk) => {
    err += chunk;
  });
  node.stdin.on('error', () => undefined);
  node.stdin.end(`${JSON.stringify({ question: 'when was the attack?' })}\n`.repeat(3000));
  await once(node.stdout, 'data');
  node.stdout.destroy();
  expect(await closed).toEqual([0, null]);
  expect(err).toBe('');
});
