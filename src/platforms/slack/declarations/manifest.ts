/** The app manifest, from the commands' declarations: what an operator pastes once into Slack. */
import { Document, YAMLMap, type YAMLSeq } from 'yaml';
import { type Command, listedCommands, listedOptions, type Option, subcommandsOf } from '../../../commands/index.ts';
import { limits } from '../limits.ts';
import { umbrella } from './umbrella.ts';

/** How Slack reaches the bot, and which names it asks for. */
export interface ManifestOptions {
  /** Where Slack finds the bot by HTTP; left out, it is reached by Socket Mode. */
  readonly url?: string;
  /** Whether `/briefing` and the others are declared beside `/dateline`; another app of the workspace may have them. */
  readonly shortNames: boolean;
}

/** The least that the bot must be allowed, each with its reason. https://docs.slack.dev/reference/scopes */
const scopes: Readonly<Record<string, string>> = {
  commands: 'slash commands',
  'chat:write': 'answers to mentions, posts to channels',
  'app_mentions:read': 'mentions, which work in threads',
  'im:history': 'what is written to the bot in private; whether a post has landed there after a crash',
  'channels:read': 'who invited the bot to a channel, to tell them what to type; whether it may post in one',
  'groups:read': 'the same in private channels',
  'channels:history': 'which story a thread is about; whether a post has landed after a crash',
  'groups:history': 'the same in private channels',
  'im:write': 'which conversation a digest in private messages went to',
  'users:read': 'who is a guest and may not decide what a channel gets; the time zone of who subscribes',
  'usergroups:read': 'which group a digest pings, where one was chosen',
  'files:write': 'the picture of a digest',
  'files:read': 'whether that picture is ready to be shown',
};

const events: Readonly<Record<string, string>> = {
  app_mention: 'mentions',
  'message.im': 'private messages',
  app_home_opened: 'the App Home',
  member_joined_channel: 'being invited to a channel',
  app_uninstalled: 'being removed: what is kept of the workspace goes 30 days later',
  tokens_revoked: 'the same',
};

/** Commands that are Slack's own. https://slack.com/help/articles/201259356-Slash-commands-in-Slack */
const taken: ReadonlySet<string> = new Set(
  (
    'active archive away call collapse dm dnd expand feed gif giphy help invite join kick leave me msg mute open part ' +
    'prefs remind remove rename search shortcuts shrug star status topic who'
  ).split(' '),
);

/** The manifest as YAML, with the reasons as comments. https://docs.slack.dev/reference/app-manifest */
export function manifest(commands: readonly Command[], { url, shortNames }: ManifestOptions): string {
  const address = url === undefined ? {} : { url: `${url.replace(/\/+$/, '')}/slack/events` };
  const requests = url === undefined ? {} : { request_url: address.url };
  const document = new Document({
    display_information: {
      name: 'Dateline',
      description: 'Running stories, each sentence with its source',
      background_color: '#1d2a44',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Dateline', always_online: true },
      slash_commands: slashCommands(commands, shortNames).map((each) => ({
        ...each,
        ...address,
        should_escape: true, // channels and groups come with their ids
      })),
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { ...requests, bot_events: Object.keys(events) },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  });
  explain(document.getIn(['oauth_config', 'scopes', 'bot']) as YAMLSeq, scopes);
  explain(document.getIn(['settings', 'event_subscriptions', 'bot_events']) as YAMLSeq, events);
  document.commentBefore = ' Slack, “Create New App”, “From a manifest”: paste this. Each right says what it is for.';
  return document.toString({ lineWidth: 0 });
}

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

function slashCommands(commands: readonly Command[], shortNames: boolean): SlashCommand[] {
  const listed = listedCommands(commands);
  const names = [...new Set(listed.map(({ name }) => name.split(' ')[0] ?? name))];
  const first: SlashCommand = {
    command: `/${umbrella}`,
    description: 'Everything: type one of the commands behind it',
    usage_hint: clipped(names.map((name, index) => (index === 0 ? name : `| ${name}`))),
  };
  const short = shortNames ? names.filter((name) => !taken.has(name)) : [];
  return [first, ...short.map((name) => shortCommand(name, listed))];
}

function shortCommand(name: string, commands: readonly Command[]): SlashCommand {
  const exact = commands.find((command) => command.name === name);
  const words = subcommandsOf(name, commands).map((command) => command.name.slice(name.length + 1));
  const hint = exact ? hintsOf(exact) : [words.join(' | ')];
  const described = { command: `/${name}`, description: exact?.description ?? words.join(', ') };
  return hint.length > 0 ? { ...described, usage_hint: clipped(hint) } : described;
}

/** As many whole parts as Slack takes. https://docs.slack.dev/reference/app-manifest */
function clipped(parts: readonly string[]): string {
  let hint = '';
  for (const part of parts) {
    if (hint.length + part.length + 3 > limits.usageHint) return `${hint} …`;
    hint = hint === '' ? part : `${hint} ${part}`;
  }
  return hint;
}

/** In the order in which they are typed: a story's name before a sentence, and flags by name behind it. */
function hintsOf(command: Command): string[] {
  const options = listedOptions(command);
  const isSentence = ({ kind, ...rest }: Option) => kind === 'text' && 'whole' in rest && rest.whole === true;
  if (!options.some(([, option]) => isSentence(option))) return options.map(([name, option]) => hintOf(name, option));
  const before = (option: Option) => (option.kind === 'story' ? 0 : isSentence(option) ? 1 : 2);
  return options
    .toSorted(([, a], [, b]) => before(a) - before(b))
    .map(([name, option]) => (option.kind === 'flag' ? `[${name}:yes]` : hintOf(name, option)));
}

function hintOf(name: string, { kind, required }: Option): string {
  const typed = kind === 'story' || kind === 'text' || kind === 'choice' || kind === 'flag' ? name : `${name}:…`;
  return required === true ? typed : `[${typed}]`;
}

/** Each item of a list with its reason behind it. */
function explain(list: YAMLSeq, reasons: Readonly<Record<string, string>>) {
  for (const item of list.items) {
    if (item instanceof YAMLMap || typeof item !== 'object' || item === null) continue;
    const scalar = item as { value?: unknown; comment?: string };
    const reason = reasons[String(scalar.value)];
    if (reason !== undefined) scalar.comment = ` ${reason}`;
  }
}
