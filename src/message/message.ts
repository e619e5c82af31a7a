/** The message document: what is said, on no platform. Text in it is plain; only renderers know any markup. */

/** Content of a line. `text` anywhere is literal: renderers escape it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** A date in words, never turned into a reader's local time. */
  | { readonly kind: 'day'; readonly text: string }
  /**
   * An instant, shown in the reader's local time where the platform can; `text` says it elsewhere. `isTold`: the text stands
   * before the local time there, since it gives the day that all else goes by.
   */
  | { readonly kind: 'instant'; readonly epochMs: number; readonly text: string; readonly isTold?: boolean }
  /** Where a statement stands in its source: `¶5`, or `[2 ¶5]` where there are several. */
  | { readonly kind: 'mark'; readonly text: string };

export type Line = readonly Inline[];

interface Common {
  /** Ids of the statements that the block says. */
  readonly statements?: readonly string[];
  /** The story that the statements belong to, where a message is of several. */
  readonly story?: string;
}

/** A part of a message. A block is never split over pages, so each has to fit one; `story/format/schema.ts` bounds the texts. */
export type Block =
  | (Common & { readonly kind: 'heading'; readonly text: string })
  | (Common & { readonly kind: 'paragraph'; readonly content: Line })
  /** Small print. */
  | (Common & { readonly kind: 'note'; readonly content: Line })
  /** Something under a label: an event under its day, a person's role under the name. */
  | (Common & { readonly kind: 'entry'; readonly label: Line; readonly content: Line })
  /** More about the entry before it, in small print. */
  | (Common & { readonly kind: 'detail'; readonly content: Line })
  /** An open question, or what others reacted to; the positions follow. */
  | (Common & { readonly kind: 'question'; readonly asks: Line })
  | (Common & { readonly kind: 'position'; readonly content: Line })
  | (Common & { readonly kind: 'quote'; readonly text: string; readonly attribution: Line })
  | (Common & {
      readonly kind: 'correction';
      readonly label: string;
      readonly was: Line;
      readonly now: Line;
      readonly why: string;
    })
  /** A picture, as a PNG; `alt` says all that it shows. At most 1,000 characters. */
  | (Common & {
      readonly kind: 'picture';
      readonly png: Uint8Array;
      readonly alt: string;
      /** The platform's own id of it, where it was uploaded. */
      readonly hosted?: string;
    })
  /** One of a list, which the reader can open. */
  | (Common & { readonly kind: 'item'; readonly name: string; readonly content: Line; readonly opens: string });

/** A command that somebody else has typed for the reader. */
export interface Button {
  readonly label: string;
  readonly command: string;
  /** The one that is probably wanted. */
  readonly primary?: boolean;
}

/** What a message is, which sets its colour. */
export type MessageKind = 'briefing' | 'answer' | 'digest' | 'list' | 'help' | 'mistake';

export interface Message {
  readonly kind: MessageKind;
  readonly title: string;
  /** The message in one or two plain sentences: for notifications, and where blocks cannot be shown. */
  readonly summary: string;
  /** The command that gives this message again; a page's button adds `page:N`. */
  readonly command: string;
  /** The page that is wanted, from 1. Platforms have budgets of their own, so what lies on it differs. */
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** Room that the first page keeps free, for a correction that may come. */
  readonly spare?: { readonly characters: number; readonly components: number };
}

/** Whether the block says what the next one belongs to, so that no page ends on it. */
export function leads(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'question';
}

/** Whether the block belongs to the one before it, so that no page begins with it if that can be. */
export function follows(block: Block): boolean {
  return block.kind === 'detail';
}

/** A text as a line. */
export function line(text: string): Line {
  return [{ kind: 'text', text }];
}

/** A heading. */
export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** Small print. */
export function note(text: string): Block {
  return { kind: 'note', content: line(text) };
}

/** Text in bold. */
export function strong(text: string): Inline {
  return { kind: 'strong', children: line(text) };
}

/** Text in italics. */
export function emphasis(text: string): Inline {
  return { kind: 'emphasis', children: line(text) };
}

/** Text that no longer holds. */
export function struck(text: string): Inline {
  return { kind: 'struck', children: line(text) };
}
