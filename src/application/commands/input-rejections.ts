import type { RefusalTable } from '../../domain/kernel/refusal.js';

/** What `input-invalid` says besides its faults. */
export const inputRejections = {
  'input-invalid': {
    kind: 'invalid',
    es: 'Hay datos que faltan o no son válidos; los detalles dicen cuáles.',
    en: 'Some data are missing or not valid; the details say which.',
  },
} as const satisfies RefusalTable;
