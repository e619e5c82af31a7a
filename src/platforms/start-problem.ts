import { OperatorProblem } from '../operator/index.ts';

/** What keeps a platform from ever starting, as a sentence for the operator, who can mend it. */
export class StartProblem extends OperatorProblem {
  constructor(sentence: string, cause: unknown) {
    super(sentence, { cause });
    this.name = 'StartProblem';
  }
}
