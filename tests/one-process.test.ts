/** What lets the files of the core's tests share a process: nothing that one does is left to the next. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { core } from '../vitest.config.ts';

const root = join(import.meta.dirname, '..');

function filesOf(place: string): { readonly file: string; readonly text: string }[] {
  return core
    .flatMap((folder) => globSync(`${place}/${folder}/**/*.ts`, { cwd: root }))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const sources = filesOf('src');
const tests = filesOf('tests');

test('what is tested keeps nothing but what it has read, once', () => {
  const kept = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^(?:export )?let (\w+)/gm)].map(([, name = '']) => ({ file, text, name })),
  );
  expect(kept.length).toBeGreaterThan(8);
  const setAgain = kept.filter(({ text, name }) => {
    const isSetOnce = new RegExp(`^\\s+(?:${name} (?:\\?\\?|\\|\\|)= |if \\(${name}\\) return\\b)`, 'm').test(text);
    const sets =
      text.match(new RegExp(`^\\s+${name}(?:\\[[^\\]]*\\])? \\S{0,2}= |\\b${name}(?:\\+\\+|--)`, 'gm')) ?? [];
    return !isSetOnce || sets.length > 1;
  });
  expect(setAgain.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

test('what is tested looks at no setting, and listens to nothing of the process', () => {
  const touched = sources.filter(({ text }) => /\bprocess\.(?:env|on|once|exitCode)\b|\bglobalThis\b/.test(text));
  expect(touched.map(({ file }) => file)).toEqual([]);
});

test('what several files of tests share acts and remembers for each that asks, not from its first import on', () => {
  const shared = tests.filter(({ file }) => !file.endsWith('.test.ts'));
  expect(shared.length).toBeGreaterThan(5);
  const acting =
    /^(?:before|after)(?:Each|All)\(|^(?:export )?(?:const|let) [^=]*= (?:await )?(?:open\w*Storage|new Answers)\(/m;
  const hooked = shared.filter(({ text }) => acting.test(text));
  expect(hooked.map(({ file }) => file)).toEqual([]);
});

test('a clock, a setting or a function that a test replaces is put back', () => {
  const replacing = tests.filter(({ text }) => /\bvi\.(?:useFakeTimers|spyOn)\(/.test(text));
  expect(replacing.length).toBeGreaterThan(1);
  const left = replacing.filter(
    ({ text }) => !/(?:afterEach|onTestFinished)\(.{0,120}vi\.(?:useRealTimers|restoreAllMocks)\(/s.test(text),
  );
  expect(left.map(({ file }) => file)).toEqual([]);
  const forGood = tests.filter(({ text }) => /\bvi\.(?:mock|stub\w+)\(|\bprocess\.(?:env\b.* = |chdir\()/.test(text));
  expect(forGood.map(({ file }) => file)).toEqual([]);
});
