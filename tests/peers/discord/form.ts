/** Checks of a request's fields; what is wrong is gathered and refused at once, as Discord's "Invalid Form Body". */
import { type FormErrors, Refusal } from './refusals.ts';

export type Path = readonly (string | number)[];

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

export class Form {
  readonly #errors: FormErrors = {};
  #wrong = false;

  refuse(path: Path, code: string, message: string): void {
    this.#wrong = true;
    let at = this.#errors;
    for (const key of path) {
      const inner = (at[key] ?? {}) as FormErrors;
      at[key] = inner;
      at = inner;
    }
    at['_errors'] = [...((at['_errors'] as { code: string; message: string }[] | undefined) ?? []), { code, message }];
  }

  /** False where the field is absent (and refuses it where it is required). */
  given(path: Path, value: unknown, required = false): boolean {
    if (value !== undefined && value !== null) return true;
    if (required) this.refuse(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return false;
  }

  text(path: Path, value: unknown, { min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds): void {
    if (!this.given(path, value, required)) return;
    if (typeof value !== 'string') {
      this.refuse(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
      return;
    }
    const length = [...value].length;
    if (length === 0 && min > 0 && required) this.refuse(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (length < min || length > max) this.refuse(path, ...badLength(min, max));
  }

  integer(path: Path, value: unknown, { min, max, required = false }: Bounds): void {
    if (!this.given(path, value, required)) return;
    if (!Number.isInteger(value)) {
      this.refuse(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
      return;
    }
    const number = value as number;
    if (min !== undefined && number < min)
      this.refuse(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (max !== undefined && number > max)
      this.refuse(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  }

  boolean(path: Path, value: unknown): void {
    if (this.given(path, value) && typeof value !== 'boolean')
      this.refuse(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  }

  choice(path: Path, value: unknown, choices: readonly unknown[], required = false): boolean {
    if (!this.given(path, value, required)) return false;
    if (choices.includes(value)) return true;
    this.refuse(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
    return false;
  }

  /** The list's items; none where it is absent or no list. */
  list(path: Path, value: unknown, { min = 0, max = Number.POSITIVE_INFINITY, required = false }: Bounds): unknown[] {
    if (!this.given(path, value, required)) return [];
    if (!Array.isArray(value)) {
      this.refuse(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    if (value.length < min || value.length > max) this.refuse(path, ...badLength(min, max));
    return value;
  }

  /** An object to look into; an empty one where it is no object, which is refused. */
  object<T extends object>(path: Path, value: unknown): Partial<T> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Partial<T>;
    this.refuse(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return {};
  }

  snowflake(path: Path, value: unknown, required = false): void {
    if (this.given(path, value, required) && !(typeof value === 'string' && /^\d{1,20}$/.test(value)))
      this.refuse(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
  }

  /** Throws where anything was refused. */
  done(): void {
    if (this.#wrong) throw new Refusal(400, 50035, 'Invalid Form Body', this.#errors);
  }
}

function badLength(min: number, max: number): [code: string, message: string] {
  if (min === 0) return ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`];
  if (max === Number.POSITIVE_INFINITY) return ['BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`];
  return ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`];
}
