/** Discord, by the real discord.js, against the peer. */
import { DiscordPlatform } from '../../src/platforms/discord/platform.ts';
import {
  type Answer,
  buttonsOf,
  componentsOf,
  type DiscordPeer,
  type Exchange,
  fieldsOf,
  isMessage,
  type PeerMessage,
  type PeerModal,
  Permission,
  type Reader,
  selectsOf,
  startDiscord,
  textOf,
} from '../peers/discord/index.ts';
import { type Given, type OpenSurface, type Person, patienceMs, type Shown, type ShownForm } from './surface.ts';

const everyone = Permission.ViewChannel | Permission.SendMessages;

export const openDiscord: OpenSurface = async ({ bot, monitor, slowMs, graceMs }) => {
  const peer = await startDiscord({ patienceMs });
  const platform = new DiscordPlatform({
    token: peer.token,
    apiUrl: peer.api,
    monitor,
    now: Date.now,
    slowMs,
    graceMs,
  });
  await platform.start(bot);
  const [room] = peer.guild.channels;
  if (!room) throw new Error('no channel');
  const role = peer.guild.addRole('Readers', { mentionable: true });
  return {
    platform,
    channel: { platform: 'discord', id: room.id },
    space: peer.guild.id,
    role: { id: role.id, isKnown: true },
    person: (name, rights) =>
      personOf(
        peer,
        peer.reader(name, { permissions: rights === 'manager' ? everyone | Permission.ManageChannels : everyone }),
      ),
    channelPosts: async () =>
      peer
        .messages(room.id)
        .toReversed()
        .map((message) => ({
          id: message.id,
          text: textOf(message),
          pictures: componentsOf(message).flatMap(({ items = [] }) => items.map(({ description = '' }) => description)),
          pings: message.pings,
          answers: message.reference,
        })),
    trouble: {
      retry() {
        peer.faults.next(/POST \/channels/, { retryAfterMs: 1500 });
        return platform;
      },
      gone() {
        return { platform: 'discord', id: '1' };
      },
      refused() {
        peer.faults.next(/POST \/channels/, {
          status: 400,
          body: { code: 50035, message: 'Invalid Form Body', errors: {} },
        });
        return true;
      },
      unreadable() {
        peer.channel(room.id).deny = Permission.ReadMessageHistory;
        return Date.now() - 1000;
      },
      closed(id) {
        const message = peer.messages(room.id).find((each) => each.id === id);
        if (message) peer.delete(message);
      },
      limited() {
        peer.faults.next(/PATCH \/channels/, { retryAfterMs: 1500 });
        return platform;
      },
    },
    complaints: () => peer.refusals,
    async stop() {
      await platform.stop();
      await peer.stop();
    },
  };
};

function personOf(peer: DiscordPeer, reader: Reader): Person {
  const seen = async (exchange: Exchange, pressed?: Shown) => shownOf(await exchange.answered, pressed);
  const send = (command: string, options: Given = {}) => {
    const [name = '', subcommand] = command.split(' ');
    return reader.type(name, typed(peer, name, subcommand, options), subcommand === undefined ? {} : { subcommand });
  };
  return {
    id: reader.id,
    told: async () => peer.directMessages(reader.id).toReversed().map(textOf),
    type: (command, options) => seen(send(command, options)),
    press: (shown, command) => seen(reader.press(shown.native as PeerMessage, command), shown),
    choose(shown, value) {
      const message = shown.native as PeerMessage;
      return seen(reader.choose(message, selectsOf(message)[0]?.customId ?? '', [value]), shown);
    },
    submit: (form, values) => seen(reader.submit(form.native as PeerModal, values)),
    async complete(command, option, text) {
      const choices = await reader.complete(command, option, text);
      return choices.map(({ value }) => String(value));
    },
    begin(command) {
      const exchange = send(command);
      const announced = exchange.acknowledged.then(({ type, ephemeral }) => {
        if (type !== 5) throw new Error(`answered at once, by ${type}`);
        return ephemeral ? ('reader' as const) : ('channel' as const);
      });
      announced.catch(() => undefined); // not every test asks
      return { announced, answered: seen(exchange) };
    },
  };
}

/** Discord's own window gives numbers and booleans. */
function typed(peer: DiscordPeer, name: string, subcommand: string | undefined, options: Given) {
  const command = peer.commands.find(name, undefined);
  const declared =
    subcommand === undefined ? command?.options : command?.options?.find((each) => each.name === subcommand)?.options;
  const typeOf = (option: string) => declared?.find((each) => each.name === option)?.type;
  return Object.fromEntries(
    Object.entries(options).map(([option, value]) => {
      if (typeOf(option) === 5) return [option, value === 'yes'];
      return [option, typeOf(option) === 4 ? Number(value) : value];
    }),
  );
}

function shownOf(answer: Answer, pressed: Shown | undefined): Shown | ShownForm {
  if (answer === 'deferred-update') throw new Error('nothing was said');
  if (!isMessage(answer)) {
    const fields = fieldsOf(answer);
    const offers = Object.fromEntries(
      answer.components.map(({ component }) => [
        component?.custom_id ?? '',
        (component?.options ?? []).map(({ value }) => value),
      ]),
    );
    return { kind: 'form', fields: fields.map(({ customId }) => customId), offers, native: answer };
  }
  return {
    kind: 'message',
    text: textOf(answer),
    to: answer.ephemeralFor === undefined ? 'channel' : 'reader',
    buttons: buttonsOf(answer).map(({ customId }) => customId),
    menu: selectsOf(answer).flatMap(({ options }) => options.map(({ value }) => value)),
    inPlace: pressed !== undefined && (pressed.native as PeerMessage).id === answer.id,
    native: answer,
  };
}
