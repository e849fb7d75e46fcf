import { errorOf } from '../../../application/errors/coded-error.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { fault } from '../faults.js';

/** Misheard, another provider's, or of no complaint: the check character tells the first two from the last. */
export const missingFolio = async (text: string, { folio: { prefix } }: ProviderProfile) => {
  const { parseFolio } = await import('../../../domain/folio/parse.js');
  const read = parseFolio(text, prefix);
  if (read.ok) return fault('folio-unknown', { folio: read.folio });
  const { refusals, refusalText } = await import('../../../application/commands/refusals.js');
  return errorOf(read.code, refusals[read.code].kind, refusalText(read.code, read.details), read.details);
};
