import type { CaseCard } from '../card.js';
import { affectedFrom } from '../compensation/affected-time.js';
import type { CardChanges } from '../evolver.js';
import { assessedAnew } from '../fresh-start.js';
import { affectedSince } from '../tracks.js';
import type { DiagnosisEvents } from './messages.js';

type Cause = Pick<DiagnosisEvents['CauseVerified'], 'faultFound' | 'attribution' | 'affectedFrom'>;

/** What a cause changes, verified or corrected: all that was worked out from another one is worked out again. */
export const causeFound = (cause: Cause, card: CaseCard): CardChanges => ({
  facets: {
    ...(card.facets.repair === 'not-ours' && { repair: 'none' }),
    diagnosis: 'verified',
    faultFound: cause.faultFound,
    attribution: cause.attribution,
    ...assessedAnew(card.facets),
  },
  ...affectedFrom(card, affectedSince(cause, card)),
});
