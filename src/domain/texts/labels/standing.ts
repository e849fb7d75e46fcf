import type { Facets } from '../../complaint/facets.js';
import type { Language, Status } from '../../complaint/vocabulary.js';
import type { Bilingual } from '../language.js';
import { endingLabels, statusLabels } from './requests.js';
import { holdLabels } from './work.js';

const beforeAnAuthority: Bilingual = {
  es: 'en trámite ante una autoridad',
  en: 'before an authority',
};

const heldBecause = (hold: Facets['hold'], language: Language): string => {
  if (hold === null) return beforeAnAuthority[language];
  const status = statusLabels.held[language];
  if (hold === 'other') return status;
  const reason = holdLabels[hold][language];
  return hold === 'force-majeure' || hold === 'authority-extension' ? `${status}: ${reason}` : reason;
};

/** How a request stands, with what its public status leaves out: what it waits for, or by which way it ended. */
export const statusInWords = (
  status: Status,
  standing: Pick<Facets, 'hold' | 'proceedings' | 'ending'> | undefined,
  language: Language,
): string => {
  if (standing === undefined) return statusLabels[status][language];
  if (status === 'held') return heldBecause(standing.hold, language);
  return status === 'cancelled' ? endingLabels[standing.ending][language] : statusLabels[status][language];
};
