/** What Discord refuses in embeds. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
import type { Form } from './form.ts';

interface RawEmbed {
  readonly title: unknown;
  readonly description: unknown;
  readonly fields: unknown;
  readonly footer: { readonly text?: unknown };
  readonly author: { readonly name?: unknown };
}

export function checkEmbeds(form: Form, embeds: unknown): void {
  let characters = 0;
  const text = (path: (string | number)[], value: unknown, max: number) => {
    form.text(path, value, { max });
    characters += typeof value === 'string' ? value.length : 0;
  };
  for (const [index, each] of form.list(['embeds'], embeds, { max: 10 }).entries()) {
    const at = ['embeds', index];
    const { title, description, fields, footer, author } = form.object<RawEmbed>(at, each);
    text([...at, 'title'], title, 256);
    text([...at, 'description'], description, 4096);
    text([...at, 'footer', 'text'], footer?.text, 2048);
    text([...at, 'author', 'name'], author?.name, 256);
    for (const [number, field] of form.list([...at, 'fields'], fields, { max: 25 }).entries()) {
      const { name, value } = form.object<{ name: unknown; value: unknown }>([...at, 'fields', number], field);
      text([...at, 'fields', number, 'name'], name, 256);
      text([...at, 'fields', number, 'value'], value, 1024);
    }
  }
  if (characters > 6000) form.refuse(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}
