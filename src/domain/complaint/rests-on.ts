/** What ends a complaint. */
export const endings = ['NotAccepted', 'Withdrawn', 'Lapsed', 'MarkedDuplicate', 'Closed'] as const;
/** The final word of each track. */
export const finalWords = ['UserNotified', 'AnswerProvided', 'CancellationExecuted'] as const;
/** What is sent to the user; a proof of delivery names one of them by its revision. */
export const notices = [
  ...finalWords,
  'FolioCommunicated',
  'AcknowledgementSent',
  'CertificateIssued',
  'VisitNotified',
  'RestorationConfirmationRequested',
  'CancellationCorrected',
  'FurtherNoticeGiven',
  'InformationRequested',
  'VisitCancelled',
  'VisitFailed',
] as const;
/** How a visit came to be expected at a time. */
export const arrangements = ['VisitScheduled', 'VisitRescheduled'] as const;

/** A correction is as old as what it corrects: its decision dates it. */
export const whatItCorrects = [] as const;
/** Every fact rests on the receipt. */
export const theReceipt = [] as const;
/** A number is told, acknowledged and certified once it was assigned. */
export const theFolio = ['FolioAssigned'] as const;
/** What begins anew with a reopening is no act of the work before it. */
export const theReopening = ['Reopened'] as const;
/** The user speaks of service that is back: of when that was, not of when the lead typed the repair in. */
export const theRepair = ['Repaired', 'Reopened'] as const;
/** What an authority asks, hears and resolves belongs to a proceeding. */
export const theProceeding = ['AuthorityProceedingOpened'] as const;
/** What is forgotten where the work begins anew in other hands: who does it, what they found and what they repaired. */
export const theWork = [
  'TechnicianAssigned',
  'CauseVerified',
  'Repaired',
  'RepairReported',
  'RestorationConfirmationRequested',
  'RestorationConfirmed',
  'RestorationDisputed',
] as const;
