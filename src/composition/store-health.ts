import { codedError } from '../application/errors/coded-error.js';
import { nameOfQuery } from '../queries/read-query.js';
import type { StoreHealth } from './quejas.js';
import type { StoreStanding } from './store-mark.js';

/** How a store stands, as `health()` tells it. */
export const storeHealth = ({ state, fault }: StoreStanding): StoreHealth =>
  fault === undefined ? { state } : { state, code: fault.code, message: fault.text };

const longestReason = 500;

/** Why a loss is accepted, as it is recorded. Throws `query-invalid`. */
export const reasonOfLoss = (given: unknown): string => {
  const reason = nameOfQuery('reason', given).trim();
  if (reason !== '' && reason.length <= longestReason) return reason;
  throw codedError(
    'query-invalid',
    {
      es: `El motivo tiene de 1 a ${String(longestReason)} caracteres.`,
      en: `The reason has 1 to ${String(longestReason)} characters.`,
    },
    { field: 'reason' },
  );
};
