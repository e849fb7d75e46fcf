import type { ProjectionRef } from '../../application/ports/projected-rows.js';

/** Whether both name the same rows. */
export const isSame = (one: ProjectionRef, other: ProjectionRef): boolean =>
  one.name === other.name && one.version === other.version && one.slot === other.slot;
