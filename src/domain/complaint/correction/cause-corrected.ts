import type { Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import { keptOwed } from '../compensation/affected-period.js';
import { causeFound } from '../diagnosis/cause-found.js';
import type { CardChanges } from '../evolver.js';
import type { CorrectionEvents } from './messages.js';
import { untold } from './told-anew.js';

/** What is owed for a cause that the user was told of stays owed, whatever cause is found in its place. */
const keepingWhatWasTold = (card: CaseCard, at: Instant): CaseCard =>
  card.facets.toldRuling === 'upheld'
    ? { ...card, affected: { ...card.affected, owedBefore: keptOwed(card, at) } }
    : card;

/** What was ruled, reported or assessed rested on another cause. A repair that was made stays made. */
export const causeCorrected = (
  cause: CorrectionEvents['CauseCorrected'],
  card: CaseCard,
  at: Instant,
): CardChanges => {
  const { facets: found, ...changes } = causeFound(cause, keepingWhatWasTold(card, at));
  const { handedOff, faultFound, repair, rulingAgain, ruling } = card.facets;
  return {
    ...changes,
    facets: {
      ...found,
      handedOff: handedOff && faultFound === cause.faultFound && repair !== 'not-ours',
      rulingAgain: rulingAgain || ruling !== 'none',
      ...untold(card.facets),
    },
  };
};
