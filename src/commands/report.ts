/** `/report`: what a reader says is wrong, for the editor. Only buttons lead to it. */
import { line, type Message } from '../message/index.ts';
import { type Statement, type Story, statementsOf } from '../story/index.ts';
import { defineCommand } from './command.ts';
import { toReader } from './invocation.ts';
import { mistake } from './mistake.ts';
import { today } from './today.ts';

/** More than a mistake needs. */
const longest = 500;

export const report = defineCommand({
  name: 'report',
  description: 'Tell the editor what is wrong in a story',
  example: ({ story }) => `/report ${story} the day is wrong`,
  seenBy: () => 'reader',
  unlisted: true,
  options: {
    story: { kind: 'story', description: 'Which story', required: true },
    about: { kind: 'text', description: 'The statement that is wrong', unlisted: true },
    mistake: { kind: 'text', whole: true, description: 'What is wrong, and how do you know?', required: true },
  },
  async run({ story, about, mistake: typed }, { memory, call }) {
    const words = typed.replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(words)) return again('Nothing written', 'Say in words what is wrong.', story, about);
    if (words.length > longest)
      return again('Too long', `That is ${words.length} characters; a report has at most ${longest}.`, story, about);
    const statement = statementsOf(story).find(({ id }) => id === about);
    await memory.inbox.report({
      story: story.id,
      ...(statement && { statement: statement.id }),
      words,
      day: today(story, call.at),
    });
    return { ...toReader(thanks(story, about, statement)), personal: true };
  },
});

function again(title: string, sentence: string, { id }: Story, about: string | undefined) {
  const command = about === undefined ? `/report ${id}` : `/report ${id} about:${about}`;
  return mistake(title, sentence, [{ label: 'Write again', command, primary: true }]);
}

/** Nothing that was written is lost, also where the statement has gone meanwhile. */
function thanks({ id, name }: Story, about: string | undefined, statement: Statement | undefined): Message {
  const what = statement
    ? `Thank you: the editor of ${name} will see what you wrote about “${statement.what}”`
    : about === undefined
      ? `Thank you: the editor of ${name} will see what you wrote.`
      : `Thank you: the editor of ${name} will see what you wrote; the statement that it was about is no longer in the story.`;
  return {
    kind: 'help',
    title: 'Reported',
    summary: what,
    command: '/help', // it cannot be had again
    page: 1,
    blocks: [{ kind: 'paragraph', content: line(what) }],
    buttons: [{ label: 'Full briefing', command: `/briefing ${id}` }],
  };
}
