/** An option of another command, typed into a question: it would be read as words of it. */
import type { Story } from '../../story/index.ts';
import { button, helpWith } from '../buttons.ts';
import type { Command } from '../command.ts';
import { listedCommands } from '../find-command.ts';
import type { MessageAnswer } from '../invocation.ts';
import { clip, mistake } from '../mistake.ts';
import { listedOptions } from '../option.ts';

const form = /^([a-z-]+):\S/i;
/** What may be a question; `#3` is none. */
const wordForm = /\p{L}{2}/u;

/** What to say of a question that holds `as-of:2022-09-08` or the like; undefined of any other. @param commands all that there are */
export function answerForeignOption(
  question: string,
  named: Story | undefined,
  commands: readonly Command[],
): MessageAnswer | undefined {
  const words = question.split(' ');
  const [found] = words.flatMap((word) => {
    const name = form.exec(word)?.[1]?.toLowerCase();
    const command = listedCommands(commands).find((each) => listedOptions(each).some(([option]) => option === name));
    return name === undefined || command === undefined ? [] : [{ word, name, command }];
  });
  if (!found) return undefined;
  const sentence = `/ask takes no ‘${clip(found.name)}’; /${found.command.name} does. A question is answered from all that is reported.`;
  const rest = words.filter((word) => word !== found.word).join(' ');
  const again = ['/ask', ...(named ? [named.id] : []), rest].join(' ');
  return mistake('No such option', sentence, [
    ...(wordForm.test(rest) ? button('Ask without it', again) : []),
    helpWith(found.command.name.split(' ')[0] ?? found.command.name),
  ]);
}
