/** The conversation outlives a reload of its tab: what was said is kept, never an answer's HTML, and asked again when the page is loaded. */
import { commandOf, fillWithLine, pagesOf, refill, wayOf } from './fill.ts';
import { note } from './note.ts';
import { store, stored } from './stored.ts';
import { addTurn, toTop } from './turns.ts';

/** Turns that are kept. */
const mostKept = 40;
/** The bot takes 20 commands of a reader in ten seconds: of older answers a sentence is shown, until they are asked for. */
const mostAsked = 8;

/** A turn as far as it is kept. */
interface Kept {
  readonly line: string;
  readonly by: 'say' | 'press' | 'form';
  /** Of what was pressed. */
  readonly label: string;
  /** Of the answer, as are those below; empty where none had come. */
  readonly command: string;
  readonly kind: string;
  readonly summary: string;
  /** The pages of its looks, as fields. */
  readonly pages: string;
  /** The id of the post that it stands behind. */
  readonly post: string;
}

/** Says again what this tab had said before it was loaded, and keeps what it says until it is loaded again. */
export function keepConversation() {
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  const said = stored('tab', 'said');
  const turns = (Array.isArray(said) ? said : []).filter(isKept).map(showAgain);
  const asked = turns.filter(isAskable).slice(-mostAsked);
  for (const turn of turns) if (!asked.includes(turn)) leaveShort(turn);
  void askAgain(asked, turns.at(-1));
}

function keep() {
  const turns = [...document.querySelectorAll<HTMLElement>('.turn:not(.post)')];
  store('tab', 'said', turns.slice(-mostKept).map(keptOf));
}

function keptOf(turn: HTMLElement): Kept {
  const { line = '', label = '', command = '', kind = '' } = turn.dataset;
  const by = turn.dataset['by'] === 'form' ? 'form' : wayOf(turn);
  const summary = turn.querySelector('.summary')?.textContent ?? '';
  const posts = [...document.querySelectorAll<HTMLElement>('.post')];
  const before = posts.findLast((post) => post.compareDocumentPosition(turn) & Node.DOCUMENT_POSITION_FOLLOWING);
  const pages = new URLSearchParams(pagesOf(turn)).toString();
  return { line, by, label, command, kind, summary, pages, post: before?.dataset['post'] ?? '' };
}

function isKept(value: unknown): value is Kept {
  const kept = Object(value) as Record<string, unknown>;
  const names = ['line', 'by', 'label', 'command', 'kind', 'summary', 'pages', 'post'];
  return names.every((name) => typeof kept[name] === 'string') && /^(?:say|press|form)$/.test(String(kept['by']));
}

/** The turn without its answer, where it stood among the posts. */
function showAgain({ line, by, label, command, kind, summary, pages, post }: Kept): HTMLElement {
  const turn = addTurn(line, by, { label });
  Object.assign(turn.dataset, { command, kind, pages });
  turn.querySelector('.summary')?.replaceChildren(summary);
  const posts = [...document.querySelectorAll<HTMLElement>('.post')];
  posts[posts.findIndex(({ dataset }) => dataset['post'] === post) + 1]?.before(turn);
  return turn;
}

/** A subscription that was changed is not changed again. */
function isAskable(turn: HTMLElement): boolean {
  const changes = /^\/?(?:digest\s+(?!preview|list)|catchup\s+forget|report\b)/i;
  return commandOf(turn) !== '' && !changes.test(turn.dataset['line'] ?? '');
}

/** The answer's sentence stands for it. */
function leaveShort(turn: HTMLElement) {
  const { kind, line = '' } = turn.dataset;
  if (isAskable(turn))
    return note(turn, 'From before the page was loaded again.', { label: 'Show it', act: () => refill(turn) });
  if (kind !== '' && kind !== 'form')
    return note(turn, 'From before the page was loaded again: this is what it came to.');
  const act = () => fillWithLine(turn, line);
  note(turn, 'The page was loaded again before this was done.', { label: 'Try again', act });
}

/** One after the other, as they were said. */
async function askAgain(turns: readonly HTMLElement[], last: HTMLElement | undefined) {
  if (last) toTop(last);
  for (const turn of turns) {
    await refill(turn);
    if (last) toTop(last);
  }
}
