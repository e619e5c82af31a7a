/** The parts of the peer, as they know one another. */
import type { Deliveries } from './deliveries.ts';
import type { Exchanges } from './exchange.ts';
import type { Responses } from './response-url.ts';
import type { SocketMode } from './socket.ts';
import type { Triggers } from './triggers.ts';
import type { Node, World } from './workspace.ts';

export interface Inside {
  readonly world: World;
  readonly exchanges: Exchanges;
  readonly triggers: Triggers;
  readonly responses: Responses;
  readonly deliveries: Deliveries;
  /** Nothing where the app is reached at an address of its own. */
  readonly socket: SocketMode | undefined;
  /** Where the peer listens: `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
}

/** A method of the Web API: what it needs, and what it does. It returns what is answered beside `ok`. */
export interface Method {
  /** Any of these will do; none needs none. */
  readonly scopes?: (args: Node, inside: Inside) => readonly string[];
  /** Takes the app-level token, and no other. */
  readonly appToken?: true;
  readonly run: (args: Node, inside: Inside) => Node;
}

export type Methods = { readonly [name: string]: Method };
