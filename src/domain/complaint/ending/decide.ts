import { accept, reject } from '../../kernel/decision.js';
import { compensationOwed } from '../compensation/affected-period.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import type { EndingCommands } from './commands.js';
import { reopeningUntil } from './reopening-window.js';

/** What an authority looks into is not ended by the provider (I-17). The user may still withdraw. */
const beforeAnAuthority = ({ facets, folio }: FiledComplaint): Refusal =>
  facets.proceedings > 0 ? reject('proceeding-open', { folio }) : null;

const nothingUnanswered = (
  reason: EndingCommands['lapse']['reason'],
  { facets: { openRequests, restoration, visit }, folio }: FiledComplaint,
): Refusal => {
  const unanswered =
    reason === 'no-access' ? visit === 'failed' : openRequests > 0 || restoration === 'requested';
  return unanswered ? null : reject('nothing-unanswered', { folio });
};

const tooLate = (complaint: FiledComplaint, { occurredAt }: ComplaintContext): Refusal => {
  const until = reopeningUntil(complaint);
  return until !== null && occurredAt > until
    ? reject('reopening-window-over', { folio: complaint.folio, until })
    : null;
};

export const endingDeciders: Deciders<EndingCommands> = {
  withdraw: ({ reason, explanation }, { filing }) =>
    accept({ type: 'Withdrawn', data: { reason }, personal: { [filing.subscriber]: { explanation } } }),

  lapse: (data, complaint) =>
    firstOf(beforeAnAuthority(complaint), nothingUnanswered(data.reason, complaint)) ??
    accept({ type: 'Lapsed', data }),

  markDuplicate: (data, complaint) =>
    data.of === complaint.folio
      ? reject('duplicate-of-itself', { folio: complaint.folio })
      : (beforeAnAuthority(complaint) ?? accept({ type: 'MarkedDuplicate', data })),

  /** Only after the final word (I-12), the compensation that is due (I-16) and any proceeding (I-17). */
  close: (_none, complaint, { occurredAt }) => {
    const { facets, finalWord, folio } = complaint;
    if (finalWord === null) return reject('no-final-word', { folio });
    if (facets.final === 'failed') return reject('final-word-not-arrived', { folio });
    const refusal = beforeAnAuthority(complaint);
    if (refusal !== null) return refusal;
    if (compensationOwed(complaint, occurredAt)) return reject('compensation-not-granted', { folio });
    return accept({ type: 'Closed', data: { reason: finalWord.reason } });
  },

  /**
   * From any end within the window of the recorded terms (C-22), and from a ruling or a final word before closing.
   * What ended as a duplicate or was not accepted comes back only where that was a mistake.
   */
  reopen: ({ reason, explanation }, complaint, context) => {
    const { facets, filing, folio } = complaint;
    const { ending } = facets;
    if (ending === 'open' && facets.final === 'none' && facets.ruling === 'none')
      return reject('nothing-to-reopen', { folio });
    const neverWorkedOn = ending === 'duplicate' || ending === 'not-accepted';
    if (neverWorkedOn && reason !== 'closed-by-mistake') return reject('only-by-mistake', { folio, ending });
    return (
      tooLate(complaint, context) ??
      accept({
        type: 'Reopened',
        data: { cycle: facets.cycle + 1, reason },
        personal: { [filing.subscriber]: { explanation } },
      })
    );
  },
};
