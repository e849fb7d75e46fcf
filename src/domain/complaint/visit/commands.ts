import type { VisitWindow } from '../shapes.js';
import type { VisitEvents, VisitPurpose } from './events.js';

export interface VisitCommands {
  readonly requestVisit: VisitEvents['VisitRequested'];
  readonly scheduleVisit: {
    readonly visitor: string;
    readonly window: VisitWindow;
    readonly purpose: VisitPurpose;
    /** Where to go; sealed. */
    readonly address?: string;
  };
  readonly notifyVisit: VisitEvents['VisitNotified'];
  readonly rescheduleVisit: Omit<VisitEvents['VisitRescheduled'], 'visitor'> & { readonly visitor?: string };
  readonly completeVisit: VisitEvents['VisitCompleted'] & { readonly report?: string };
  readonly failVisit: VisitEvents['VisitFailed'] & { readonly report?: string };
  readonly cancelVisit: VisitEvents['VisitCancelled'];
}
