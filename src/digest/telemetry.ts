/** What the engine tells of its work: lines of the log, and figures. No text of a reader, and no secret, is in them. */

/** Structured logs. */
export interface EngineLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Figures. */
export interface EngineFigures {
  /** A slot ended. */
  slotEnded(platform: string, outcome: 'sent' | 'skipped' | 'uncertain'): void;
  /** A post was changed, or a correction posted as a reply to one that cannot be. */
  corrected(platform: string, how: 'amended' | 'replied'): void;
}

/** What was thrown, for the log. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
