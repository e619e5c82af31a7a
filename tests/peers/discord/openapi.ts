/** Discord's own description of its API, as a second judge of a request's form. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Form } from './form.ts';

/** It is not part of this repository. */
const file = fileURLToPath(new URL('../../../../shared/discord/openapi.json', import.meta.url));

export const hasOpenApi = existsSync(file);

const callbackPath = '/interactions/{interaction_id}/{interaction_token}/callback';

interface Described {
  readonly components: { readonly schemas: object };
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody?: RequestBody } }>>;
}

interface RequestBody {
  readonly content: { readonly 'application/json': { readonly schema: object } };
}

/** A schema's judge, by its name; `callback` is the union of all first responses. Compiled when first asked for. */
export class OpenApi {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  readonly #judges = new Map<string, ValidateFunction>();

  constructor() {
    const described = withoutDiscriminators(JSON.parse(readFileSync(file, 'utf8'))) as Described;
    const callback = described.paths[callbackPath]?.post?.requestBody?.content['application/json'].schema;
    const schemas = { ...described.components.schemas, callback };
    this.#ajv.addSchema({ $id: 'discord', components: { schemas } });
  }

  judge(schema: string): ValidateFunction {
    const known = this.#judges.get(schema);
    if (known) return known;
    const compiled = this.#ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
    this.#judges.set(schema, compiled);
    return compiled;
  }

  /** Throws "Invalid Form Body" where the description does not allow the body. */
  readonly check = (schema: string, body: unknown): void => {
    const judge = this.judge(schema);
    if (judge(body ?? {})) return;
    const form = new Form();
    for (const { instancePath, message = '' } of judge.errors ?? [])
      form.refuse(instancePath.split('/').slice(1), 'OPENAPI', message);
    form.done();
  };
}

/** Ajv wants a discriminator to be text; without one the types' constants tell the members of a union apart. */
function withoutDiscriminators(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDiscriminators);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'discriminator');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutDiscriminators(inner)]));
}
