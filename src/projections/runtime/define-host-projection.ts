import type { CaseHistory, ProjectedEvent } from '../../application/ports/projection.js';
import {
  defineProjection as define,
  type Columns,
  type DefinedProjection,
  type NamesOf,
  type ProjectionDefinition,
} from './define-projection.js';

/** Freezes a value with all that it holds, down to what is frozen already. */
const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
};

/** What a handler is given is shared by all read models and by the fold of cards: no host's code may change it. */
const frozen = (projected: ProjectedEvent): ProjectedEvent => {
  const { event, before, card, history } = projected;
  for (const each of [event, before, card]) freeze(each);
  // A history is as long as its complaint is old, and its earlier part is frozen already.
  let at: CaseHistory | undefined = history;
  while (at !== undefined && !Object.isFrozen(at)) {
    Object.freeze(at);
    freeze(at.event);
    at = at.earlier;
  }
  return projected;
};

/**
 * Defines a read model: data and pure functions, nothing else. The same definition runs in the transaction of the
 * events, behind a feed, and in a test (`given(…).then(…)`). What its handlers are given is frozen: one that changes it
 * fails, and pauses by itself.
 *
 * ```ts
 * const byMunicipality = defineProjection({
 *   name: 'by-municipality', version: 1,
 *   columns: { municipality: 'text', filed: 'integer' }, key: ['municipality'],
 *   on: { Filed: ({ data }, rows) => rows.add({ municipality: data.municipality ?? 'unknown' }, { filed: 1 }) },
 * });
 * ```
 *
 * Throws `rows-invalid` for a definition of another shape, and for names that a table cannot have.
 */
export const defineProjection = <const Of extends Columns, const Key extends NamesOf<Of>>(
  definition: ProjectionDefinition<Of, Key>,
): DefinedProjection<Of, Key> => {
  const defined = define(definition);
  return { ...defined, changes: (projected) => defined.changes(frozen(projected)) };
};
