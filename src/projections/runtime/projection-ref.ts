import type { ProjectionRef } from '../../application/ports/projected-rows.js';

/** Whether both name the same rows. */
export const isSame = (one: ProjectionRef, other: ProjectionRef): boolean =>
  one.name === other.name && one.version === other.version && one.slot === other.slot;

/** Whether rows are those of a projection, of one of its versions where that is named. */
export const isMeant = (
  of: Pick<ProjectionRef, 'name' | 'version'>,
  name: string,
  version: number | undefined,
): boolean => of.name === name && (version === undefined || of.version === version);
