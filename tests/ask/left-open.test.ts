/** What a statement leaves open of what a question asks for. */
import { describe, expect, it, test } from 'vitest';
import { leavesOpen } from '../../src/ask/answer/rank/left-open/leaves-open.ts';
import { isOffTarget } from '../../src/ask/answer/rank/off-target.ts';
import { readQuestion } from '../../src/ask/answer/rank/read-question.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { Answers } from '../../src/ask/index.ts';
import { parseWhen, type Statement } from '../../src/story/index.ts';
import { albania } from '../briefing/stories.ts';

const index = new StoryIndex(albania);
const byId = (id: string) => index.byId.get(id) as Statement;
/** Of a statement by nobody and of no day. */
const fact = byId('first-known-case');
const event = byId('cordon');
const isOpen = (question: string, what: string, as: Statement = fact) =>
  leavesOpen(index, { ...as, what } as Statement, readQuestion(index, question, []));

test.for([
  ['Who planted the trees?', 'The trees were planted in 1921.', true],
  ['Who planted the trees?', 'The trees were planted by pupils.', false],
  ['Who planted the trees?', 'Pupils planted the trees, which were later felled.', false],
  ['Who planted the trees?', 'The trees were planted; pupils planted the roses.', false],
  ['By whom was the video filmed?', 'The video was filmed from a boat.', true],
  ['By whom was the video filmed?', 'A tourist filmed the video.', false],
  ['Who said so?', 'It was said in the hall.', false],
  ['To whom was the yacht sold?', 'He sold his yacht and moved away.', true],
  ['To whom was the yacht sold?', 'He sold his yacht to a dealer.', false],
  ['To whom did they pay a million?', 'They paid Amalia Cota a million.', false],
  ['Who did they buy the land from?', 'They bought the land with their savings.', true],
  ['Who did they buy the land from?', 'They bought the land from a farmer.', false],
] as const)('a deed without its party: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

describe('a doer that is not stated', () => {
  const notStated = { ...event, who: ['not stated'] } as Statement;

  it('is left open', () => {
    expect(isOpen('Who launched the ship?', 'The ship lifted off.', notStated)).toBe(true);
    expect(isOpen('Who launched the ship?', 'The ship lifted off.', event)).toBe(false);
  });

  it('is told by the sentence, where that has a doer', () => {
    expect(isOpen('Who took a picture?', 'The telescope took pictures.', notStated)).toBe(false);
  });

  it('is told by the sides, where it is contested', () => {
    const contested = { ...notStated, because: ['iran-behind-attack'] } as Statement;
    expect(isOpen('Who launched the ship?', 'The ship lifted off.', contested)).toBe(false);
  });

  it('is told by who did it, though the sentence does not', () => {
    expect(isOpen('Who sealed the area?', 'The area was sealed.', event)).toBe(false);
    expect(isOpen('Who stopped the police?', 'The police were stopped at the gate.', event)).toBe(true);
  });
});

test.for([
  ['Which competition had he entered?', 'He filmed a landing for a competition.', true],
  ['Which state websites exactly went down?', 'The attack took down numerous websites and services.', true],
  ['Which websites went down?', 'The attack took down numerous websites and services.', false],
  ['Which ships precisely were hit?', 'The ships Aba and Bel were hit.', false],
  ['Which competition had he entered?', 'He filmed a landing for a competition of pilots.', false],
  ['Which competition had he entered?', 'He filmed a landing for the drone competition.', false],
  ['Which actors were to read?', 'Actors were to read.', true],
  ['Which school was closed?', 'The girls’ school was closed.', false],
  ['What kind of sail was it wrapped in?', 'It was wrapped in a sail.', true],
  ['Which venue was the most disputed?', 'The most disputed venue was a run through a forest.', false],
  ['Which US lawmakers were invited?', 'US lawmakers were invited.', true],
] as const)('a thing without which it is: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['How many ferries were turned back?', 'The ferries were turned back two days before Easter.', true],
  ['How many ferries were turned back?', 'Nine old ferries were turned back.', false],
  ['How many ferries were turned back?', 'Several ferries were turned back.', false],
  ['How many ferries were turned back?', 'The ferries went out, and 70 of them were turned back.', false],
  ['How many workers searched it?', 'They searched it for nine hours.', true],
  ['How many hours did they search?', 'They searched it for nine hours.', false],
  ['At what time did the drones strike?', 'Drones struck the port.', true],
  ['At what time did the drones strike?', 'Drones struck the port at seven.', false],
  ['What fee is charged?', 'A fee is charged.', true],
  ['What fee is charged?', 'A fee of 90 euros is charged.', false],
  ['Who else complained?', 'Hale complained.', true],
  ['Who else complained?', 'Hale complained, and Norden did.', false],
] as const)('a thing without its number: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['How many firefighters came?', 'After two hours firefighters freed a man.', true],
  ['How many firefighters came?', 'After two hours six firefighters freed a man.', false],
  ['How many ambulances came?', 'People waited 300 metres away until ambulances arrived.', true],
  ['How many pipes will be renewed?', 'The firm renews 14 kilometres of pipes.', false],
] as const)('a number of something else: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['Who is the judge that freed him?', 'An investigating judge set the man free.', true],
  ['Who is the judge that freed him?', 'The judge Mira Hale set the man free.', false],
  ['Who is the judge that freed him?', 'Mira Hale, a judge, set the man free.', false],
  ['Who is the judge?', 'The judge, a woman of forty, set the man free.', false],
  ['Who is the judge?', 'The man was questioned as a judge of the match.', false],
  ['Who is the judge?', 'The sixth was the judge.', false],
  ['Who is the first?', 'The first went home.', false],
  ['Who are the three with a key?', 'Only three people have a key.', true],
  ['What is the name of the envoy?', 'The envoy left for Rome.', true],
  ['What is the name of the envoy?', 'The envoy, called Hale, left for Rome.', false],
  ['What’s the envoy’s name?', 'The envoy left for Rome.', true],
  ['Who sent the envoy?', 'The envoy left for Rome.', false],
] as const)('somebody without who it is: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

it('is told who somebody is whom the story names by what they are', () => {
  const said = byId('attack/watson');
  expect(isOpen('Who is the spokeswoman?', 'The spokeswoman condemned it.', said)).toBe(false);
  expect(isOpen('Who is the spokeswoman?', 'The spokeswoman condemned it.')).toBe(true);
});

test.for([
  ['Why was the light out?', 'Two men drowned because the light was out.', true],
  ['Why did both engines fail?', 'The ferry drifted for hours after both engines had failed.', true],
  ['Why did they sell the fences?', 'They were fined for having sold the fences.', true],
  ['Why did two men drown?', 'Two men drowned because the light was out.', false],
  ['Why did the men drown at the light?', 'Two men drowned because the light was out.', false],
  ['Why was the light out?', 'Because of a short circuit the light was out.', false],
  ['When was the light out?', 'Two men drowned because the light was out.', false],
] as const)('a cause without its own: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['What did the samples show?', 'Samples were taken to a laboratory.', true],
  ['What did the samples show?', 'The samples held cobalt.', false],
  ['What did the samples show?', 'According to the laboratory, the samples are clean.', false],
  ['What does the photo show?', 'A reader took a photo of the mayor.', false],
] as const)('a test without its result: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['How old is the driver?', 'The driver was released after three days; he remains a witness.', true],
  ['How old is the driver?', 'The driver, a man of forty, was released.', false],
  ['How old is the driver?', 'The driver, 40, was released.', false],
  ['How old is the driver?', 'A driver of about 25 was released.', false],
  ['How old is the treaty?', 'The banquet marked the 75th anniversary of the treaty.', false],
  ['How old is the bridge?', 'The bridge dates from the war.', false],
  ['How far away is it?', 'Some 200 people stood with candles before the empty building.', true],
  ['How far away is it?', 'It stands two blocks from the school.', false],
  ['How far have they got with it?', 'Two thirds of the roof are finished.', false],
  ['What colour was the car?', 'A car drove off.', true],
  ['What colour was the car?', 'A dark-blue car drove off.', false],
  ['How much does he want?', 'He wants damages for his car.', true],
  ['How much does he want?', 'He wants ten thousand crowns.', false],
  ['How much do shoppers pay?', 'Shoppers pay a third of it.', false],
  ['How much damages do they demand?', 'They demand damages.', true],
  ['What is the boy’s name?', 'The boy himself will not say.', true],
  ['What is the boy’s name?', 'The boy, Tom Hale, will not say.', false],
  ['What is the boy’s name?', 'The name of the boy is kept secret.', false],
  ['What is the firm called?', 'Nodosoft put a program into service.', false],
  ['What is the name of the lifeboat?', 'The present lifeboat failed to start.', true],
  ['What was it like when it was called off?', 'It was called off.', false],
  ['Where were they taken?', 'Floating cranes took them off.', true],
  ['Where were they taken?', 'Cranes took them to the quay.', false],
] as const)('a thing without its measure, name or way: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test.for([
  ['Why did the police keep people off the street?', 'cordon', undefined, true],
  ['Why did police close the road?', 'cordon', 'Police closed the road to let the fire engines through.', false],
  ['Why did police close the road?', 'cordon', 'Police closed the road after a fall of rocks.', false],
  ['Why not?', 'cordon', undefined, false],
  ['Why did the embassy cars leave the compound?', 'last-cars', undefined, false],
  ['Who was in command of the agents?', 'door-forced', undefined, true],
  ['Who was in command of the divers?', 'door-forced', 'Divers led by Ada Lind went down.', false],
  ['Until when was the area cordoned off?', 'cordon', undefined, true],
  ['Until when was the area cordoned off?', 'cordon', 'Police cordoned it off until noon.', false],
  ['Until when was there movement in the building?', 'movement', undefined, false],
  ['When did everything work again?', 'attack', undefined, true],
  ['When did everything work again?', 'systems-restored', undefined, false],
  ['When was the cyber attack again?', 'attack', undefined, false],
  ['How long did it take until everything worked again?', 'attack', undefined, false],
  ['How many of them have gone back since?', 'mek-arrival', undefined, true],
  ['How many of them have gone back since?', 'mek-arrival', 'Of 3,000, half have gone since.', false],
  ['How many are still there?', 'mek-arrival', undefined, true],
  ['Where had the agents been before the raid?', 'door-forced', undefined, true],
  ['Where had the MEK been before that?', 'mek-arrival', undefined, false],
  ['Have the US already hit back?', 'order/united-states', undefined, true],
  ['Has NATO already supported Albania?', 'order/nato', undefined, false],
  ['How much is the council suing for?', 'order', 'The council decided to sue the firm.', true],
  ['How much is the council suing for?', 'order', 'The council sued the firm for 310,000 euros.', false],
  ['Where did the cars go?', 'last-cars', undefined, true],
  ['Where did the cars go?', 'last-cars', 'The cars left with an escort around the town.', false],
  ['Why did they break the door?', 'cordon', 'Agents broke the door on the government’s order.', false],
  ['How does NATO plan to answer it?', 'attack/nato', undefined, true],
  ['How does Washington plan to hit back?', 'order/united-states', undefined, false],
  ['How many cars left in all?', 'last-cars', undefined, true],
  ['How many cars left in all?', 'last-cars', 'The last two of the nine cars left.', false],
  ['How many cars left in all?', 'last-cars', 'Nine cars left.', false],
  ['What is the exact number of websites?', 'attack', undefined, true],
  ['What is the exact number of websites?', 'attack', 'It took down 95 websites.', false],
  ['How many websites went down?', 'attack', undefined, false],
] as const)('a reason, a leader, an end, a return, a plan or a number: %s %s %s', ([question, id, what, expected]) => {
  const as = byId(id);
  expect(isOpen(question, what ?? as.what, as)).toBe(expected);
});

it('a year does not tell the month, nor a month the day', () => {
  const asOf = (when: string) => ({ ...event, when: parseWhen([when], 'Europe/Tirane') }) as Statement;
  expect(isOpen('In which month was it?', 'It happened.', asOf('2018'))).toBe(true);
  expect(isOpen('In which month was it?', 'It happened.', asOf('2018-03'))).toBe(false);
  expect(isOpen('On which day was it?', 'It happened.', asOf('2018-03'))).toBe(true);
  expect(isOpen('On which day was it?', 'It happened on 3 March.', asOf('2018-03'))).toBe(false);
});

test.for([
  ['Who attended the summit?', 'summit', true],
  ['Who was to come to the summit?', 'summit', false],
  ['Who attended the summit?', 'order', false],
  ['What was the biggest cyberattack ever?', 'attack', true],
  ['What was the biggest cyberattack ever?', 'first-known-case', false],
  ['Is Rama Iranian?', 'iran-behind-attack/rama', true],
  ['Is Albania in NATO?', 'nato-member', false],
] as const)('what was called off, not compared, or no state: %s %s', ([question, id, expected]) => {
  expect(isOffTarget(index, byId(id), readQuestion(index, question, []))).toBe(expected);
});

test.for([
  ['What is the phone number of the utility?', 'It sent a message to every phone at 8.', true],
  ['What is the phone number of the utility?', 'It can be reached at 0800 555 01.', false],
  ['What is his e-mail address?', 'He left no address.', true],
  ['What is his e-mail address?', 'He can be reached at press@dateline.example.', false],
  ['When did the phone ring?', 'The phone rang.', false],
  ['Which law did they break?', 'They broke into the embassy.', true],
  ['Which law did they break?', 'They broke the Water Act.', false],
  ['Which statute obliges them to?', 'They warned everybody.', true],
  ['What is a cyberattack?', 'A cyberattack took down the websites.', true],
  ['What is a cyberattack?', 'A cyberattack is a break-in by computer.', false],
  ['What’s a fatberg?', 'They found a fatberg, a lump of fat and wipes.', false],
  ['What is the cyberattack about?', 'A cyberattack took down the websites.', false],
] as const)('a detail that reports leave out: %s %s', ([question, what, expected]) => {
  expect(isOpen(question, what)).toBe(expected);
});

test('what is left open is no answer', () => {
  const answer = new Answers().ask(albania, 'Which US lawmakers were invited to the summit?');
  expect(answer.isAnswered).toBe(false);
  expect(new Answers().ask(albania, 'Has Iran attacked the United States?').isAnswered).toBe(false);
});

test.for([
  ['Which NATO official said so?', 'attack/nato', true],
  ['Which NATO official said so?', 'attack/watson', true],
  ['Which US spokeswoman said so?', 'attack/watson', false],
  ['Which NATO country was hacked?', 'attack/nato', false],
] as const)('%s of %s', ([question, id, expected]) => {
  expect(leavesOpen(index, byId(id), readQuestion(index, question, []))).toBe(expected);
});

test.for([
  ['Where in Albania do they live?', 'mek-arrival', true],
  ['which part of Albania did they settle in', 'mek-arrival', true],
  ['In which town do they live?', 'mek-arrival', true],
  ['In which town do they live?', 'last-cars', false],
  ['Where in Albania was it?', 'last-cars', false],
  ['Where do they live?', 'mek-arrival', false],
] as const)('%s of %s', ([question, id, expected]) => {
  expect(leavesOpen(index, byId(id), readQuestion(index, question, []))).toBe(expected);
});
