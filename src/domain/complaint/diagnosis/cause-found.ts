import type { Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { CardChanges } from '../evolver.js';
import { assessedAnew } from '../fresh-start.js';
import { affectedSince, isRepairable } from '../tracks.js';
import type { DiagnosisEvents } from './messages.js';

type Cause = Pick<DiagnosisEvents['CauseVerified'], 'faultFound' | 'attribution' | 'affectedFrom'>;

/**
 * When the time without service was over, as far as that still holds: a fault that is not repaired lasts, and what an
 * assessment took for the end is none of a time that began later.
 */
const stillOver = ({ faultFound }: Cause, from: Instant | null, { affected: { to }, facets }: CaseCard) => {
  if (facets.repair === 'done' || facets.repair === 'impossible') return to;
  const lasts = faultFound && isRepairable(facets);
  return lasts || to === null || (from !== null && from > to) ? null : to;
};

/** What a cause changes, verified or corrected: all that was worked out from another one is worked out again. */
export const causeFound = (cause: Cause, card: CaseCard): CardChanges => {
  const from = affectedSince(cause, card);
  return {
    facets: {
      ...(card.facets.repair === 'not-ours' && { repair: 'none' }),
      diagnosis: 'verified',
      faultFound: cause.faultFound,
      attribution: cause.attribution,
      ...assessedAnew(card.facets),
    },
    affected: { ...card.affected, from, to: stillOver(cause, from, card), assessed: null },
  };
};
