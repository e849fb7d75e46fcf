import type { Recorded } from '../../kernel/message.js';
import type { CaseCard } from '../card.js';
import type { CardChanges } from '../evolver.js';
import { onRecord } from '../on-record.js';
import type { ComplaintState } from '../state.js';
import { countToCarryOut, type Agreements } from '../to-carry-out.js';
import { nowUntold } from '../untold.js';
import type { RulingEvents } from './messages.js';

/** The agreements that are to be carried out now; each change of them is told to the user. */
export const withAgreements = ({ facets, proceedings }: CaseCard, agreements: Agreements): CardChanges => ({
  agreements,
  facets: { toCarryOut: countToCarryOut({ agreements, proceedings }), ...nowUntold(facets, 'agreement') },
});

/** One more conciliation was held; an agreement is known by its number from then on. */
export const held = (
  { outcome, dueAt }: RulingEvents['ConciliationRecorded'],
  { agreements, conciliations }: ComplaintState,
  recorded: Recorded,
): Pick<ComplaintState, 'conciliations'> => ({
  conciliations: [
    ...conciliations,
    {
      recordedAs: recorded.revision,
      outcome,
      ...(dueAt !== undefined && { dueAt }),
      ...(outcome === 'agreed' && { agreement: agreements.made + 1 }),
      ...onRecord(recorded),
    },
  ],
});

/** What was agreed stays carried out, whatever a correction says of it. */
export const onceCarriedOut = (
  { conciliation }: RulingEvents['AgreementCarriedOut'],
  { conciliations }: ComplaintState,
): Pick<ComplaintState, 'conciliations'> => ({
  conciliations: conciliations.map((each) =>
    each.agreement === conciliation ? { ...each, carriedOut: true as const } : each,
  ),
});
