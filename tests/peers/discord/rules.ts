/** What Discord refuses in a message as a whole. https://discord.com/developers/docs/resources/message#create-message */
import { checkComponent } from './component-rules.ts';
import { checkEmbeds } from './embed-rules.ts';
import { checkFiles, checkUploads } from './file-rules.ts';
import { Form } from './form.ts';
import { checkMentions } from './mentions.ts';
import type { RawMessage, Upload } from './payloads.ts';
import { checkIds, checkTotals, flatten } from './placed.ts';
import { refusal } from './refusals.ts';

export const flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  componentsV2: 1 << 15,
};

const most = { components: 40, content: 2000 };

/** What the message will consist of once the request is carried out; on an edit, what it leaves out stays as it was. */
export interface Whole {
  readonly raw: Partial<RawMessage>;
  readonly isV2: boolean;
  readonly content: unknown;
  readonly embeds: unknown;
  readonly components: unknown;
  readonly uploads: readonly Upload[];
  /** Names of files that stay. */
  readonly kept: readonly string[];
}

export function checkWhole(whole: Whole): void {
  const form = new Form();
  const { raw, isV2, uploads } = whole;
  form.text(['content'], whole.content, { max: most.content });
  form.integer(['flags'], raw.flags, { min: 0 });
  if (form.given(['poll'], raw.poll)) form.object(['poll'], raw.poll);
  checkEmbeds(form, whole.embeds);
  checkMentions(form, raw.allowed_mentions);
  checkNonce(form, raw.nonce);
  checkUploads(form, raw, uploads);
  if (isV2) checkLegacy(form, whole);
  const components = form.list(['components'], whole.components, { max: isV2 ? most.components : 5 });
  for (const [index, each] of components.entries())
    checkComponent(form, ['components', index], each, isV2 ? 'messageV2' : 'message');
  const all = flatten(['components'], components);
  checkIds(form, all);
  if (isV2) checkTotals(form, all);
  checkFiles(form, whole, all);
  form.done();
  if (isEmpty(whole, components)) throw refusal('empty');
}

function isEmpty({ isV2, content, embeds, raw, uploads, kept }: Whole, components: readonly unknown[]): boolean {
  if (isV2) return components.length === 0;
  if (uploads.length > 0 || kept.length > 0 || raw.poll) return false;
  const lists = [embeds, raw.sticker_ids].some((list) => Array.isArray(list) && list.length > 0);
  return !lists && String(content ?? '').trim() === '';
}

function checkLegacy(form: Form, { content, embeds, raw }: Whole): void {
  const given = {
    content: content || undefined,
    embeds: lengthOf(embeds),
    sticker_ids: lengthOf(raw.sticker_ids),
    poll: raw.poll,
  };
  for (const [field, value] of Object.entries(given))
    if (value)
      form.refuse(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function checkNonce(form: Form, nonce: unknown): void {
  if (typeof nonce === 'number') form.integer(['nonce'], nonce, {});
  else form.text(['nonce'], nonce, { max: 25 });
}
