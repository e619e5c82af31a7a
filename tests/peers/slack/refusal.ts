/** How Slack says no. */
import type { Node } from './workspace.ts';

/** A rule broken at a place of the payload. */
export interface Problem {
  readonly message: string;
  /** A JSON pointer, such as `/blocks/0/text/text`. */
  readonly path: string;
}

const written = ({ message, path }: Problem) => `${message} [json-pointer:${path}]`;

/** A call that is refused: becomes `ok: false` with this error. */
export class Refusal extends Error {
  readonly code: string;
  readonly fields: Node;

  constructor(code: string, fields: Node = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }

  /** A refusal that names each place, as Slack does for blocks and views. */
  static at(code: string, problems: readonly Problem[]): Refusal {
    const messages = problems.map((problem) => `[ERROR] ${written(problem)}`);
    return new Refusal(code, { errors: problems.map(written), response_metadata: { messages } });
  }

  get detail(): string {
    const { errors, needed } = this.fields;
    return Array.isArray(errors) ? errors.join('; ') : typeof needed === 'string' ? needed : '';
  }

  get body(): Node {
    return { ok: false, error: this.code, ...this.fields };
  }
}
