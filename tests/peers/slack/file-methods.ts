/** `files.*`: a picture's way in, which Slack takes a while over. */
import { required } from './arguments.ts';
import type { Methods } from './inside.ts';
import { isReady } from './messages.ts';
import { Refusal } from './refusal.ts';
import { isNode } from './text-rules.ts';
import { keepNewestIn, type Node, type PeerFile, type World } from './workspace.ts';

/** In bytes. https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const largest = 1024 ** 3;

const types: { readonly [ending: string]: string } = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' };

function describe(world: World, file: PeerFile): Node {
  const ending = file.name.split('.').at(-1) ?? '';
  const ready = isReady(world, file) ? { mimetype: types[ending] ?? 'application/octet-stream', filetype: ending } : {};
  return { id: file.id, name: file.name, title: file.title, size: file.length, ...ready };
}

function fileOf(world: World, id: string): PeerFile {
  const file = world.files.get(id);
  if (!file) throw new Refusal('file_not_found');
  return file;
}

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: () => ['files:write'],
    run(args, { world, origin }) {
      const name = required(args, 'filename');
      const length = Number(args['length']);
      if (!Number.isInteger(length) || length < 1) throw new Refusal('invalid_arguments');
      if (length > largest) throw new Refusal('file_upload_size_restricted');
      const id = world.ids.next('F');
      keepNewestIn(world.files, id, { id, name, length, title: name, completed: false, polls: 0 }, world.keep);
      return { upload_url: `${origin()}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scopes: () => ['files:write'],
    run(args, { world }) {
      const wanted = args['files'];
      if (!Array.isArray(wanted) || wanted.length === 0) throw new Refusal('invalid_arguments');
      const files = wanted.map((each: unknown) => {
        const file = fileOf(world, isNode(each) ? String(each['id']) : '');
        if (!file.bytes) throw new Refusal('file_not_found');
        file.completed = true;
        if (isNode(each) && typeof each['title'] === 'string') file.title = each['title'];
        return describe(world, file);
      });
      return { files };
    },
  },
  'files.info': {
    scopes: () => ['files:read'],
    run(args, { world }) {
      const file = fileOf(world, required(args, 'file'));
      // Described before it counts, so that the first look finds it unprocessed.
      const described = describe(world, file);
      if (file.completed) file.polls += 1;
      return { file: described };
    },
  },
};

/** Takes the bytes at an upload's address: bare, or as the one part of a form. */
export function upload(world: World, id: string, body: Buffer): { status: number; body: string } {
  const file = world.files.get(id);
  if (!file || file.bytes) return { status: 404, body: 'not found' };
  if (body.length < file.length) return { status: 400, body: 'length mismatch' };
  file.bytes = body;
  return { status: 200, body: `OK - ${body.length}` };
}
