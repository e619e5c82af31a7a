/** A thread of a channel, or a post of a forum. https://discord.com/developers/docs/topics/threads */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { channelType, PeerChannel } from './channels.ts';
import { refusal } from './refusals.ts';
import { Permission, type World } from './world.ts';

export interface AboutThread {
  /** Only its members, and those who manage threads, see it. */
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  /** Only those who manage threads may write in it, and take it out of the archive. */
  readonly isLocked?: boolean;
  /** Whether the bot is a member. */
  readonly hasBot?: boolean;
  /** Who is a member besides. */
  readonly memberIds?: readonly string[];
}

export class PeerThread extends PeerChannel {
  readonly parent: PeerChannel;
  readonly hasBot: boolean;
  readonly memberIds: readonly string[];
  #isArchived: boolean;
  #isLocked: boolean;

  constructor(world: World, parent: PeerChannel, name: string, about: AboutThread) {
    super(world, { name, type: typeOf(parent, about), guild: parent.guild });
    this.parent = parent;
    this.hasBot = about.hasBot ?? false;
    this.memberIds = about.memberIds ?? [];
    this.#isArchived = about.isArchived ?? false;
    this.#isLocked = about.isLocked ?? false;
  }

  get isArchived(): boolean {
    return this.#isArchived;
  }

  set isArchived(is: boolean) {
    this.#isArchived = is;
    this.#changed();
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  set isLocked(is: boolean) {
    this.#isLocked = is;
    this.#changed();
  }

  #changed(): void {
    if (this.isSeen) this.world.dispatch('THREAD_UPDATE', this.payload(), Intent.Guilds);
  }

  /** Whether the bot sees it. */
  get isSeen(): boolean {
    const has = this.parent.botPermissions;
    if ((has & Permission.ViewChannel) === 0n) return false;
    return this.type !== channelType.privateThread || this.hasBot || (has & Permission.ManageThreads) !== 0n;
  }

  override permissionsOf(userId: string): bigint {
    return this.parent.permissionsOf(userId);
  }

  override require(permission: bigint): void {
    if (!this.isSeen) throw refusal('missingAccess');
    super.require(permission);
  }

  /** A message takes a thread out of the archive, unless it is locked. */
  override requireToSend(): void {
    this.require(Permission.SendMessagesInThreads);
    if (this.#isLocked && (this.botPermissions & Permission.ManageThreads) === 0n) throw refusal('threadLocked');
    if (this.#isArchived) this.isArchived = false;
  }

  override requireToChange(): void {
    this.require(Permission.ViewChannel);
    if (this.#isArchived) throw refusal('threadArchived');
  }

  /** A member, as it is told of one. */
  memberPayload(userId: string): object {
    const isMember = this.memberIds.includes(userId) || (this.hasBot && userId === this.world.bot.id);
    if (!isMember) throw refusal('unknownMember');
    return { id: this.id, user_id: userId, join_timestamp: this.world.timestamp(), flags: 0 };
  }

  #about(): object {
    const { id, type, name, guild, parent } = this;
    const [archived, locked] = [this.#isArchived, this.#isLocked];
    const archive_timestamp = this.world.timestamp();
    const thread_metadata = { archived, locked, auto_archive_duration: 4320, archive_timestamp };
    return { id, type, name, guild_id: guild?.id, parent_id: parent.id, thread_metadata, flags: 0 };
  }

  override payload(): object {
    const join_timestamp = this.world.timestamp();
    return {
      ...this.#about(),
      owner_id: this.guild?.ownerId,
      last_message_id: this.lastMessage,
      rate_limit_per_user: 0,
      message_count: this.messages.size,
      total_message_sent: this.messages.size,
      member_count: this.hasBot ? 1 : 0,
      ...(this.hasBot ? { member: { id: this.id, user_id: this.world.bot.id, join_timestamp, flags: 0 } } : {}),
    };
  }

  override partial(readerId: string): object {
    return { ...this.#about(), permissions: `${this.permissionsOf(readerId)}` };
  }
}

function typeOf(parent: PeerChannel, { isPrivate = false }: AboutThread): number {
  if (parent.type === channelType.announcement) return channelType.announcementThread;
  return isPrivate ? channelType.privateThread : channelType.publicThread;
}
