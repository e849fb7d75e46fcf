import { openHearings, openRequirements, toCarryOutOf } from './authority/proceedings.js';
import type { CaseCard } from './card.js';
import { compensationOwed, forceMajeureGoesOn } from './compensation/affected-period.js';
import { toCredit } from './compensation/uncredited.js';
import { undueChargeOwed } from './compensation/undue-charge.js';
import type { Facets } from './facets.js';
import { tracks, type Track } from './tracks.js';
import { mustBeRouted } from './triage/routing.js';
import { openVisitsIn, visitsToMake } from './visit/open.js';
import type { OpenVisitStage } from './visit/open-visits.js';

/**
 * Whose work a complaint may be (domain.md 6.3, *Who*): the roles that have something to do, and the supervisors that
 * an escalation reaches. One name is one queue; that of the areas has a queue for each area.
 */
export const dutyBearers = [
  'customer-service',
  'technical-lead',
  'competent-area',
  'ruling-officer',
  'billing',
  'legal',
  'supervisor',
] as const;
/** Whose work a complaint may be. */
export type DutyBearer = (typeof dutyBearers)[number];

/** The part of a complaint that duties follow from. */
export type DutyGrounds = Pick<
  CaseCard,
  'facets' | 'agreements' | 'arco' | 'proceedings' | 'failedVisit' | 'affected' | 'receivedAt' | 'uncredited'
>;

interface Rule {
  readonly reason: string;
  readonly when: (facets: Facets, track: Track, known: DutyGrounds) => boolean;
  /** The duty outlives the complaint: it is there, or comes, after the end as well. */
  readonly afterTheEnd?: true;
}

const unsaid = ({ final }: Facets) => final === 'none';
const said = ({ final }: Facets) => final === 'sent' || final === 'delivered';

const hasVisit = (facets: Facets, ...stages: readonly OpenVisitStage[]) =>
  openVisitsIn(facets, ...stages).length > 0;

const noVisit = ({ visits }: Facets) => Object.keys(visits).length === 0;

const toBeRouted = (facets: Facets) => mustBeRouted(facets) && unsaid(facets);

const toBeRepaired = ({ faultFound, repair, restoration }: Facets, { repair: part }: Track) =>
  part === 'if-fault-found' &&
  faultFound === true &&
  (repair === 'none' || (repair === 'done' && restoration === 'disputed'));

const reported = ({ handedOff }: Facets, { technician }: Track) => technician !== 'required' || handedOff;

const restored = ({ faultFound, repair, restoration }: Facets, { repair: part }: Track) =>
  part === 'never' ||
  faultFound !== true ||
  repair === 'impossible' ||
  repair === 'not-ours' ||
  restoration === 'confirmed';

const toBeCompensated = (facets: Facets, _track: Track, known: DutyGrounds) =>
  facets.compensation === 'assessed' || undueChargeOwed({ facets }) || compensationOwed(known, null);

/**
 * Once the user has the final word, billing looks at what time alone makes due, as no one else would. Until it is due, the
 * request may be closed as well.
 */
const maybeDueByNow = (facets: Facets, known: DutyGrounds) => !unsaid(facets) && forceMajeureGoesOn(known);

/** A person is known who can be told and asked. */
const isReachable = ({ report }: Facets) => report !== 'anonymous';

const knowsTheFolio = (facets: Facets) => facets.folioTold || !isReachable(facets);

const toldAll = (facets: Facets) => said(facets) && facets.folioTold && facets.untold.length === 0;

/** It was tried to be said on as many days as the terms ask for. */
const notReached = ({ final, unreachable }: Facets) => final === 'failed' && unreachable;

const toBeRuled = (facets: Facets, track: Track) =>
  track.ruled &&
  !toBeRouted(facets) &&
  facets.diagnosis === 'verified' &&
  ((facets.ruling === 'none' && unsaid(facets)) || facets.rulingAgain);

/** An area rules on what was routed to it; what was not, and every appeal, is the ruling officer's. */
const toBeRuledByTheArea = (facets: Facets, track: Track) =>
  toBeRuled(facets, track) && facets.routing === 'routed' && !facets.rulingAgain;

/** Nothing is owed, appealed or waited for, and no one else is expected: what is left of it is the user's to be told. */
const isSettled: Rule['when'] = (facets, track, known) =>
  facets.proceedings === 0 &&
  noVisit(facets) &&
  !facets.rulingAgain &&
  !facets.answerAgain &&
  facets.penalty !== 'disputed' &&
  facets.toCarryOut === 0 &&
  known.arco.open.length === 0 &&
  !toBeCompensated(facets, track, known);

const toBeClosed: Rule['when'] = (facets, track, known) =>
  (toldAll(facets) || notReached(facets)) && isSettled(facets, track, known);

const toBeCredited: Rule['when'] = ({ balance }, _track, known) =>
  toCredit(known).length > 0 || balance === 'owed';

/**
 * Inside the house an escalation is attended to until nothing is left but to close: also what time takes up after the
 * final word, such as a refund that is owed or an appeal that is open.
 */
const toBeSupervised: Rule['when'] = (facets, track, known) =>
  facets.escalation >= 1 &&
  facets.escalation <= 3 &&
  (!toBeClosed(facets, track, known) || toBeCredited(facets, track, known));

/**
 * What each side has to do, the most pressing first; a complaint has every duty whose rule applies. A reason may be a
 * wait, which still has to be followed. The card alone decides, so that a queue can be kept without the full state. Two
 * things it cannot know, and the decisions still enforce: areas that only a provider's own terms demand, and whether a
 * force majeure that goes on has lasted so long by now that it is owed.
 */
export const dutyRules = {
  'customer-service': [
    { reason: 'tell-folio', when: (facets) => !knowsTheFolio(facets) },
    { reason: 'route', when: toBeRouted },
    {
      reason: 'assign-technician',
      when: (facets, { technician }) =>
        technician === 'required' && facets.diagnosis === 'none' && unsaid(facets),
    },
    {
      reason: 'schedule-visit',
      when: (facets, _track, { failedVisit }) =>
        hasVisit(facets, 'requested') || (failedVisit !== null && noVisit(facets) && unsaid(facets)),
    },
    { reason: 'notify-visit', when: (facets) => isReachable(facets) && hasVisit(facets, 'scheduled') },
    // An appeal is ruled on first: what came back is told no more, but the new ruling.
    {
      reason: 'send-again',
      when: (facets, track) => facets.final === 'failed' && !toBeRuled(facets, track),
    },
    { reason: 'close', when: toBeClosed },
    { reason: 'await-user', when: ({ openRequests }) => openRequests > 0 },
    {
      reason: 'answer',
      when: (facets, { final }) =>
        facets.answerAgain || (final === 'answer' && unsaid(facets) && !toBeRouted(facets)),
    },
    {
      reason: 'execute-cancellation',
      when: (facets, { final }) => final === 'execution' && unsaid(facets) && !toBeRouted(facets),
    },
    {
      reason: 'check-restoration',
      when: (facets) =>
        unsaid(facets) && facets.repair === 'done' && facets.handedOff && facets.restoration === 'none',
    },
    {
      reason: 'notify-user',
      when: (facets, track) =>
        unsaid(facets) &&
        facets.ruling !== 'none' &&
        !facets.rulingAgain &&
        reported(facets, track) &&
        restored(facets, track),
    },
    {
      reason: 'await-confirmation',
      when: (facets) => unsaid(facets) && facets.repair === 'done' && facets.restoration === 'requested',
    },
    {
      reason: 'tell-user',
      when: (facets) =>
        facets.untold.length > 0 &&
        (facets.ending !== 'open' ||
          said(facets) ||
          facets.report !== 'none' ||
          facets.untold.includes('next-instance')),
      afterTheEnd: true,
    },
    {
      reason: 'call-off-visit',
      when: (facets) => facets.ending === 'withdrawn' && hasVisit(facets, 'scheduled', 'notified'),
      afterTheEnd: true,
    },
    {
      reason: 'read-statement',
      when: ({ unread, ending }) => unread && ending !== 'open',
      afterTheEnd: true,
    },
    { reason: 'reconnect', when: ({ toReconnect }) => toReconnect, afterTheEnd: true },
    {
      reason: 'conclude-report',
      when: (facets, _track, { arco }) =>
        facets.report !== 'none' &&
        knowsTheFolio(facets) &&
        facets.untold.length === 0 &&
        facets.proceedings === 0 &&
        facets.toCarryOut === 0 &&
        arco.open.length === 0 &&
        noVisit(facets),
    },
    { reason: 'lift-hold', when: ({ hold }) => hold !== null },
  ],
  'technical-lead': [
    {
      reason: 'attend-visit',
      when: (facets) => visitsToMake(facets).length > 0,
    },
    {
      reason: 'verify-cause',
      when: (facets, { causeBy }) =>
        causeBy === 'technical-lead' && facets.diagnosis === 'assigned' && unsaid(facets),
    },
    { reason: 'repair', when: (facets, track) => toBeRepaired(facets, track) && unsaid(facets) },
    {
      reason: 'report-repair',
      when: (facets, track) =>
        track.causeBy === 'technical-lead' &&
        facets.diagnosis === 'verified' &&
        !facets.handedOff &&
        !toBeRepaired(facets, track) &&
        unsaid(facets),
    },
  ],
  'competent-area': [
    {
      reason: 'verify-cause',
      when: (facets, track) =>
        track.causeBy === 'competent-area' &&
        !toBeRouted(facets) &&
        facets.diagnosis !== 'verified' &&
        unsaid(facets),
    },
    { reason: 'rule', when: toBeRuledByTheArea },
    { reason: 'carry-out-agreement', when: (_facets, _track, { agreements }) => agreements.open.length > 0 },
  ],
  'ruling-officer': [
    {
      reason: 'rule',
      when: (facets, track) => toBeRuled(facets, track) && !toBeRuledByTheArea(facets, track),
    },
    { reason: 'rule-penalty', when: ({ penalty }) => penalty === 'disputed' },
  ],
  billing: [
    {
      reason: 'compensate',
      when: (facets, track, known) => toBeCompensated(facets, track, known) || maybeDueByNow(facets, known),
    },
    { reason: 'credit', when: toBeCredited, afterTheEnd: true },
  ],
  legal: [
    {
      reason: 'answer-requirement',
      when: (_facets, _track, { proceedings }) => openRequirements(proceedings).length > 0,
      afterTheEnd: true,
    },
    {
      reason: 'attend-hearing',
      when: (_facets, _track, { proceedings }) => openHearings(proceedings).length > 0,
      afterTheEnd: true,
    },
    {
      reason: 'open-proceeding',
      when: ({ escalation }, _track, { proceedings }) =>
        escalation === 4 && Object.keys(proceedings).length === 0,
    },
    {
      reason: 'carry-out-resolution',
      when: (_facets, _track, { proceedings }) => toCarryOutOf(proceedings).length > 0,
    },
    { reason: 'answer-arco', when: (_facets, _track, { arco }) => arco.open.length > 0, afterTheEnd: true },
    { reason: 'await-authority', when: ({ proceedings }) => proceedings > 0, afterTheEnd: true },
  ],
  supervisor: [
    { reason: 'attend-escalation', when: toBeSupervised },
    { reason: 'decide-reopening', when: ({ contested }) => contested, afterTheEnd: true },
  ],
} as const satisfies Record<DutyBearer, readonly Rule[]>;

/** What a report does not need that is no subscriber's request: no ruling, no answer to a user, nothing owed. */
const notOfAReport: ReadonlySet<DutyReason> = new Set<DutyReason>([
  'close',
  'check-restoration',
  'await-confirmation',
  'notify-user',
  'rule',
  'compensate',
  'answer',
  'execute-cancellation',
]);

/** Where an open complaint has no duty by the rules above, customer service still follows it up (O-18). */
const nobodyElse = 'follow-up';

/** Why a complaint stands in a queue, as a stable code; `account-for-visit`, once a notice comes too late. */
export type DutyReason = (typeof dutyRules)[DutyBearer][number]['reason'] | 'follow-up' | 'account-for-visit';

/** All that each side has to do, the most pressing first; an empty list where nothing. */
export type Duties = Readonly<Record<DutyBearer, readonly DutyReason[]>>;

const reasonsOf = (bearer: DutyBearer, track: Track, known: DutyGrounds): readonly DutyReason[] => {
  const { facets } = known;
  const rules: readonly (Rule & { readonly reason: DutyReason })[] = dutyRules[bearer];
  const reasons: DutyReason[] = [];
  for (const { reason, when, afterTheEnd } of rules)
    if (
      (facets.ending === 'open' || afterTheEnd === true) &&
      !(facets.report !== 'none' && notOfAReport.has(reason)) &&
      when(facets, track, known)
    )
      reasons.push(reason);
  return reasons;
};

const noDuties: Duties = {
  'customer-service': [],
  'technical-lead': [],
  'competent-area': [],
  'ruling-officer': [],
  billing: [],
  legal: [],
  supervisor: [],
};

/**
 * Who has what to do. An open complaint is always some side's work; one that has ended still is where something was
 * granted and not credited, where an authority looks into it, and where its ending is contested.
 */
export const dutiesOf = (known: DutyGrounds): Duties => {
  const { facets } = known;
  if (facets.track === null) return noDuties;
  const track = tracks[facets.track];
  const duties: Duties = {
    'customer-service': reasonsOf('customer-service', track, known),
    'technical-lead': reasonsOf('technical-lead', track, known),
    'competent-area': reasonsOf('competent-area', track, known),
    'ruling-officer': reasonsOf('ruling-officer', track, known),
    billing: reasonsOf('billing', track, known),
    legal: reasonsOf('legal', track, known),
    supervisor: reasonsOf('supervisor', track, known),
  };
  const unattended = facets.ending === 'open' && dutyBearers.every((bearer) => duties[bearer].length === 0);
  return unattended ? { ...duties, 'customer-service': [nobodyElse] } : duties;
};
