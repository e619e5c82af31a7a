/** The editor's side of the local page, as a port: the bot implements it. */

/** A story in the page's list. */
export interface ListedStory {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** `closed · last development Thu 8 Sep 2022`. */
  readonly standing: string;
  /** The command that opens it. */
  readonly command: string;
  /** A question to it, as it may be typed. */
  readonly asks?: string;
  /** The command that shows the digest of the last week in which something was reported. */
  readonly previews?: string;
}

/** A day on which something was reported, and the command that shows the story as of that day. */
interface Stop {
  readonly day: string;
  readonly adds: string;
  readonly command: string;
}

/** Where a briefing stands between a story's first and last report. */
export interface Days {
  /** Earliest first; never empty. */
  readonly stops: readonly Stop[];
  /** The index of the stop that is shown. */
  readonly current: number;
}

/** A question that a story did not answer, or a mistake that a reader reported. */
export interface WaitingItem {
  readonly id: number;
  /** In the reader's words. */
  readonly words: string;
  /** Of a mistake, the sentence that it is about. */
  readonly about?: string;
  /** The story's name. */
  readonly story: string;
  /** The command that opens the story; missing where that is gone. */
  readonly command?: string;
  /** `asked 3 times, last Thu 8 Sep 2022`. */
  readonly often: string;
}

/** What waits for an editor, most asked first. */
export interface Waiting {
  readonly questions: readonly WaitingItem[];
  readonly mistakes: readonly WaitingItem[];
}

/** What an editor is to look at in the story files, each with the file before its first colon. */
export interface StoryProblems {
  /** What is wrong with files that do not load: `file:line:column: message`. */
  readonly broken: readonly string[];
  /** The same of what readers ask beside stories that load. */
  readonly leftOut: readonly string[];
  /** Sentences, days and places that changed while they were in service, with no correction. */
  readonly changed: readonly string[];
}

export interface Desk {
  stories(): readonly ListedStory[];
  problems(): StoryProblems;
  /** The days of the briefing that a command gives; undefined where it gives none. */
  daysOf(command: string): Days | undefined;
  /** Calls back after each change with the id of the story, until the function that it returns is called. */
  onChange(listener: (story: string) => void): () => void;
  waiting(): Promise<Waiting>;
  /** Takes an item off; nothing happens where it is gone. */
  settle(id: number): Promise<void>;
  /** Calls back after each change of what waits, until the function that it returns is called. */
  onWaiting(listener: () => void): () => void;
}
