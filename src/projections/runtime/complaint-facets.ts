import type { Row } from '../../application/ports/read-model-store.js';
import { initialFacets, type Facets } from '../../domain/complaint/facets.js';

const isFacets = (value: unknown): value is Facets =>
  typeof value === 'object' && value !== null && 'track' in value;

/** The facets a row carries in its column `facets`, from which the next ones follow. */
export const facetsOf = (row: Row | undefined): Facets => {
  const text = row?.['facets'];
  if (typeof text !== 'string') return initialFacets;
  const facets: unknown = JSON.parse(text);
  return isFacets(facets) ? facets : initialFacets;
};
