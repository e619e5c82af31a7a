/** What Discord refuses in the files of a message, and in what shows them. */
import type { Form, Path } from './form.ts';
import type { RawMessage, Upload } from './payloads.ts';
import type { Placed } from './placed.ts';
import { refusal } from './refusals.ts';
import type { Whole } from './rules.ts';

const most = { attachments: 10, bytes: 10 * 1024 * 1024 };

export function checkUploads(form: Form, raw: Partial<RawMessage>, uploads: readonly Upload[]): void {
  if (uploads.some(({ size }) => size > most.bytes)) throw refusal('tooLarge');
  if (uploads.length > most.attachments)
    form.refuse(['attachments'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
  for (const [index, each] of form.list(['attachments'], raw.attachments, { max: most.attachments }).entries()) {
    const at = ['attachments', index];
    const { id, filename, description } = form.object<{ id: unknown; filename: unknown; description: unknown }>(
      at,
      each,
    );
    // Discord's own examples number new files.
    form.snowflake([...at, 'id'], typeof id === 'number' ? `${id}` : id, true);
    form.text([...at, 'filename'], filename, { min: 1, max: 1024 });
    form.text([...at, 'description'], description, { max: 1024 });
  }
}

/** The names of the files that come with a request, as its `attachments` rename them. */
export function namesOf(uploads: readonly Upload[], attachments: unknown): Map<Upload, string> {
  const renamed = Array.isArray(attachments) ? (attachments as { id?: unknown; filename?: unknown }[]) : [];
  return new Map(
    uploads.map((upload) => {
      const { filename } = renamed.find((each) => String(each?.id) === String(upload.index)) ?? {};
      return [upload, typeof filename === 'string' ? filename : upload.filename];
    }),
  );
}

/** A component shows only a file that is there; and in a message of components a file is seen only where one shows it. */
export function checkFiles(form: Form, { isV2, raw, uploads, kept }: Whole, all: readonly Placed[]): void {
  const sent = [...namesOf(uploads, raw.attachments).values()];
  const shown = new Set<string>();
  for (const { path, url } of all.flatMap(mediaOf)) {
    const [, name] = /^attachment:\/\/(.+)$/.exec(url) ?? [];
    if (name === undefined) continue;
    shown.add(name);
    if (!sent.includes(name) && !kept.includes(name))
      form.refuse(
        path,
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The referenced attachment was not found: ${name}`,
      );
  }
  for (const name of isV2 ? sent : [])
    if (!shown.has(name))
      form.refuse(
        ['attachments'],
        'MESSAGE_ATTACHMENT_NOT_REFERENCED',
        `The attachment is not referenced by a component: ${name}`,
      );
}

function mediaOf({ path, component }: Placed): { path: Path; url: string }[] {
  const items = Array.isArray(component.items) ? (component.items as { media?: unknown }[]) : [];
  const media: [Path, unknown][] = [
    [[...path, 'media', 'url'], component.media],
    [[...path, 'file', 'url'], component.file],
    ...items.map((item, index): [Path, unknown] => [[...path, 'items', index, 'media', 'url'], item?.media]),
  ];
  return media.flatMap(([at, value]) => {
    const url = (value as { url?: unknown } | undefined)?.url;
    return typeof url === 'string' ? [{ path: at, url }] : [];
  });
}
