import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import type { Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import type { AuthorityCommands } from './commands.js';

/** A proceeding that is not there, or over, takes nothing more. */
const notOpen = ({ proceedings }: FiledComplaint, reference: string): Refusal => {
  if (!Object.hasOwn(proceedings, reference)) return reject('no-such-proceeding', { reference });
  return proceedings[reference] === 'resolved' ? reject('proceeding-resolved', { reference }) : null;
};

export const authorityDeciders: Deciders<AuthorityCommands> = {
  openAuthorityProceeding: (data, { proceedings }) =>
    Object.hasOwn(proceedings, data.reference)
      ? reject('proceeding-known', { reference: data.reference })
      : accept({ type: 'AuthorityProceedingOpened', data }),

  receiveAuthorityRequirement: ({ requirement, ...data }, complaint) =>
    notOpen(complaint, data.reference) ??
    accept({
      type: 'AuthorityRequirementReceived',
      data,
      personal: { [complaint.filing.subscriber]: { requirement } },
    }),

  resolveAuthorityProceeding: ({ agreement, ...data }, complaint) =>
    notOpen(complaint, data.reference) ??
    accept({
      type: 'AuthorityResolved',
      data,
      personal: { [complaint.filing.subscriber]: { agreement } },
    }),

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
