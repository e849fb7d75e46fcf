import type { By } from '../application/commands/actors.js';
import type { ComplaintEvents } from '../domain/complaint/events.js';
import type { Filed } from '../domain/complaint/filing/messages.js';
import type { Kind } from '../domain/complaint/vocabulary.js';
import { asCustomerService, people } from './builders-people.js';
import { usualTerms } from './builders-terms.js';
import { hours } from './builders-times.js';
import { happened, type Step } from './history.js';

/** The folio of the complaint in every story. */
export const folio = 'CON-000042-7';

/** A user's fault, by phone, unless the story says otherwise; a complaint is one about billing unless told. */
export const filedRequest = (over: Partial<Filed> = {}): Filed => ({
  kind: 'fault',
  subject: 'service',
  channel: 'phone',
  receivedAt: hours(0),
  registeredAt: hours(0),
  outOfHours: false,
  subscriber: 'sub-1',
  contract: 'ct-1',
  severity: 'normal',
  language: 'es',
  price: { amount: 39_900, currency: 'MXN' },
  periodDays: 30,
  terms: usualTerms(),
  ...over,
});

/** Filed, and given its folio in the same append. */
export const filed = (over: Partial<Filed> = {}): Step => [
  { event: happened('Filed', filedRequest(over)), by: people.customerService },
  {
    event: happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(0) }),
    by: people.system,
    occurredAt: hours(0),
  },
];

/** Filed as a request of that kind, about what such requests are usually about. */
export const filedAs = (kind: Kind, over: Partial<Filed> = {}): Step =>
  filed({ kind, subject: kind === 'fault' ? 'service' : 'billing', ...over });

/** A complaint about a failure of the service: it goes the technical way. */
export const filedTechnicalComplaint = (over: Partial<Filed> = {}): Step =>
  filed({ kind: 'complaint', subject: 'service', defect: 'failure', ...over });

/** The user knows the folio since hour 0 (O-17). */
export const folioTold = (): Step => ({
  event: happened('FolioCommunicated', { channel: 'phone', communicatedAt: hours(0) }),
  by: people.customerService,
});

/** Routed to that area, for repairs unless told otherwise (O-31). */
export const routedTo = (
  area: string,
  purpose: ComplaintEvents['RoutedToArea']['purpose'] = 'repair',
): Step => ({
  event: happened('RoutedToArea', { area, purpose }),
  by: people.customerService,
});

/** That technical lead and an owner in customer service follow up together (O-18). */
export const assignedTo = (technician: string, owner = 'cs-1'): Step => ({
  event: happened('TechnicianAssigned', { technician, owner, reason: 'first' }),
  by: asCustomerService(owner),
});

/** A cut fibre, put down to the user, unless told otherwise (O-19). */
export const causeVerified = (
  over: Partial<ComplaintEvents['CauseVerified']> = {},
  by: By = people.technicalLead,
): Step => ({
  event: happened('CauseVerified', {
    causes: ['cut-fibre'],
    faultFound: true,
    attribution: 'user',
    ...over,
  }),
  by,
});

/** The technical lead looked and found no fault. */
export const noFaultFound = (by: By = people.technicalLead): Step =>
  causeVerified({ causes: ['no-fault'], faultFound: false, attribution: 'none' }, by);

/** Repaired; the service is back at hour 6 unless told otherwise (O-20). */
export const repaired = (
  over: Partial<ComplaintEvents['Repaired']> = {},
  by: By = people.technicalLead,
): Step => ({
  event: happened('Repaired', { action: 'spliced', atHome: false, restoredAt: hours(6), ...over }),
  by,
});

/** The technical lead told customer service what came of the repair (O-22). */
export const reported = (outcome: ComplaintEvents['RepairReported']['outcome'] = 'repaired'): Step => ({
  event: happened('RepairReported', { outcome }),
  by: people.technicalLead,
});

/** The service is back at hour 7, by the user's word or by measurement. */
export const restorationConfirmed = (by: 'user' | 'measurement' = 'user'): Step => ({
  event: happened('RestorationConfirmed', { by, confirmedAt: hours(7) }),
  by: by === 'user' ? people.user : people.customerService,
});

/** The user denies at hour 7 that the service is back. */
export const restorationDisputed = (): Step => ({
  event: happened('RestorationDisputed', { disputedAt: hours(7) }),
  by: people.user,
});

const ruled =
  (outcome: 'upheld' | 'dismissed', nextInstance: string | undefined, by: By): Step =>
  ({ lastOf }) => ({
    event: happened('Ruled', {
      outcome,
      basis: 'contract, clause 10',
      cause: lastOf('CauseVerified'),
      policy: 'mx',
      policyVersion: 1,
      nextInstance,
    }),
    by,
  });

/** *Procedente*, resting on the cause verified last (O-25). */
export const ruledUpheld = (by: By = people.competentArea): Step => ruled('upheld', undefined, by);
/** *Improcedente*, resting on the cause verified last; the next instance is PROFECO (I-10). */
export const ruledDismissed = (by: By = people.competentArea): Step => ruled('dismissed', 'PROFECO', by);

/** The final notice of a fault that was found and repaired; the causes are those of `causeVerified`. */
export const userNotified =
  (over: Partial<ComplaintEvents['UserNotified']> = {}): Step =>
  ({ lastOf }) => ({
    event: happened('UserNotified', {
      folio,
      causes: ['cut-fibre'],
      cause: lastOf('CauseVerified'),
      outcome: 'upheld',
      ruling: lastOf('Ruled'),
      restoration: 'confirmed',
      recipient: 'subscriber',
      channel: 'phone',
      sentAt: hours(8),
      ...over,
    }),
    by: people.customerService,
  });

/** The user was answered, by phone at hour 8. */
export const answered = (over: Partial<ComplaintEvents['AnswerProvided']> = {}): Step => ({
  event: happened('AnswerProvided', { channel: 'phone', answeredAt: hours(8), outcome: 'answered', ...over }),
  by: people.customerService,
});

/** The cancellation took effect at hour 8, and the user was told by phone. */
export const cancellationExecuted = (over: Partial<ComplaintEvents['CancellationExecuted']> = {}): Step => ({
  event: happened('CancellationExecuted', { folio, effectiveAt: hours(8), channel: 'phone', ...over }),
  by: people.billing,
});

/** Closed, after the final notice unless told otherwise (I-12). */
export const closed = (reason: ComplaintEvents['Closed']['reason'] = 'notified'): Step => ({
  event: happened('Closed', { reason }),
  by: people.customerService,
});

/** Opened again by the user, in cycle 2 unless told otherwise. */
export const reopened = (
  cycle = 2,
  reason: ComplaintEvents['Reopened']['reason'] = 'fault-persists',
): Step => ({
  event: happened('Reopened', { cycle, reason }),
  by: people.user,
});
