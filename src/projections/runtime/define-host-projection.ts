import type { CaseHistory, ProjectedEvent } from '../../application/ports/projection.js';
import {
  defineProjection as define,
  type Columns,
  type DefinedProjection,
  type NamesOf,
  type ProjectionDefinition,
} from './define-projection.js';

type Parts = Readonly<Record<string, unknown>>;

const hasParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

const none: Parts = {};

/** Freezes a value with all that it holds, but for what `before` holds too, down to what is frozen already. */
const freezeParts = (value: Parts, before: Parts): void => {
  if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  // Every event comes by here: a list of what it holds would take longer than freezing it.
  for (const name in value) {
    const each = value[name];
    if (hasParts(each) && each !== before[name]) freezeParts(each, none);
  }
};

/** Freezes a value with all that it holds. What it has in common with `before` is frozen already. */
const freeze = (value: object, before: object = none): void => {
  if (hasParts(value) && hasParts(before)) freezeParts(value, before);
};

/** What a handler is given is shared by all read models and by the fold of cards: no host's code may change it. */
const frozen = (projected: ProjectedEvent): ProjectedEvent => {
  const { event, before, card, history } = projected;
  freeze(event);
  freeze(before);
  freeze(card, before);
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
