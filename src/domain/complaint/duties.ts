import type { Facets } from './facets.js';
import { tracks, type Track } from './tracks.js';
import { mustBeRouted } from './triage/routing.js';
import type { Role } from './vocabulary.js';

/** The three sides that work on a complaint (domain.md 6.3, *Who*). */
export type DutyBearer = 'customerService' | 'technicalLead' | 'competentArea';

interface Rule {
  readonly reason: string;
  readonly when: (facets: Facets, track: Track) => boolean;
}

const unsaid = ({ final }: Facets) => final === 'none';
const said = ({ final }: Facets) => final === 'sent' || final === 'delivered';

const toBeRouted = (facets: Facets) => mustBeRouted(facets) && unsaid(facets);

const toBeRepaired = ({ faultFound, repair, restoration }: Facets, { repair: part }: Track) =>
  part === 'if-fault-found' &&
  faultFound === true &&
  (repair === 'none' || (repair === 'done' && restoration === 'disputed'));

const reported = ({ handedOff }: Facets, { technician }: Track) => technician !== 'required' || handedOff;

const restored = ({ faultFound, repair, restoration }: Facets, { repair: part }: Track) =>
  part === 'never' || faultFound !== true || repair === 'impossible' || restoration === 'confirmed';

const toBeCompensated = ({ compensation, attribution, affected, repair }: Facets, { repair: part }: Track) =>
  compensation === 'assessed' ||
  (compensation === 'none' &&
    attribution === 'provider' &&
    affected &&
    (part === 'never' || repair !== 'none'));

const toBeRuled = (facets: Facets, track: Track) =>
  track.ruled &&
  !toBeRouted(facets) &&
  facets.diagnosis === 'verified' &&
  ((facets.ruling === 'none' && unsaid(facets)) || facets.rulingAgain);

/**
 * What each side has to do next, the first that applies. A reason may be a wait, which still has to be followed.
 * Facets alone decide, so that a queue can be kept without the full state. Two things they cannot know, and the
 * decisions still enforce: areas that only a provider's own terms demand, and compensation for force majeure.
 */
export const dutyRules = {
  customerService: [
    { reason: 'tell-folio', when: ({ folioTold }) => !folioTold },
    { reason: 'route', when: toBeRouted },
    {
      reason: 'assign-technician',
      when: (facets, { technician }) =>
        technician === 'required' && facets.diagnosis === 'none' && unsaid(facets),
    },
    {
      reason: 'schedule-visit',
      when: (facets) => facets.visit === 'requested' || (facets.visit === 'failed' && unsaid(facets)),
    },
    { reason: 'notify-visit', when: ({ visit }) => visit === 'scheduled' },
    { reason: 'send-again', when: ({ final }) => final === 'failed' },
    { reason: 'await-authority', when: (facets) => said(facets) && facets.proceedings > 0 },
    {
      reason: 'close',
      when: (facets, track) => said(facets) && !facets.rulingAgain && !toBeCompensated(facets, track),
    },
    { reason: 'await-user', when: ({ openRequests }) => openRequests > 0 },
    { reason: 'answer', when: (facets, { final }) => final === 'answer' && unsaid(facets) },
    { reason: 'execute-cancellation', when: (facets, { final }) => final === 'execution' && unsaid(facets) },
    {
      reason: 'check-restoration',
      when: (facets) =>
        unsaid(facets) && facets.repair === 'done' && facets.handedOff && facets.restoration === 'none',
    },
    {
      reason: 'await-confirmation',
      when: (facets) => unsaid(facets) && facets.repair === 'done' && facets.restoration === 'requested',
    },
    {
      reason: 'notify-user',
      when: (facets, track) =>
        unsaid(facets) && facets.ruling !== 'none' && reported(facets, track) && restored(facets, track),
    },
    { reason: 'lift-hold', when: ({ hold }) => hold !== null },
  ],
  technicalLead: [
    { reason: 'attend-visit', when: ({ visit }) => visit === 'notified' },
    {
      reason: 'verify-cause',
      when: (facets, { causeBy }) =>
        causeBy === 'technical-lead' && facets.diagnosis === 'assigned' && unsaid(facets),
    },
    { reason: 'repair', when: (facets, track) => toBeRepaired(facets, track) && unsaid(facets) },
    {
      reason: 'report-repair',
      when: (facets, { causeBy }) =>
        causeBy === 'technical-lead' &&
        facets.diagnosis === 'verified' &&
        !facets.handedOff &&
        unsaid(facets),
    },
  ],
  competentArea: [
    {
      reason: 'verify-cause',
      when: (facets, track) =>
        track.causeBy === 'competent-area' &&
        !toBeRouted(facets) &&
        facets.diagnosis !== 'verified' &&
        unsaid(facets),
    },
    { reason: 'rule', when: toBeRuled },
    { reason: 'compensate', when: toBeCompensated },
  ],
} as const satisfies Record<DutyBearer, readonly Rule[]>;

/** Why a complaint stands in a queue, as a stable code. */
export type DutyReason = (typeof dutyRules)[DutyBearer][number]['reason'];

/** What each of those who work on a complaint has to do next; `null` where nothing. */
export type Duties = Readonly<Record<DutyBearer, DutyReason | null>>;

const next = (bearer: DutyBearer, facets: Facets): DutyReason | null => {
  if (facets.track === null || facets.ending !== 'open') return null;
  const track = tracks[facets.track];
  return dutyRules[bearer].find(({ when }) => when(facets, track))?.reason ?? null;
};

/** Who has what to do next. A complaint that has ended has no duties. */
export const dutiesOf = (facets: Facets): Duties => ({
  customerService: next('customerService', facets),
  technicalLead: next('technicalLead', facets),
  competentArea: next('competentArea', facets),
});

/** The role that bears each duty. */
export const roleOfBearer: Readonly<Record<DutyBearer, Role>> = {
  customerService: 'customer-service',
  technicalLead: 'technical-lead',
  competentArea: 'competent-area',
};
