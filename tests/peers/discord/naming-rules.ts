/** What Discord refuses in the names and descriptions of commands and their options. */
import type { Command, Option } from './command-rules.ts';
import type { Form, Path } from './form.ts';

export type Raw = { readonly [K in keyof (Option & Command)]: unknown } & {
  readonly name_localizations: unknown;
  readonly description_localizations: unknown;
  readonly integration_types: unknown;
};

/** The published locales. https://discord.com/developers/docs/reference#locales */
const locales =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

export function checkNaming(
  form: Form,
  path: Path,
  { name, description, name_localizations, description_localizations }: Partial<Raw>,
): void {
  checkName(form, [...path, 'name'], name);
  form.text([...path, 'description'], description, { min: 1, max: 100, required: true });
  localized(form, [...path, 'name_localizations'], name_localizations, checkName);
  localized(form, [...path, 'description_localizations'], description_localizations, (inner, at, text) =>
    inner.text(at, text, { min: 1, max: 100, required: true }),
  );
}

function checkName(form: Form, path: Path, name: unknown): void {
  form.text(path, name, { min: 1, max: 32, required: true });
  if (typeof name !== 'string' || name === '' || name.length > 32) return;
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(name) || name !== name.toLowerCase())
    form.refuse(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

function localized(
  form: Form,
  path: Path,
  value: unknown,
  check: (form: Form, path: Path, text: unknown) => void,
): void {
  if (!form.given(path, value)) return;
  for (const [locale, text] of Object.entries(form.object(path, value))) {
    if (!locales.includes(locale)) form.refuse([...path, locale], 'BASE_TYPE_CHOICES', `Unknown locale: ${locale}`);
    if (text !== null) check(form, [...path, locale], text);
  }
}

export function unique<T>(form: Form, path: Path, list: readonly T[], code: string, keyOf: (item: T) => string): void {
  const seen = new Set<string>();
  for (const [index, each] of list.entries()) {
    const key = keyOf(each);
    if (seen.has(key)) form.refuse([...path, index, 'name'], code, 'This name is already used');
    seen.add(key);
  }
}
