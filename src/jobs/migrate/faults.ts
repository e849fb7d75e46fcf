import { fillIn } from '../../domain/kernel/rejection-text.js';
import type { StreamName, Revision } from '../../application/ports/event-store.js';
import { codedError, type CodedError } from '../../application/errors/coded-error.js';

/** Something else stands in the target where an event of the source belongs. Nothing was written there. */
export const migrateConflict = (
  stream: StreamName,
  revision: Revision,
  actual: Revision | 'none',
): CodedError => {
  const details = { stream, revision, actual };
  return codedError(
    'migrate-conflict',
    {
      es: fillIn(
        'El destino no admite {stream}, revisión {revision}: ahí tiene otra cosa, o le falta lo anterior (va en {actual}). Copie a un almacén en el que nadie más escriba.',
        details,
      ),
      en: fillIn(
        'The target does not take {stream}, revision {revision}: it has something else there, or lacks what comes before (it is at {actual}). Copy to a store that nobody else writes to.',
        details,
      ),
    },
    details,
  );
};

const differences = {
  missing: { es: 'falta en el destino', en: 'the target lacks it' },
  different: { es: 'no es el mismo', en: 'it is not the same' },
  extra: { es: 'sobra en el destino', en: 'only the target has it' },
} as const;

/** What is wrong with the first event in which the target differs from the source. */
export type Difference = keyof typeof differences;

/** The target is not what the source is. */
export const migrateDiffers = (stream: StreamName, revision: Revision, reason: Difference): CodedError => {
  const { es, en } = differences[reason];
  return codedError(
    'migrate-differs',
    {
      es: `El destino no es igual al origen. Primer evento que difiere: ${stream}, revisión ${String(revision)}: ${es}.`,
      en: `The target is not equal to the source. First event that differs: ${stream}, revision ${String(revision)}: ${en}.`,
    },
    { stream, revision, reason },
  );
};
