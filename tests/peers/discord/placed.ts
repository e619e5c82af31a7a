/** A message's components with their places, and what holds for all of them together. */
import type { Form, Path } from './form.ts';
import type { RawComponent } from './payloads.ts';

/** Discord, Components V2: nested components count too, and the text of all displays is added up. */
const most = { components: 40, characters: 4000 };

export interface Placed {
  readonly path: Path;
  readonly component: Partial<RawComponent>;
}

/** Every component with its place, nested ones included; whatever is no object is left out, as it has been refused before. */
export function flatten(path: Path, components: unknown): Placed[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((each, index) => placed([...path, index], each));
}

function placed(path: Path, value: unknown): Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  const component = value as Partial<RawComponent>;
  return [
    { path, component },
    ...flatten([...path, 'components'], component.components),
    ...placed([...path, 'component'], component.component),
    ...placed([...path, 'accessory'], component.accessory),
  ];
}

/** A custom id stands once in a message or a modal; so does a component's number. */
export function checkIds(form: Form, all: readonly Placed[]): void {
  const seen = new Set<unknown>();
  for (const { path, component } of all) {
    const { custom_id, id } = component;
    if (custom_id !== undefined && seen.has(custom_id))
      form.refuse([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    if (id && seen.has(id))
      form.refuse([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    seen.add(custom_id).add(id);
  }
}

export function checkTotals(form: Form, all: readonly Placed[]): void {
  if (all.length > most.components)
    form.refuse(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${most.components}`,
    );
  const characters = all.reduce((sum, { component }) => sum + [...String(component.content ?? '')].length, 0);
  if (characters > most.characters)
    form.refuse(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size cannot exceed ${most.characters} characters`,
    );
}
