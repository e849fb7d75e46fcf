import type { By } from '../application/commands/actors.js';
import type { CommandResult } from '../application/commands/command-result.js';
import type { ComplaintCommandType } from '../domain/complaint/commands.js';
import type { CommandOptions } from '../application/commands/read-call.js';
import type { ComplaintHandle } from './complaint-methods.js';

/** Runs one command of one complaint. */
export type RunCommand = (
  type: ComplaintCommandType,
  input: unknown,
  by: By,
  options?: CommandOptions,
) => Promise<CommandResult>;

/** The commands of one complaint by name: a new command without a line here does not compile. */
export const complaintHandle = (run: RunCommand): ComplaintHandle => {
  const of = (type: ComplaintCommandType) => (input: unknown, by: By, options?: CommandOptions) =>
    run(type, input, by, options);
  return {
    communicateFolio: of('communicateFolio'),
    acknowledge: of('acknowledge'),
    refuse: of('refuse'),
    issueCertificate: of('issueCertificate'),
    classify: of('classify'),
    reclassify: of('reclassify'),
    routeToArea: of('routeToArea'),
    rerouteToArea: of('rerouteToArea'),
    linkTo: of('linkTo'),
    linkMassOutage: of('linkMassOutage'),
    assignTechnician: of('assignTechnician'),
    reassignCase: of('reassignCase'),
    recordContact: of('recordContact'),
    requestInformation: of('requestInformation'),
    receiveInformation: of('receiveInformation'),
    putOnHold: of('putOnHold'),
    resume: of('resume'),
    addNote: of('addNote'),
    attachEvidence: of('attachEvidence'),
    openWorkOrder: of('openWorkOrder'),
    requestVisit: of('requestVisit'),
    scheduleVisit: of('scheduleVisit'),
    notifyVisit: of('notifyVisit'),
    rescheduleVisit: of('rescheduleVisit'),
    completeVisit: of('completeVisit'),
    failVisit: of('failVisit'),
    cancelVisit: of('cancelVisit'),
    verifyCause: of('verifyCause'),
    repair: of('repair'),
    reportRepair: of('reportRepair'),
    requestRestorationConfirmation: of('requestRestorationConfirmation'),
    confirmRestoration: of('confirmRestoration'),
    disputeRestoration: of('disputeRestoration'),
    rule: of('rule'),
    recordConciliation: of('recordConciliation'),
    assessCompensation: of('assessCompensation'),
    grantCompensation: of('grantCompensation'),
    creditCompensation: of('creditCompensation'),
    notifyUser: of('notifyUser'),
    recordDelivery: of('recordDelivery'),
    recordDeliveryFailure: of('recordDeliveryFailure'),
    provideAnswer: of('provideAnswer'),
    executeCancellation: of('executeCancellation'),
    rate: of('rate'),
    cureSuspension: of('cureSuspension'),
    reconnect: of('reconnect'),
    escalate: of('escalate'),
    openAuthorityProceeding: of('openAuthorityProceeding'),
    receiveAuthorityRequirement: of('receiveAuthorityRequirement'),
    resolveAuthorityProceeding: of('resolveAuthorityProceeding'),
    placeLegalHold: of('placeLegalHold'),
    liftLegalHold: of('liftLegalHold'),
    requestArco: of('requestArco'),
    warnOfDeadline: of('warnOfDeadline'),
    recordBreach: of('recordBreach'),
    recomputeClocks: of('recomputeClocks'),
    withdraw: of('withdraw'),
    lapse: of('lapse'),
    markDuplicate: of('markDuplicate'),
    close: of('close'),
    reopen: of('reopen'),
  };
};
