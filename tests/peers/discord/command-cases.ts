/** What may be registered. */
import { type Case, long, many } from './cases.ts';

const command = (rest: object = {}) => [{ name: 'briefing', description: 'D', ...rest }];
const typed = (rest: object = {}) => ({ type: 3, name: 'story', description: 'D', ...rest });
const withOptions = (...options: object[]) => command({ options });
const choice = (name = 'a', rest: object = {}) => ({ name, value: name, ...rest });

/** What no schema can tell: these, the published description accepts. */
export const commandCases: readonly Case[] = [
  { rule: 'lower case', bad: command({ name: 'Briefing' }), good: command({ name: 'встреча' }), path: '0.name' },
  { rule: 'no space', bad: command({ name: 'a b' }), good: command({ name: 'a-b' }), path: '0.name' },
  { rule: 'name length', bad: command({ name: long(33) }), good: command({ name: long(32) }), path: '0.name' },
  { rule: 'a description', bad: command({ description: '' }), good: command(), path: '0.description' },
  {
    rule: 'description length',
    bad: command({ description: long(101) }),
    good: command({ description: long(100) }),
    path: '0.description',
  },
  {
    rule: 'a name stands once',
    bad: [...command(), ...command()],
    good: [...command(), ...command({ name: 'b' })],
    path: '1.name',
  },
  {
    rule: '25 options',
    bad: withOptions(...many(26, (index) => typed({ name: `a${index}` }))),
    good: withOptions(...many(25, (index) => typed({ name: `a${index}` }))),
    path: '0.options',
  },
  {
    rule: 'an option stands once',
    bad: withOptions(typed(), typed()),
    good: withOptions(typed(), typed({ name: 'b' })),
    path: '0.options.1.name',
  },
  {
    rule: 'option name',
    bad: withOptions(typed({ name: 'A' })),
    good: withOptions(typed({ name: 'a' })),
    path: '0.options.0.name',
  },
  {
    rule: 'option type',
    bad: withOptions(typed({ type: 12 })),
    good: withOptions(typed({ type: 8 })),
    path: '0.options.0.type',
  },
  {
    rule: 'the required first',
    bad: withOptions(typed(), typed({ name: 'b', required: true })),
    good: withOptions(typed({ required: true }), typed({ name: 'b' })),
    path: '0.options.1',
  },
  {
    rule: 'subcommands or options',
    bad: withOptions(typed(), typed({ type: 1, name: 'b' })),
    good: withOptions(typed({ type: 1 }), typed({ type: 1, name: 'b' })),
    path: '0.options',
  },
  {
    rule: 'no subcommand in a subcommand',
    bad: withOptions(typed({ type: 1, options: [typed({ type: 1 })] })),
    good: withOptions(typed({ type: 2, options: [typed({ type: 1 })] })),
    path: '0.options.0.options.0.type',
  },
  {
    rule: '25 choices',
    bad: withOptions(typed({ choices: many(26, (index) => choice(`${index}`)) })),
    good: withOptions(typed({ choices: many(25, (index) => choice(`${index}`)) })),
    path: '0.options.0.choices',
  },
  {
    rule: 'choice name',
    bad: withOptions(typed({ choices: [choice(long(101), { value: 'a' })] })),
    good: withOptions(typed({ choices: [choice(long(100), { value: 'a' })] })),
    path: '0.options.0.choices.0.name',
  },
  {
    rule: 'choice value',
    bad: withOptions(typed({ choices: [choice('a', { value: long(101) })] })),
    good: withOptions(typed({ choices: [choice('a', { value: long(100) })] })),
    path: '0.options.0.choices.0.value',
  },
  {
    rule: 'a number’s choice',
    bad: withOptions(typed({ type: 4, choices: [choice('a', { value: '1' })] })),
    good: withOptions(typed({ type: 4, choices: [choice('a', { value: 1 })] })),
    path: '0.options.0.choices.0.value',
  },
  {
    rule: 'choices or completion',
    bad: withOptions(typed({ choices: [choice()], autocomplete: true })),
    good: withOptions(typed({ autocomplete: true })),
    path: '0.options.0.autocomplete',
  },
  {
    rule: 'only text and numbers are completed',
    bad: withOptions(typed({ type: 8, autocomplete: true })),
    good: withOptions(typed({ type: 10, autocomplete: true })),
    path: '0.options.0.type',
  },
  {
    rule: 'types of channels',
    bad: withOptions(typed({ type: 7, channel_types: [9] })),
    good: withOptions(typed({ type: 7, channel_types: [0, 5, 10, 11, 12] })),
    path: '0.options.0.channel_types.0',
  },
  {
    rule: 'a type of channels stands once',
    bad: withOptions(typed({ type: 7, channel_types: [0, 0] })),
    good: withOptions(typed({ type: 7, channel_types: [0] })),
    path: '0.options.0.channel_types.1',
  },
  {
    rule: 'locales',
    bad: command({ name_localizations: { xx: 'a' } }),
    good: command({ name_localizations: { de: 'a' } }),
    path: '0.name_localizations.xx',
  },
  {
    rule: 'names in other languages',
    bad: command({ name_localizations: { de: 'A b' } }),
    good: command({ name_localizations: { de: 'ab' } }),
    path: '0.name_localizations.de',
  },
  {
    rule: 'descriptions in other languages',
    bad: command({ description_localizations: { de: long(101) } }),
    good: command({ description_localizations: { de: long(100) } }),
    path: '0.description_localizations.de',
  },
  {
    rule: '8,000 characters',
    bad: withOptions(
      ...many(25, (index) =>
        typed({ name: `a${index}`, choices: many(3, (number) => choice(`${number}${long(58)}`)) }),
      ),
    ),
    good: withOptions(
      ...many(25, (index) =>
        typed({ name: `a${index}`, choices: many(2, (number) => choice(`${number}${long(58)}`)) }),
      ),
    ),
    path: '0',
  },
];
