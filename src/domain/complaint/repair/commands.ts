import type { RepairEvents } from './events.js';

export interface RepairCommands {
  readonly repair: RepairEvents['Repaired'] & { readonly explanation?: string };
  readonly reportRepair: RepairEvents['RepairReported'] & { readonly explanation?: string };
  readonly requestRestorationConfirmation: RepairEvents['RestorationConfirmationRequested'];
  readonly confirmRestoration: RepairEvents['RestorationConfirmed'];
  readonly disputeRestoration: RepairEvents['RestorationDisputed'] & { readonly explanation?: string };
}
