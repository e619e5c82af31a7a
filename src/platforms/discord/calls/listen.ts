/** What the gateway brings, each to what answers it: commands, presses, sent forms, completions, mentions, new servers. */
import { type AutocompleteInteraction, type Client, Events, type Interaction } from 'discord.js';
import { findCommand } from '../../../commands/index.ts';
import type { Bot } from '../../platform.ts';
import { tellSpaces } from '../connection/spaces.ts';
import { guarded } from '../errors.ts';
import { limits } from '../limits.ts';
import { answerMention } from './hear.ts';
import { invocationOf, slashCommand } from './invocation.ts';
import { type Answering, respond } from './respond.ts';
import { welcome } from './welcome.ts';

/** What listening needs. */
export interface Listening extends Answering {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Answers everything that comes; nothing of it may stop the bot. */
export function listen(client: Client, listening: Listening): void {
  const { bot, monitor, underWay, now } = listening;
  const take = (task: Promise<void>) => void underWay.track(guarded(task, monitor));
  client.on(Events.InteractionCreate, (interaction) => take(interact(interaction, listening)));
  client.on(Events.MessageCreate, (message) => take(answerMention(message, listening, now())));
  client.on(Events.GuildCreate, (guild) => take(welcome(guild, bot, now())));
  let told = Promise.resolve();
  tellSpaces(client, bot.spaces, (task) => {
    told = told.then(() => guarded(task(), monitor, 'a server that came or went is not noted'));
    take(told);
  });
}

async function interact(interaction: Interaction, listening: Listening): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, listening.bot);
  if (interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit())
    await respond(interaction, invocationOf(interaction, listening.now()), listening);
}

async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { command: name, options } = slashCommand(interaction);
  const found = findCommand(name, '', bot.commands);
  const focused = interaction.options.getFocused(true);
  const choices = found ? bot.complete(found.command, focused.name, focused.value, options) : [];
  const fitting = choices.filter(({ value }) => value.length <= limits.optionLabel).slice(0, limits.choices);
  await interaction.respond(fitting.map(({ label, value }) => ({ name: label.slice(0, limits.optionLabel), value })));
}
