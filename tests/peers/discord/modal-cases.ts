/** What a form may hold. */
import { button, type Case, long, many, option, row, select, text } from './cases.ts';

const input = (rest: object = {}) => ({ type: 4, custom_id: 'f', style: 1, ...rest });
const label = (component: object = input(), rest: object = {}) => ({ type: 18, label: 'Field', component, ...rest });
const modal = (rest: object = {}) => ({ custom_id: 'm', title: 'T', components: [label()], ...rest });
const field = (rule: string, bad: object, good: object, path: string): Case => ({
  rule,
  bad: modal({ components: [bad] }),
  good: modal({ components: [good] }),
  path: `data.components.0.${path}`,
});

export const modalCases: readonly Case[] = [
  { rule: 'a title', bad: modal({ title: '' }), good: modal(), path: 'data.title' },
  { rule: 'title length', bad: modal({ title: long(46) }), good: modal({ title: long(45) }), path: 'data.title' },
  {
    rule: 'custom id length',
    bad: modal({ custom_id: long(101) }),
    good: modal({ custom_id: long(100) }),
    path: 'data.custom_id',
  },
  { rule: 'something to fill in', bad: modal({ components: [] }), good: modal(), path: 'data.components' },
  {
    rule: 'five fields',
    bad: modal({ components: many(6, (index) => label(input({ custom_id: `${index}` }))) }),
    good: modal({ components: many(5, (index) => label(input({ custom_id: `${index}` }))) }),
    path: 'data.components',
  },
  {
    rule: 'a field stands once',
    bad: modal({ components: [label(), label()] }),
    good: modal({ components: [label(), label(input({ custom_id: 'g' }))] }),
    path: 'data.components.1.component.custom_id',
  },
  field('a field is labelled', input(), label(), 'type'),
  field('label length', label(input(), { label: long(46) }), label(input(), { label: long(45) }), 'label'),
  field(
    'description length',
    label(input(), { description: long(101) }),
    label(input(), { description: long(100) }),
    'description',
  ),
  field('a label has a field', label(text()), label(), 'component.type'),
  field('no button', row(button()), row(input({ label: 'F' })), 'components.0.type'),
  field('a row’s field is labelled', row(input()), row(input({ label: 'F' })), 'components.0.label'),
  field('style', label(input({ style: 3 })), label(input({ style: 2 })), 'component.style'),
  field('shortest', label(input({ min_length: 4001 })), label(input({ min_length: 4000 })), 'component.min_length'),
  field('longest', label(input({ max_length: 4001 })), label(input({ max_length: 4000 })), 'component.max_length'),
  field(
    'placeholder',
    label(input({ placeholder: long(101) })),
    label(input({ placeholder: long(100) })),
    'component.placeholder',
  ),
  field('value', label(input({ value: long(4001) })), label(input({ value: long(4000) })), 'component.value'),
  field('options', label(select([])), label(select([option()])), 'component.options'),
  field(
    'types of channels',
    label({ type: 8, custom_id: 'f', channel_types: [9] }),
    label({ type: 8, custom_id: 'f', channel_types: [0, 12] }),
    'component.channel_types.0',
  ),
];
