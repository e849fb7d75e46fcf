import type { By } from '../application/actors.js';
import type { ComplaintEvents } from '../domain/complaint/events.js';
import type { Filed } from '../domain/complaint/filing/events.js';
import type { Kind } from '../domain/complaint/vocabulary.js';
import {
  asBilling,
  asCompetentArea,
  asCustomerService,
  asSystem,
  asTechnicalLead,
  asUser,
} from './builders-people.js';
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
  { event: happened('Filed', filedRequest(over)), by: asCustomerService() },
  { event: happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(0) }), by: asSystem() },
];

/** Filed as a request of that kind, about what such requests are usually about. */
export const filedAs = (kind: Kind, over: Partial<Filed> = {}): Step =>
  filed({ kind, subject: kind === 'fault' ? 'service' : 'billing', ...over });

/** A complaint about a failure of the service: it goes the technical way. */
export const filedTechnicalComplaint = (over: Partial<Filed> = {}): Step =>
  filed({ kind: 'complaint', subject: 'service', defect: 'failure', ...over });

export const folioTold = (): Step => ({
  event: happened('FolioCommunicated', { channel: 'phone', communicatedAt: hours(0) }),
  by: asCustomerService(),
});

export const routedTo = (
  area: string,
  purpose: ComplaintEvents['RoutedToArea']['purpose'] = 'repair',
): Step => ({
  event: happened('RoutedToArea', { area, purpose }),
  by: asCustomerService(),
});

export const assignedTo = (technician: string, owner = 'cs-1'): Step => ({
  event: happened('TechnicianAssigned', { technician, owner, reason: 'first' }),
  by: asCustomerService(owner),
});

export const causeVerified = (
  over: Partial<ComplaintEvents['CauseVerified']> = {},
  by: By = asTechnicalLead(),
): Step => ({
  event: happened('CauseVerified', {
    causes: ['cut-fibre'],
    faultFound: true,
    attribution: 'third-party',
    ...over,
  }),
  by,
});

export const noFaultFound = (by: By = asTechnicalLead()): Step =>
  causeVerified({ causes: ['no-fault'], faultFound: false, attribution: 'none' }, by);

export const repaired = (
  over: Partial<ComplaintEvents['Repaired']> = {},
  by: By = asTechnicalLead(),
): Step => ({
  event: happened('Repaired', { action: 'spliced', atHome: false, restoredAt: hours(6), ...over }),
  by,
});

export const reported = (outcome: ComplaintEvents['RepairReported']['outcome'] = 'repaired'): Step => ({
  event: happened('RepairReported', { outcome }),
  by: asTechnicalLead(),
});

export const restorationConfirmed = (by: 'user' | 'measurement' = 'user'): Step => ({
  event: happened('RestorationConfirmed', { by, confirmedAt: hours(7) }),
  by: by === 'user' ? asUser() : asCustomerService(),
});

export const restorationDisputed = (): Step => ({
  event: happened('RestorationDisputed', { disputedAt: hours(7) }),
  by: asUser(),
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

export const ruledUpheld = (by: By = asCompetentArea()): Step => ruled('upheld', undefined, by);
export const ruledDismissed = (by: By = asCompetentArea()): Step => ruled('dismissed', 'PROFECO', by);

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
    by: asCustomerService(),
  });

export const answered = (over: Partial<ComplaintEvents['AnswerProvided']> = {}): Step => ({
  event: happened('AnswerProvided', { channel: 'phone', answeredAt: hours(8), outcome: 'answered', ...over }),
  by: asCustomerService(),
});

export const cancellationExecuted = (over: Partial<ComplaintEvents['CancellationExecuted']> = {}): Step => ({
  event: happened('CancellationExecuted', { folio, effectiveAt: hours(8), channel: 'phone', ...over }),
  by: asBilling(),
});

export const closed = (reason: ComplaintEvents['Closed']['reason'] = 'notified'): Step => ({
  event: happened('Closed', { reason }),
  by: asCustomerService(),
});

export const reopened = (
  cycle = 2,
  reason: ComplaintEvents['Reopened']['reason'] = 'fault-persists',
): Step => ({
  event: happened('Reopened', { cycle, reason }),
  by: asUser(),
});
