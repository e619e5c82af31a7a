import { expect, test } from 'vitest';
import { digest, newsBetween } from './digests.ts';
import { albania, satellite, water } from './stories.ts';

const titled = (from: string, until: string, kind: 'period' | 'news' = 'period', stories = [albania]) =>
  digest(
    stories.map((story) => newsBetween(story, from, until)),
    from,
    until,
    { kind },
  ).message.title;

test.for<[string, string, string]>([
  ['2022-09-05', '2022-09-11', 'This week in the story: Albania–Iran · 5–11 September 2022'],
  ['2022-08-29', '2022-09-04', 'This week in the story: Albania–Iran · 29 August – 4 September 2022'],
  ['2025-12-29', '2026-01-04', 'This week in the story: Albania–Iran · 29 December 2025 – 4 January 2026'],
  ['2022-09-05', '2022-09-12', 'In the story: Albania–Iran · 5–12 September 2022'],
  ['2022-09-05', '2022-09-10', 'In the story: Albania–Iran · 5–10 September 2022'],
  ['2022-09-08', '2022-09-08', 'In the story: Albania–Iran · 8 September 2022'],
  ['2024-02-01', '2024-02-29', 'In the story: Albania–Iran · February 2024'],
  ['2024-02-01', '2024-02-28', 'In the story: Albania–Iran · 1–28 February 2024'],
  ['2022-09-01', '2022-11-30', 'In the story: Albania–Iran · September–November 2022'],
  ['2025-12-01', '2026-01-31', 'In the story: Albania–Iran · December 2025 – January 2026'],
  ['2022-01-01', '2022-12-31', 'In the story: Albania–Iran · 2022'],
  ['2021-01-01', '2022-12-31', 'In the story: Albania–Iran · 2021–2022'],
])('from %s to %s the heading is right', ([from, until, title]) => {
  expect(titled(from, until)).toBe(title);
});

test('a week that a change of the clock shortens is one week', () => {
  expect(titled('2026-03-23', '2026-03-29')).toMatch(/^This week/);
});

test('a post because something happened says so', () => {
  expect(titled('2022-09-08', '2022-09-08', 'news')).toBe('New in the story: Albania–Iran · 8 September 2022');
});

test('several stories are named while that is short, else counted', () => {
  expect(titled('2022-09-05', '2022-09-11', 'period', [albania, satellite])).toBe(
    'This week in the stories: Albania–Iran and Petrel-2 · 5–11 September 2022',
  );
  expect(titled('2022-09-05', '2022-09-11', 'news', [albania, satellite, water])).toBe(
    'New in 3 stories · 5–11 September 2022',
  );
});
