/** `/digest subscribe`: a story or a topic comes by itself, here or in another channel. */
import { isDeepStrictEqual } from 'node:util';
import type { Subscription, Wanted } from '../../digest/index.ts';
import { button, helpWith } from '../buttons.ts';
import { type Context, defineCommand } from '../command.ts';
import type { Answer, MessageAnswer } from '../invocation.ts';
import { mistake } from '../mistake.ts';
import { commandText } from '../typed/command-text.ts';
import { filledUp, readCadence } from './cadence.ts';
import { cadenceOptions } from './cadence-options.ts';
import { nextOf } from './next.ts';
import { tooMany } from './no-digest.ts';
import { closedPlace, type Place, placeOf } from './place.ts';
import { roleOf } from './role.ts';
import { subscribeForm } from './subscribe-form.ts';
import { subscribed } from './subscribed.ts';
import { digestZone } from './zone.ts';

export const subscribe = defineCommand({
  name: 'digest subscribe',
  description: 'Get what is new in a story or a topic here, on a schedule or when something happens',
  example: ({ story, zone }) => `/digest subscribe ${story} every week on monday at 9 ${zone}`,
  needs: 'manage-channel',
  seenBy: () => 'reader',
  options: {
    story: {
      kind: 'story',
      description: 'Which story',
      form: { label: 'Story', about: 'What each digest tells of' },
    },
    topic: { kind: 'topic', description: 'Instead of a story: all stories of a topic' },
    ...cadenceOptions,
    zone: {
      kind: 'zone',
      description: 'The time zone of its hours: Europe/Tirane',
      form: { label: 'Time zone', about: 'By whose clock the hour is meant' },
    },
    mention: { kind: 'role', description: 'A role or group that each digest pings' },
    channel: { kind: 'channel', description: 'Another channel than this one' },
  },
  async run(values, known): Promise<Answer> {
    const { story, topic, zone: typedZone, mention: typedRole, channel, ...typed } = values;
    const { said, given } = filledUp(typed, (option) => known.given[option] === '');
    const context = { ...known, given: { ...known.given, ...shortened(values), ...given } };
    const place = await placeOf(context.call, channel);
    if ('refused' in place) return place.refused;
    if (story && topic !== undefined) return bothGiven(context);
    const read = readCadence(said);
    if (read.kind === 'wrong') return without(read.option, 'It does not go together', read.sentence, context);
    const role = await roleOf(typedRole, place, context);
    if ('sentence' in role) return without('mention', 'Nobody is pinged', role.sentence, context);
    const zone = await digestZone(typedZone, { place, story, read }, context);
    const isNamed = story !== undefined || topic !== undefined;
    if (read.kind === 'missing' || !isNamed || !zone)
      return subscribeForm(subscribe, context.given, read, { isNamed, ofTopic: topic !== undefined, zone });
    const subject = { stories: story ? [story.id] : [], ...(topic !== undefined && { topic }) };
    const closed = await closedPlace(context.call, place);
    if (closed) return closed;
    const slot: Slot = { to: place.to, cadence: read.cadence, zone: zone.zone, ...subject };
    return add(slot, { quiet: said.quiet, mention: role.id, whose: zone.whose }, place, context);
  },
});

/** What was given, as buttons and forms carry it: a story by its id, a choice by its key. */
function shortened(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(values).map(([name, value]) => {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return typeof id === 'string' ? { [name]: id } : {};
  });
  return Object.assign({}, ...texts);
}

type Slot = Pick<Wanted, 'to' | 'cadence' | 'zone' | 'stories' | 'topic'>;

interface Settings {
  readonly quiet: Wanted['quiet'] | undefined;
  readonly mention: string | undefined;
  /** Whose zone it is, where none was typed. */
  readonly whose: string | undefined;
}

async function add(slot: Slot, settings: Settings, place: Place, context: Context): Promise<MessageAnswer> {
  const { call, memory } = context;
  const before = await sameSlot(slot, context);
  const mention = settings.mention ?? before?.mention;
  const wanted: Wanted = {
    ...slot,
    ...(place.space !== undefined && { space: place.space }),
    owner: call.reader,
    quiet: settings.quiet ?? before?.quiet ?? 'line',
    ...(mention !== undefined && { mention }),
  };
  const added = await memory.subscriptions.add(wanted, nextOf(wanted, call), call.at);
  if (added.kind === 'too many') return tooMany(added.most, place);
  return subscribed(added, settings.whose, place, context);
}

/** What is said again of the same slot changes only what it names. */
async function sameSlot(slot: Slot, { memory }: Context): Promise<Subscription | undefined> {
  const all = await memory.subscriptions.of(slot.to);
  const same = all.find(
    ({ subscription: { cadence, zone, topic } }) =>
      isDeepStrictEqual(cadence, slot.cadence) && zone === slot.zone && topic === slot.topic,
  );
  return same?.subscription;
}

/** What is wrong with one option, and a button that goes on without it. */
function without(option: string, title: string, sentence: string, { given }: Context): MessageAnswer {
  const rest = commandText(subscribe, { ...given, [option]: '' });
  return mistake(title, sentence, [...button('Go on without it', rest), helpWith(subscribe.name)]);
}

function bothGiven({ given }: Context): MessageAnswer {
  const only = (label: string, other: string) =>
    button(label, commandText(subscribe, { ...given, [other]: '' }), other === 'topic');
  return mistake('Which of them?', 'A digest is of stories or of a topic, not of both.', [
    ...only('Only the story', 'topic'),
    ...only('Only the topic', 'story'),
    helpWith(subscribe.name),
  ]);
}
