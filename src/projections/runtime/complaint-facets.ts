import type { Row } from '../../application/ports/read-model-store.js';
import { initialFacets, type Facets } from '../../domain/complaint/facets.js';
import { corrupt, jsonIn } from './row-cells.js';

const names = Object.keys(initialFacets);

const isFacets = (value: unknown): value is Facets => {
  if (typeof value !== 'object' || value === null) return false;
  for (const name of names) if (!(name in value)) return false;
  return true;
};

/** The facets a row carries in its column `facets`, from which the next ones follow. Throws `rows-corrupt`. */
export const facetsOf = (row: Row | undefined): Facets => {
  if (row === undefined) return initialFacets;
  const facets = jsonIn(row, 'facets');
  if (isFacets(facets)) return facets;
  throw corrupt('facets');
};
