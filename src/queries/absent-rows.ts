import { codedError, type CodedError } from '../application/errors/coded-error.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';

/** `rows-absent` where no rows are kept at all. */
export const rowsNotKept = (): CodedError =>
  codedError('rows-absent', {
    es: 'Este almacén se abrió sin renglones (rows: none): no hay listas, colas ni totales que leer.',
    en: 'This store was opened without rows (rows: none): there are no lists, queues or totals to read.',
  });

const absent = () => Promise.reject(rowsNotKept());

/** Stands where no rows are kept: every question to it fails with `rows-absent`. */
export const absentRows: ReadModelStore = {
  get: absent,
  list: absent,
  count: absent,
  groups: absent,
};
