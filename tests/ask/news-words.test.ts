import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phrasesIn } from '../../src/ask/words/phrases.ts';
import { isEnglishWord, lemmaOf, relatedness } from '../../src/ask/words/related.ts';
import { wordsOf } from '../../src/ask/words/words.ts';
import { areOpposites } from './opposites.ts';

const linesOf = (table: string) =>
  readFileSync(join(import.meta.dirname, '../../src/ask/tables', table), 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
const pairs = (list: string) => list.split(' ').map((pair) => pair.split('/') as [string, string]);

/** Words too new, too British or too casual for the table of words, and their forms. */
const unlisted = new Set(
  (
    'admin ambo boffin borehole boreholes borked botnet botnets bro bros bn bushfire bushfires carer carers cctv celeb celebs ' +
    'conk conman copter copters coworker coworkers cybercriminal cybercriminals ddos dem dev devs eke exfiltrate ' +
    'exfiltrated fest fraudster fraudsters gov greenlight greenlit guiltless heatwave heatwaves jerrycan megacorp mep ' +
    'meps merch mortem mugshot mugshots oap oaps opioid opioids parentless perp perps poo potus ppl presser pressers ' +
    'prez quadcopter quadcopters rehire reroute rerouted rerouting rockfall scotus seafloor shoplift shoplifting ' +
    'sightless skint sms spox standpipe subsea tase taser titleholder uav uavs unhoused uni unis vax veep vid vids'
  ).split(' '),
);
/** `found` is mostly a form of find, and the base form of founded. */
const isBase = (word: string) =>
  unlisted.has(word) || word === 'found' || (isEnglishWord(word) && lemmaOf(word) === word);

describe('the words of news', () => {
  const relations = linesOf('news.txt').flatMap((line) => {
    const [word = '', ...others] = line.split(' ');
    let weight = Number.NaN;
    return others.flatMap((other) => {
      if (!/^\d$/.test(other)) return [{ word, other, weight }];
      weight = Number(other);
      return [];
    });
  });

  it('are by the alphabet, a line each', () => {
    const words = linesOf('news.txt').map((line) => line.slice(0, line.indexOf(' ')));
    expect(words.length).toBeGreaterThan(1500);
    expect(words).toEqual([...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('are known, and in their base form', () => {
    const words = new Set(relations.flatMap(({ word, other }) => [word, other]));
    expect([...words].filter((word) => !isBase(word))).toEqual([]);
  });

  it('are related to others, once, by weights from weak to nearly the same, or are opposites', () => {
    const pair = ({ word, other }: { word: string; other: string }) => [word, other].toSorted().join(' ');
    const found = relations.map(pair);
    expect(found.filter((one, at) => found.indexOf(one) !== at)).toEqual([]);
    expect(relations.filter(({ word, other }) => word === other)).toEqual([]);
    expect(relations.filter(({ weight }) => ![0, 3, 4, 5, 6, 7, 8, 9].includes(weight))).toEqual([]);
  });

  it('are no opposites elsewhere', () => {
    const wrong = relations.filter(({ word, other, weight }) => weight > 0 && areOpposites(word, other));
    expect(wrong).toEqual([]);
  });

  it.each(
    pairs(
      'raided/stormed cops/gendarmes kid/pupil doc/physician mp/lawmaker premier/minister presser/briefing nuke/nuclear ' +
        'chopper/helicopter sub/submarine dough/cash axed/scrapped slammed/criticised probe/investigation busted/arrested ' +
        'boss/director spokesman/spokeswoman quay/pier plant/factory fake/bogus faulty/broken tiny/little huge/enormous ' +
        'arrived/arrival withdrew/withdrawal sick/ill flu/influenza jab/vaccination outbreak/epidemic contaminated/polluted ' +
        'drowned/died collided/hit derailed/crash lorry/truck motorway/highway railway/railroad runway/airport ' +
        'wildfire/blaze quake/tremor evacuated/fled rubble/debris missing/vanished kidnapped/abducted robbed/robbery ' +
        'bribe/kickback jailed/imprisoned lawsuit/sued convicted/guilty ceasefire/truce surrendered/capitulated ' +
        'soldiers/troops drone/uav rebels/insurgents coup/putsch ballot/vote redundancy/layoff bankrupt/insolvent ' +
        'takeover/acquired wages/salary password/credentials encrypted/scrambled glitch/fault wiped/deleted movie/film ' +
        'beat/defeated ref/referee pope/pontiff landlord/owner heatwaves/hot heatwave/heatwaves showed/revealed',
    ),
  )('hold that %s and %s may stand for each other', (a, b) => {
    expect(relatedness(a, b)).toBeGreaterThanOrEqual(0.4);
    expect(relatedness(b, a)).toBe(relatedness(a, b));
    expect(areOpposites(a, b)).toBe(false);
  });

  it.each(
    pairs(
      'dog/cat fire/smoke minister/parliament monday/tuesday north/south buy/sell police/thief judge/prisoner ' +
        'doctor/patient teacher/pupil driver/passenger attack/defend arrest/release win/lose rise/fall import/export ' +
        'summer/winter day/night gold/silver mother/father brother/sister army/navy euro/dollar moon/sun ' +
        'embassy/airport ship/plane guilty/innocent war/peace dead/alive lend/borrow ' +
        'goalkeeper/referee school/hospital bread/water oil/gas',
    ),
  )('do not relate %s and %s', (a, b) => {
    expect(relatedness(a, b)).toBe(0);
  });
});

describe('the phrases of news', () => {
  const phrases = linesOf('phrases.txt').map((line) => line.split(': '));

  it('are by the alphabet, of two words or more, with what they mean', () => {
    const words = phrases.map(([phrase = '']) => phrase);
    expect(words.length).toBeGreaterThan(500);
    expect(words).toEqual([...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)));
    for (const parts of phrases) expect(parts.join(': ')).toMatch(/^[a-z]+( [a-z]+)+: [a-z]+( [a-z]+)*$/);
  });

  it('mean known words, each once', () => {
    for (const [phrase = '', meanings = ''] of phrases) {
      const words = meanings.split(' ');
      expect(new Set(words).size, phrase).toBe(words.length);
      expect(words.filter((word) => !unlisted.has(word) && !isEnglishWord(word))).toEqual([]);
    }
  });

  it.each([
    ['who threw in the towel', 'surrender'],
    ['the site was knocked offline', 'outage'],
    ['is it up and running again', 'restore'],
    ['how many people passed away', 'die'],
    ['who went missing', 'disappear'],
    ['when did the news come to light', 'emerge'],
    ['why did he step down', 'resign'],
    ['the company pulled out of the deal', 'withdraw'],
    ['it laid off hundreds', 'dismiss'],
    ['why did it lay off hundreds', 'dismiss'],
    ['they lost their lives', 'die'],
    ['how many got sick', 'ill'],
    ['who was at fault', 'responsible'],
    ['two are behind bars', 'jail'],
    ['the talks fell through', 'fail'],
    ['the two ships crashed into a pier', 'collide'],
    ['rebels laid down their arms', 'surrender'],
    ['two cyber attacks', 'cyberattack'],
    ['they put the plan on hold', 'suspend'],
  ])('are found: %s', (text, meaning) => {
    expect(phrasesIn(wordsOf(text)).flatMap(({ meanings }) => meanings)).toContain(meaning);
  });

  it.each([
    'where do the people live',
    'how long is the bridge',
    'what is the name of the ship',
    'who is the prime minister',
    'when will it take two days',
    'the house stands on a hill',
  ])('are not seen where there are none: %s', (text) => {
    expect(phrasesIn(wordsOf(text))).toEqual([]);
  });

  it('are the longest first', () => {
    const [first] = phrasesIn(wordsOf('the reactor was put out of action'));
    expect(first?.meanings).toContain('disable');
    // Whatever stands next: “come about” and “come down with”.
    const places = phrasesIn(wordsOf('it will come about down with')).map(({ from, to }) => to - from);
    expect(places).toEqual([3, 1]);
  });
});
