import { accept, reject, type Rejection } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import type { FiledComplaint } from '../state.js';
import type { AuthorityCommands } from './commands.js';

/** Why a proceeding takes nothing more; `null` while it is open. */
const notOpen = (
  { proceedings }: FiledComplaint,
  reference: string,
): Rejection<'no-such-proceeding' | 'proceeding-resolved'> | null => {
  const stage = Object.hasOwn(proceedings, reference) ? proceedings[reference] : undefined;
  if (stage === undefined) return { code: 'no-such-proceeding', details: { reference } };
  return stage === 'resolved' ? { code: 'proceeding-resolved', details: { reference } } : null;
};

export const authorityDeciders: Deciders<AuthorityCommands> = {
  openAuthorityProceeding: (data, { proceedings }) =>
    Object.hasOwn(proceedings, data.reference)
      ? reject('proceeding-known', { reference: data.reference })
      : accept({ type: 'AuthorityProceedingOpened', data }),

  receiveAuthorityRequirement: ({ requirement, ...data }, complaint) => {
    const refusal = notOpen(complaint, data.reference);
    if (refusal !== null) return reject(refusal.code, refusal.details);
    const personal = { [complaint.filing.subscriber]: { requirement } };
    return accept({ type: 'AuthorityRequirementReceived', data, personal });
  },

  resolveAuthorityProceeding: ({ agreement, ...data }, complaint) => {
    const refusal = notOpen(complaint, data.reference);
    if (refusal !== null) return reject(refusal.code, refusal.details);
    return accept({
      type: 'AuthorityResolved',
      data,
      personal: { [complaint.filing.subscriber]: { agreement } },
    });
  },

  placeLegalHold: (data, { legalHolds, folio }) =>
    legalHolds.includes(data.hold)
      ? reject('no-new-fact', { folio })
      : accept({ type: 'LegalHoldPlaced', data }),

  liftLegalHold: (data, { legalHolds }) =>
    legalHolds.includes(data.hold)
      ? accept({ type: 'LegalHoldLifted', data })
      : reject('no-such-hold', { hold: data.hold }),

  requestArco: ({ request, ...data }, { filing }) =>
    accept({ type: 'ArcoRequested', data, personal: { [filing.subscriber]: { request } } }),
};
