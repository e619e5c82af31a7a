/** The quotations of a story, each with its speaker. */
import { type Block, emphasis, type Inline, line, strong } from '../../message/index.ts';
import { quotationsIn, type Story, statementsOf } from '../../story/index.ts';
import { sayWhen } from '../dates.ts';
import { bracketed, changes } from '../remarks.ts';
import { yearOf } from '../standing.ts';
import { byDay, mark } from '../wording.ts';

/** The section’s blocks, by day. */
export function quotes(story: Story): Block[] {
  return byDay(statementsOf(story)).flatMap((statement): Block[] => {
    if (statement.withdrawn !== undefined) return [];
    const speaker = statement.kind === 'position' ? statement.actor : statement.by;
    const who: Inline =
      speaker === undefined || speaker === 'not stated'
        ? emphasis('the report does not say whose words these are')
        : strong(speaker.name);
    const day = statement.when ? ` · ${sayWhen(statement.when, yearOf(story))}` : '';
    return quotationsIn(statement.what).map((text) => ({
      kind: 'quote',
      text: text.replace(/,$/, ''),
      attribution: [who, ...line(day), ...bracketed(changes(story, statement)), ...mark(story, statement.evidence)],
      statements: [statement.id],
    }));
  });
}
