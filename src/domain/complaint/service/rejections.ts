import type { RefusalTable } from '../../kernel/refusal.js';

export const serviceRejections = {
  'suspension-not-cured': {
    kind: 'rule',
    es: 'En la solicitud {folio} no consta que se haya resuelto la causa de la suspensión.',
    en: 'Request {folio} does not say that the cause of the suspension was cured.',
  },
  'reconnected-before-cure': {
    kind: 'rule',
    es: 'La reconexión ({reconnectedAt}) no puede ser anterior a que se resolviera su causa ({curedAt}).',
    en: 'The reconnection ({reconnectedAt}) cannot come before its cause was cured ({curedAt}).',
  },
} as const satisfies RefusalTable;
