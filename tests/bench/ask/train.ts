/**
 * `node train.ts DATA > src/ask/tables/weights.json`: fits the weights of the signs on the folder's training questions.
 * With `--try` it fits five times instead, each time without a fifth of the articles, and tells how it does on those.
 */
import { crossValidate } from './cross-validate.ts';
import { loadExamples, weightsFrom } from './examples.ts';

const [folder = '', mode] = process.argv.slice(2);
const examples = loadExamples(folder);
const table = {
  what: 'How much each sign counts',
  origin:
    'Fitted by tests/bench/ask/train.ts on questions of SQuAD 1.1, SQuAD 2.0 and SelQA, of which it holds no text',
  licence: 'CC BY-SA 4.0, as SQuAD; SelQA is Apache-2.0',
};
const result = mode === '--try' ? crossValidate(examples) : { ...table, ...weightsFrom(examples, () => true) };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
