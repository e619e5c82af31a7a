/** Slack, by the real Bolt, against the peer: by Socket Mode or by HTTP. */
import { SlackPlatform } from '../../src/platforms/slack/platform.ts';
import {
  buttonsOf,
  type Exchange,
  type PeerMessage,
  type PeerView,
  type Reader,
  type SlackPeer,
  selectsOf,
  startSlack,
  textOf,
} from '../peers/slack/index.ts';
import { type Given, type OpenSurface, type Person, patienceMs, type Shown, type ShownForm } from './surface.ts';

const signingSecret = 'a signing secret of the tests';

/** Opens Slack. @param mode how it reaches the bot */
export function slackBy(mode: 'socket' | 'http'): OpenSurface {
  return async ({ bot, monitor, slowMs, graceMs }) => {
    const address = { port: 0 };
    const deliverTo = () => `http://127.0.0.1:${address.port}/slack/events`;
    const peer = await startSlack({ mode: mode === 'socket' ? 'socket' : { signingSecret, deliverTo }, patienceMs });
    const platform = new SlackPlatform({
      botToken: peer.botToken,
      apiUrl: peer.api.replace(/\/$/, ''),
      by: mode === 'socket' ? { mode, appToken: peer.appToken } : { mode, signingSecret, host: '127.0.0.1', port: 0 },
      ...{ monitor, now: Date.now, digestsBy: 'members', slowMs, graceMs, lookMs: 1 },
    });
    await platform.start(bot);
    address.port = platform.port ?? 0;
    const room = peer.channels.general;
    return {
      platform,
      channel: { platform: 'slack', id: room.id },
      space: peer.teamId,
      role: { id: peer.group('readers').id, isKnown: true },
      person: (name, rights) => personOf(peer, peer.reader(name, { guest: rights === 'guest' ? 'multi' : false })),
      channelPosts: async () =>
        peer.messages(room).map((message) => ({
          id: message.ts,
          text: textOf(message),
          pictures: message.blocks.flatMap((block) => (block['type'] === 'image' ? [String(block['alt_text'])] : [])),
          pings: pingsOf(message.blocks),
          answers: message.threadTs,
        })),
      trouble: {
        retry() {
          peer.faults.next(/chat\.postMessage/, { retryAfterS: 2 });
          return platform;
        },
        gone: () => ({ platform: 'slack', id: peer.channels.archived.id }),
        refused() {
          peer.faults.next(/chat\.postMessage/, { error: 'invalid_blocks' });
          return true;
        },
        unreadable() {
          peer.faults.next(/conversations\.history/, { error: 'missing_scope' });
          return Date.now() - 1000;
        },
        closed(id) {
          const message = peer.messages(room).find(({ ts }) => ts === id);
          if (message) message.editWindowClosed = true;
        },
        limited() {
          peer.faults.next(/chat\.update/, { retryAfterS: 2 });
          return platform;
        },
      },
      complaints: () => [...peer.refusals, ...peer.violations, ...peer.remarks],
      async stop() {
        await platform.stop();
        await peer.stop();
      },
    };
  };
}

function personOf(peer: SlackPeer, reader: Reader): Person {
  const seen = async (exchange: Exchange, pressed?: Shown) => shownOf(await exchange.answered, pressed);
  const send = (command: string, options: Given = {}) => reader.type('/dateline', textOfCommand(command, options));
  return {
    id: reader.id,
    told: async () => peer.messages(peer.dmWith(reader)).map(textOf),
    type: (command, options) => seen(send(command, options)),
    press: (shown, command) => seen(reader.press(shown.native as PeerMessage, command), shown),
    choose(shown, value) {
      const message = shown.native as PeerMessage;
      return seen(reader.choose(message, selectsOf(message)[0]?.actionId ?? '', value), shown);
    },
    submit: (form, values) => seen(reader.submit(form.native as PeerView, values)),
    /** Slack completes nothing: a name that is not known is answered by the nearest ones, as buttons. */
    async complete(command, option, text) {
      const { buttons } = messageOf(await seen(send(command, { [option]: text })));
      return buttons.map((button) => button.split(' ').at(-1) ?? '');
    },
    begin(command) {
      const exchange = send(command);
      const waiting = () => exchange.messages.find((message) => isWaiting(message));
      const announced = peer
        .waitFor(waiting)
        .then(({ ephemeralFor }) => (ephemeralFor === undefined ? 'channel' : 'reader'));
      const final = () => exchange.messages.find((message) => !isWaiting(message));
      announced.catch(() => undefined); // not every test asks
      return { announced, answered: peer.waitFor(final).then((message) => shownOf(message, undefined)) };
    },
  };
}

/** Whom blocks notify: by the elements of rich text, or by markup where text is read as such. */
function pingsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, usergroup_id: group, user_id: user, range } = node as Record<string, unknown>;
  if (type === 'mrkdwn')
    return [...String(text).matchAll(/<(?:!subteam\^|!(?!date)|@)(\w+)/g)].map(([, id = '']) => id);
  const own = [group, user, type === 'broadcast' ? range : undefined].flatMap((id) =>
    id === undefined ? [] : [String(id)],
  );
  return [...own, ...Object.values(node).flatMap(pingsOf)];
}

function isWaiting({ text }: PeerMessage): boolean {
  return text.startsWith('Still working');
}

function messageOf(shown: Shown | ShownForm): Shown {
  if (shown.kind !== 'message') throw new Error('a form');
  return shown;
}

function textOfCommand(command: string, options: Given): string {
  return [command, ...Object.entries(options).map(([name, value]) => `${name}:"${value}"`)].join(' ');
}

function shownOf(answer: PeerMessage | PeerView, pressed: Shown | undefined): Shown | ShownForm {
  if ('content' in answer) {
    const inputs = answer.blocks.filter(({ type }) => type === 'input');
    const selects = selectsOf(answer);
    const offers = Object.fromEntries(
      selects.map(({ blockId, options }) => [blockId, options.map(({ value }) => value)]),
    );
    return { kind: 'form', fields: inputs.map((input) => String(input['block_id'])), offers, native: answer };
  }
  return {
    kind: 'message',
    text: textOf(answer),
    to: answer.ephemeralFor === undefined ? 'channel' : 'reader',
    buttons: buttonsOf(answer).map(({ value }) => value),
    menu: selectsOf(answer).flatMap(({ options }) => options.map(({ value }) => value)),
    inPlace: pressed !== undefined && (pressed.native as PeerMessage).ts === answer.ts,
    native: answer,
  };
}
