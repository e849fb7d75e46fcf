import type { Instant } from '../../kernel/instant.js';
import type { PersonRef } from '../../kernel/message.js';
import type { SaidBy, VisitWindow } from '../shapes.js';
import type { Channel, VisitFailure } from '../vocabulary.js';

/** What the provider comes to a user's home for. */
export const visitPurposes = ['inspection', 'repair', 'equipment', 'explanation'] as const;
/** What a visit is for. */
export type VisitPurpose = (typeof visitPurposes)[number];

/** Visits are numbered from 1 within their complaint. Open to every kind of request (O-28). */
export interface VisitEvents {
  /** A visit was asked for. */
  readonly VisitRequested: {
    /** Its number, which it keeps once it is arranged. */
    readonly visit: number;
    readonly purpose: VisitPurpose;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The intervention was coordinated (O-29); the visitor is a technician or anybody the provider sends. */
  readonly VisitScheduled: {
    readonly visit: number;
    readonly visitor: PersonRef;
    readonly window: VisitWindow;
    readonly purpose: VisitPurpose;
  };
  /** The user knows of the window (O-30). */
  readonly VisitNotified: { readonly visit: number; readonly channel: Channel; readonly notifiedAt: Instant };
  /** Another window: it must be notified again before the visit may start (I-14). */
  readonly VisitRescheduled: {
    readonly visit: number;
    readonly window: VisitWindow;
    readonly by: 'user' | 'provider';
    readonly visitor: PersonRef;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The visit took place. */
  readonly VisitCompleted: {
    readonly visit: number;
    readonly startedAt: Instant;
    readonly endedAt: Instant;
    /** Present where it took place though the user had not been told of its window (O-30). */
    readonly unannounced?: true;
  };
  /** The visit was tried and did not take place. */
  readonly VisitFailed: {
    readonly visit: number;
    readonly reason: VisitFailure;
    readonly failedAt: Instant;
    /** Present where no notice of its window is recorded: it is not put down to the user, and pauses nothing (I-15). */
    readonly unannounced?: true;
  };
  /** The visit will not take place. */
  readonly VisitCancelled: {
    readonly visit: number;
    readonly by: 'user' | 'provider';
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
}

/** What may be asked about visits. */
export interface VisitCommands {
  /** Asks for a visit. */
  readonly requestVisit: Omit<VisitEvents['VisitRequested'], 'visit'>;
  /** Arranges who comes, and in which window; a visit that was asked for is the one that is arranged. */
  readonly scheduleVisit: {
    readonly visitor: string;
    readonly window: VisitWindow;
    readonly purpose: VisitPurpose;
    /** The visitor's name, for the user to know who comes; sealed with the visitor's key. */
    readonly visitorName?: string;
    /** Where to go; sealed. */
    readonly address?: string;
  };
  /** Records that the user knows of the window. */
  readonly notifyVisit: VisitEvents['VisitNotified'];
  /** Sets another window, or another visitor. */
  readonly rescheduleVisit: Omit<VisitEvents['VisitRescheduled'], 'visitor'> & {
    readonly visitor?: string;
    /** The visitor's name, for the user to know who comes; sealed with the visitor's key. */
    readonly visitorName?: string;
  };
  /** Records that it took place; the report is sealed. */
  readonly completeVisit: Omit<VisitEvents['VisitCompleted'], 'unannounced'> & {
    /** Takes a visit of which no notice is recorded, and lets the event say so. */
    readonly unannounced?: boolean;
    readonly report?: string;
  };
  /** Records that it was tried in vain; the report is sealed. */
  readonly failVisit: Omit<VisitEvents['VisitFailed'], 'unannounced'> & {
    /** Takes a visit of which no notice is recorded, and lets the event say so. */
    readonly unannounced?: boolean;
    readonly report?: string;
  };
  /** Calls it off, arranged or only asked for. */
  readonly cancelVisit: VisitEvents['VisitCancelled'];
}
