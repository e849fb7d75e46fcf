import type { ComplaintEvents, ComplaintEventType } from './events.js';

const endings: readonly ComplaintEventType[] = [
  'NotAccepted',
  'Withdrawn',
  'Lapsed',
  'MarkedDuplicate',
  'Closed',
];
const finalWords: readonly ComplaintEventType[] = ['UserNotified', 'AnswerProvided', 'CancellationExecuted'];
/** What is sent to the user; a proof of delivery names one of them by its revision. */
export const notices: readonly ComplaintEventType[] = [
  ...finalWords,
  'FolioCommunicated',
  'AcknowledgementSent',
  'CertificateIssued',
  'VisitNotified',
  'RestorationConfirmationRequested',
  'CancellationCorrected',
  'FurtherNoticeGiven',
];
const arrangements: readonly ComplaintEventType[] = ['VisitScheduled', 'VisitRescheduled'];

/** What a decision dates itself is as old as what it corrects. */
const whatItCorrects: readonly ComplaintEventType[] = [];
/** Every fact rests on the receipt. */
const theReceipt: readonly ComplaintEventType[] = [];
const theFolio = ['FolioAssigned'] as const;
/** What begins anew with a reopening is no act of the work before it. */
const theReopening = ['Reopened'] as const;
/** The user speaks of service that is back: of when that was, not of when the lead typed the repair in. */
const theRepair = ['Repaired', 'Reopened'] as const;
const theProceeding = ['AuthorityProceedingOpened'] as const;

/**
 * What each fact rests on: it never lies before the last of these, nor before the receipt. A fact without its line does
 * not compile. No folio is told, acknowledged or certified before it was assigned, also where a paper form was received
 * days before it was registered: until then it had no number.
 */
export const restsOn: { readonly [T in ComplaintEventType]: readonly ComplaintEventType[] } = {
  Filed: theReceipt,
  FolioAssigned: theReceipt,
  FolioCommunicated: theFolio,
  AcknowledgementSent: theFolio,
  NotAccepted: theReopening,
  CertificateIssued: theFolio,
  RepresentativeAccredited: theReceipt,
  RepresentativeRevoked: ['RepresentativeAccredited'],
  Classified: theReceipt,
  Reclassified: theReceipt,
  RoutedToArea: theReceipt,
  ReroutedToArea: ['RoutedToArea'],
  LinkedTo: theReceipt,
  MassOutageLinked: theReceipt,
  TechnicianAssigned: theReceipt,
  CaseReassigned: theReceipt,
  CaseTaken: theReceipt,
  CaseGivenBack: ['CaseTaken'],
  ContactMade: theReceipt,
  InformationRequested: theReopening,
  InformationReceived: ['InformationRequested'],
  PutOnHold: theReopening,
  Resumed: ['PutOnHold'],
  StatementReceived: theReceipt,
  NoteAdded: theReceipt,
  EvidenceAttached: theReceipt,
  WorkOrderOpened: theReceipt,
  VisitRequested: theReceipt,
  VisitScheduled: ['VisitRequested'],
  VisitNotified: arrangements,
  VisitRescheduled: arrangements,
  VisitCompleted: arrangements,
  VisitFailed: arrangements,
  VisitCancelled: ['VisitRequested', ...arrangements],
  CauseVerified: ['TechnicianAssigned', 'Reopened'],
  Repaired: ['CauseVerified', 'Reopened'],
  RepairReported: ['CauseVerified', 'Repaired', 'Reopened'],
  RestorationConfirmationRequested: theRepair,
  RestorationConfirmed: ['RestorationConfirmationRequested', ...theRepair],
  RestorationDisputed: ['RestorationConfirmationRequested', ...theRepair],
  Ruled: ['CauseVerified', 'RoutedToArea', 'Reopened'],
  ConciliationRecorded: ['RoutedToArea'],
  CompensationAssessed: ['CauseVerified'],
  CompensationGranted: ['CompensationAssessed'],
  NothingDue: ['CauseVerified'],
  CompensationCredited: ['CompensationGranted'],
  UserNotified: ['CauseVerified', 'Ruled', 'Reopened'],
  AnswerProvided: theReopening,
  CancellationExecuted: theReopening,
  NotificationDelivered: notices,
  NotificationFailed: notices,
  FurtherNoticeGiven: [
    ...endings,
    'CompensationGranted',
    'ConciliationRecorded',
    'ResolutionCarriedOut',
    'PenaltyRuled',
  ],
  SatisfactionRated: finalWords,
  SuspensionCured: theReceipt,
  Reconnected: theReceipt,
  PenaltyDisputed: ['CancellationExecuted'],
  PenaltyRuled: ['PenaltyDisputed'],
  Escalated: ['Ruled'],
  AuthorityProceedingOpened: theReceipt,
  AuthorityRequirementReceived: theProceeding,
  AuthorityRequirementAnswered: ['AuthorityRequirementReceived'],
  AuthorityHearingSet: theProceeding,
  AuthorityHearingHeld: theProceeding,
  AuthorityResolved: theProceeding,
  ResolutionCarriedOut: ['AuthorityResolved'],
  LegalHoldPlaced: theReceipt,
  LegalHoldLifted: ['LegalHoldPlaced'],
  ArcoRequested: theReceipt,
  SlaWarned: theReceipt,
  SlaBreached: theReceipt,
  StaffAlerted: theReceipt,
  ClocksRecomputed: theReceipt,
  ReportConcluded: theReopening,
  Withdrawn: theReopening,
  Lapsed: ['InformationRequested', 'Reopened'],
  MarkedDuplicate: theReopening,
  Closed: [...finalWords, 'Reopened'],
  Reopened: [...endings, ...finalWords, 'Ruled'],
  RulingCorrected: whatItCorrects,
  CauseCorrected: whatItCorrects,
  RestorationCorrected: whatItCorrects,
  CompensationCorrected: whatItCorrects,
  CancellationCorrected: whatItCorrects,
  TechnicianCorrected: whatItCorrects,
  DuplicateCorrected: whatItCorrects,
};

type Conditions = { readonly [T in ComplaintEventType]?: (data: ComplaintEvents[T]) => boolean };

/** Where it depends on what a fact tells whether it rests on anything: what is said against a ruling comes after it. */
export const restsOnlyWhere: Conditions = { Escalated: ({ trigger }) => trigger === 'deadlock' };

/** The facts that others rest on: what is known of times keeps these alone. */
export const rested: ReadonlySet<ComplaintEventType> = new Set(Object.values(restsOn).flat());

/** What counts from the time at which the service was back, wherever it rests on a repair. */
export const ofRestoredService: ReadonlySet<ComplaintEventType> = new Set<ComplaintEventType>([
  'RestorationConfirmationRequested',
  'RestorationConfirmed',
  'RestorationDisputed',
]);
