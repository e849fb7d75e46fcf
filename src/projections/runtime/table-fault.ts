import { toldReason } from '../../application/errors/store-reasons.js';
import type { ProjectionFault } from '../../application/ports/projected-rows.js';

/** Why rows stand still whose table was declared with other columns. */
export const otherColumns: ProjectionFault = {
  code: 'projection-changed',
  message: 'other columns under the same name and version: raise the version',
  text: {
    es: 'tiene otras columnas bajo la misma versión: suba la versión',
    en: 'other columns under the same name and version: raise the version',
  },
};

const damagedCode = 'rows-corrupt';

/** Why rows stand still whose table in the file is not the one that was made for them. */
export const damagedTable = (reason: string): ProjectionFault => ({
  code: damagedCode,
  message: reason,
  text: toldReason(reason),
});

/** Whether the table of some rows is damaged; what an event met in them has that event's type. */
export const isDamagedTable = (fault: ProjectionFault | undefined): boolean =>
  fault?.code === damagedCode && fault.type === undefined;

/** Whether rows stand still because of their table: to resume them is of no use, to make them anew is. */
export const isOfTable = (fault: ProjectionFault | undefined): boolean =>
  fault?.code === otherColumns.code || isDamagedTable(fault);
