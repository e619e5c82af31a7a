/** Payloads that break one rule each, beside neighbours that keep it. */
export const plain = (text: string) => ({ type: 'plain_text', text });
export const long = (length: number) => 'x'.repeat(length);
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
export const button = (more: object = {}) => ({
  type: 'button',
  text: plain('Sources'),
  action_id: 'sources',
  ...more,
});
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const section = (more: object = {}) => ({ type: 'section', text: plain('Words'), ...more });
const options = (count: number, more: object = {}) =>
  times(count, (n) => ({ text: plain('A'), value: `${n}`, ...more }));
export const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'open',
  options: options(1),
  ...more,
});
const overflow = (count: number) => ({ type: 'overflow', action_id: 'more', options: options(count) });
const image = (more: object = {}) => ({
  type: 'image',
  image_url: 'https://example.org/a.png',
  alt_text: 'A',
  ...more,
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const table = (rows: unknown[][]) => ({ type: 'table', rows });
const cell = { type: 'raw_text', text: 'A' };
const context = (count: number) => ({ type: 'context', elements: times(count, () => plain('A')) });
const confirm = (max: number) => ({
  title: plain(long(max)),
  text: plain('A'),
  confirm: plain('Yes'),
  deny: plain('No'),
});
export const input = (more: object = {}) => ({
  ...{ type: 'input', block_id: 'topic', label: plain('Topic') },
  ...{ element: { type: 'plain_text_input', action_id: 'words', max_length: 20 } },
  ...more,
});
export const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Go'),
  blocks: [input()],
  ...more,
});
export const home = (more: object = {}) => ({ type: 'home', blocks: [section()], ...more });

/** The rule, a payload that breaks it, where, how Slack puts it, and a neighbour that keeps it. */
export const badBlocks: readonly [string, object[], string, string, object[]][] = [
  ['blocks', times(51, () => section()), '/blocks', 'no more than 50 items', times(50, () => section())],
  ['an unknown block', [{ type: 'ticker' }], '/blocks/0/type', 'unsupported type', [{ type: 'divider' }]],
  [
    'an unknown key',
    [section({ color: 'red' })],
    '/blocks/0',
    'additional property: color',
    [section({ expand: true })],
  ],
  ['block_id', [section({ block_id: long(256) })], '/blocks/0/block_id', '256', [section({ block_id: long(255) })]],
  [
    'block_id twice',
    [section({ block_id: 'a' }), section({ block_id: 'a' })],
    '/blocks/1/block_id',
    'duplicate',
    [section({ block_id: 'a' }), section({ block_id: 'b' })],
  ],
  [
    'action_id',
    [actions(button({ action_id: long(256) }))],
    '/blocks/0/elements/0/action_id',
    '256',
    [actions(button({ action_id: long(255) }))],
  ],
  [
    'action_id twice in a block',
    [actions(button(), button())],
    '/blocks/0/elements/1/action_id',
    'duplicate',
    [actions(button()), actions(button())],
  ],
  [
    'header',
    [{ type: 'header', text: plain(long(151)) }],
    '/blocks/0/text/text',
    'less than 151 characters',
    [{ type: 'header', text: plain(long(150)) }],
  ],
  [
    'markup in a header',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'A' } }],
    '/blocks/0/text/type',
    'plain_text',
    [section({ text: { type: 'mrkdwn', text: 'A' } })],
  ],
  [
    'section',
    [section({ text: plain(long(3001)) })],
    '/blocks/0/text/text',
    '3001',
    [section({ text: plain(long(3000)) })],
  ],
  [
    'an empty text',
    [section({ text: plain('') })],
    '/blocks/0/text/text',
    'more than 0',
    [section({ text: plain('A') })],
  ],
  ['a section of nothing', [{ type: 'section' }], '/blocks/0', 'text', [{ type: 'section', fields: [plain('A')] }]],
  [
    'fields',
    [section({ fields: times(11, () => plain('A')) })],
    '/blocks/0/fields',
    'no more than 10',
    [section({ fields: times(10, () => plain('A')) })],
  ],
  [
    'a field',
    [section({ fields: [plain(long(2001))] })],
    '/blocks/0/fields/0/text',
    '2001',
    [section({ fields: [plain(long(2000))] })],
  ],
  ['no elements', [actions()], '/blocks/0/elements', 'no fewer than 1', [actions(button())]],
  [
    'elements',
    [actions(...times(26, (n) => button({ action_id: `${n}` })))],
    '/blocks/0/elements',
    'no more than 25',
    [actions(...times(25, (n) => button({ action_id: `${n}` })))],
  ],
  ['context', [context(11)], '/blocks/0/elements', 'no more than 10', [context(10)]],
  [
    'button text',
    [actions(button({ text: plain(long(76)) }))],
    '/blocks/0/elements/0/text/text',
    '76',
    [actions(button({ text: plain(long(75)) }))],
  ],
  [
    'button value',
    [actions(button({ value: long(2001) }))],
    '/blocks/0/elements/0/value',
    '2001',
    [actions(button({ value: long(2000) }))],
  ],
  [
    'button url',
    [actions(button({ url: `https://${long(3000)}` }))],
    '/blocks/0/elements/0/url',
    '3001',
    [actions(button({ url: `https://${long(2992)}` }))],
  ],
  [
    'no url',
    [actions(button({ url: 'example.org' }))],
    '/blocks/0/elements/0/url',
    'invalid url',
    [actions(button({ url: 'https://example.org' }))],
  ],
  [
    'style',
    [actions(button({ style: 'default' }))],
    '/blocks/0/elements/0/style',
    'primary, danger',
    [actions(button({ style: 'danger' }))],
  ],
  [
    'confirmation',
    [actions(button({ confirm: confirm(101) }))],
    '/blocks/0/elements/0/confirm/title/text',
    '101',
    [actions(button({ confirm: confirm(100) }))],
  ],
  [
    'options',
    [actions(select({ options: options(101) }))],
    '/blocks/0/elements/0/options',
    'no more than 100',
    [actions(select({ options: options(100) }))],
  ],
  [
    'option text',
    [actions(select({ options: options(1, { text: plain(long(76)) }) }))],
    '/blocks/0/elements/0/options/0/text/text',
    '76',
    [actions(select({ options: options(1, { text: plain(long(75)) }) }))],
  ],
  [
    'option value',
    [actions(select({ options: options(1, { value: long(151) }) }))],
    '/blocks/0/elements/0/options/0/value',
    '151',
    [actions(select({ options: options(1, { value: long(150) }) }))],
  ],
  [
    'placeholder',
    [actions(select({ placeholder: plain(long(151)) }))],
    '/blocks/0/elements/0/placeholder/text',
    '151',
    [actions(select({ placeholder: plain(long(150)) }))],
  ],
  [
    'an initial option that is none',
    [actions(select({ initial_option: { text: plain('A'), value: 'z' } }))],
    '/blocks/0/elements/0/initial_option',
    'match one',
    [actions(select({ initial_option: { text: plain('A'), value: '0' } }))],
  ],
  ['overflow', [actions(overflow(6))], '/blocks/0/elements/0/options', 'no more than 5', [actions(overflow(5))]],
  ['image url', [image({ image_url: `https://${long(3000)}` })], '/blocks/0/image_url', '3001', [image()]],
  ['alt text', [image({ alt_text: '' })], '/blocks/0/alt_text', 'more than 0', [image({ alt_text: long(2000) })]],
  ['a long alt text', [image({ alt_text: long(2001) })], '/blocks/0/alt_text', '2001', [image()]],
  [
    'a file that is not ready',
    [{ type: 'image', alt_text: 'A', slack_file: { id: 'F1' } }],
    '/blocks/0/slack_file',
    'invalid slack file',
    [image()],
  ],
  ['an input in a message', [input()], '/blocks/0/type', 'unsupported type', [section()]],
  [
    'an input among actions',
    [actions(input().element)],
    '/blocks/0/elements/0/type',
    'unsupported',
    [actions(button())],
  ],
  ['an empty rich text', [{ type: 'rich_text', elements: [] }], '/blocks/0/elements', 'no fewer', [rich()]],
  [
    'an unknown part',
    [rich({ type: 'sparkle' })],
    '/blocks/0/elements/0/elements/0/type',
    'unsupported',
    [rich({ type: 'text', text: 'A', style: { bold: true } })],
  ],
  [
    'an empty part',
    [rich({ type: 'text', text: '' })],
    '/blocks/0/elements/0/elements/0/text',
    'more than 0',
    [rich({ type: 'text', text: ' ' })],
  ],
  [
    'a link to nowhere',
    [rich({ type: 'link', text: 'A' })],
    '/blocks/0/elements/0/elements/0',
    'missing required field: url',
    [rich({ type: 'link', url: 'https://example.org', text: 'A' })],
  ],
  [
    'a date without a format',
    [rich({ type: 'date', timestamp: 1 })],
    '/blocks/0/elements/0/elements/0',
    'missing required field: format',
    [rich({ type: 'date', timestamp: 1, format: '{date}', fallback: 'A' })],
  ],
  [
    'a date without a time',
    [rich({ type: 'date', timestamp: '1', format: '{date}' })],
    '/blocks/0/elements/0/elements/0/timestamp',
    'integer',
    [rich({ type: 'date', timestamp: 1, format: '{date}' })],
  ],
  [
    'markdown',
    [{ type: 'markdown', text: long(12_001) }],
    '/blocks/0/text',
    '12001',
    [{ type: 'markdown', text: 'A' }],
  ],
  ['rows', [table(times(101, () => [cell]))], '/blocks/0/rows', 'no more than 100', [table(times(100, () => [cell]))]],
  ['cells', [table([times(21, () => cell)])], '/blocks/0/rows/0', 'no more than 20', [table([times(20, () => cell)])]],
];

export const badViews: readonly [string, object, string, string, object][] = [
  ['type', modal({ type: 'panel' }), '/view/type', 'modal, home', modal()],
  [
    'blocks',
    home({ blocks: times(101, () => section()) }),
    '/view/blocks',
    '100',
    home({ blocks: times(100, () => section()) }),
  ],
  ['no title', modal({ title: undefined }), '/view', 'missing required field: title', modal()],
  ['title', modal({ title: plain(long(25)) }), '/view/title/text', '25', modal({ title: plain(long(24)) })],
  ['submit', modal({ submit: plain(long(25)) }), '/view/submit/text', '25', modal({ submit: plain(long(24)) })],
  ['close', modal({ close: plain(long(25)) }), '/view/close/text', '25', modal({ close: plain(long(24)) })],
  ['no submit', modal({ submit: undefined }), '/view', 'submit', modal({ submit: undefined, blocks: [section()] })],
  [
    'private_metadata',
    modal({ private_metadata: long(3001) }),
    '/view/private_metadata',
    '3001',
    modal({ private_metadata: long(3000) }),
  ],
  ['callback_id', modal({ callback_id: long(256) }), '/view/callback_id', '256', modal({ callback_id: long(255) })],
  ['a title at home', home({ title: plain('A') }), '/view', 'additional property: title', home()],
  ['label', modal({ blocks: [input({ label: plain(long(2001)) })] }), '/view/blocks/0/label/text', '2001', modal()],
  ['hint', modal({ blocks: [input({ hint: plain(long(2001)) })] }), '/view/blocks/0/hint/text', '2001', modal()],
  [
    'a button as input',
    modal({ blocks: [input({ element: button() })] }),
    '/view/blocks/0/element/type',
    'unsupported',
    modal(),
  ],
];
