import { codedError } from '../application/errors/coded-error.js';
import type { StoreSize } from '../application/ports/event-store.js';
import { wellFormed } from '../application/commands/dto/rules/texts.js';
import { forms, queryInvalid } from '../queries/query-faults.js';
import type { StoreHealth } from './quejas.js';
import type { StoreStanding } from './store-mark.js';

/** SQLite copies the log back at 40 MB: one that is three times as large is held open by a reader. */
const largeLog = 128 * 1024 * 1024;

/** How a store stands and how large it is, as `health()` tells it. */
export const storeHealth = ({ state, fault }: StoreStanding, size: StoreSize | undefined): StoreHealth => ({
  state,
  ...(fault && { code: fault.code, message: fault.text }),
  ...(size && { ...size, warnings: size.walBytes > largeLog ? ['wal-large'] : [] }),
});

const longestReason = 500;

/** Why a loss is accepted, as it is recorded. Throws `query-invalid`. */
export const reasonOfLoss = (given: unknown): string => {
  if (typeof given !== 'string') throw queryInvalid('reason', given, forms.text);
  const reason = wellFormed(given.slice(0, 2 * longestReason)).trim();
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
