import type { Instant } from '../../kernel/instant.js';
import type { PersonRef } from '../../kernel/message.js';
import type { Attachment } from '../shapes.js';
import type { Channel } from '../vocabulary.js';

export interface FollowUpEvents {
  /** Customer service and a technical lead follow the request up together (O-18). */
  readonly TechnicianAssigned: {
    readonly technician: PersonRef;
    /** The owner in customer service. */
    readonly owner: PersonRef;
    readonly reason: 'first' | 'reassigned';
  };
  /** Another owner in customer service. */
  readonly CaseReassigned: { readonly from?: PersonRef; readonly owner: PersonRef };
  readonly ContactMade: {
    readonly direction: 'to-user' | 'from-user';
    readonly channel: Channel;
    readonly contactedAt: Instant;
  };
  /** The user was asked for something; the answer clocks pause until it comes (I-15). `request` counts from 1. */
  readonly InformationRequested: { readonly request: number };
  /** The user answered; every request that was open is settled. */
  readonly InformationReceived: { readonly requests: readonly number[] };
  /** The provider waits for another party or a thing. Does not pause a clock but for the reasons of I-15. */
  readonly PutOnHold: { readonly reason: HoldReason };
  readonly Resumed: { readonly reason: HoldReason };
  readonly NoteAdded: { readonly visibility: 'staff' | 'user' };
  readonly EvidenceAttached: { readonly attachment: Attachment };
  readonly WorkOrderOpened: { readonly workOrder: string };
}

/** What the provider waits for. Only `force-majeure` and `authority-extension` pause a clock (I-15). */
export const holdReasons = [
  'third-party',
  'supplier',
  'crew',
  'parts',
  'force-majeure',
  'authority-extension',
  'other',
] as const;
/** What is being waited for; only some of these pause a clock (I-15). */
export type HoldReason = (typeof holdReasons)[number];

export interface FollowUpCommands {
  /** `owner`: customer service's side; the acting member where it is absent and acts itself. */
  readonly assignTechnician: { readonly technician: string; readonly owner?: string };
  readonly reassignCase: { readonly owner: string };
  readonly recordContact: FollowUpEvents['ContactMade'];
  readonly requestInformation: { readonly question: string };
  readonly receiveInformation: { readonly answer: string };
  readonly putOnHold: { readonly reason: HoldReason; readonly explanation?: string };
  readonly resume: Readonly<Record<string, never>>;
  readonly addNote: FollowUpEvents['NoteAdded'] & { readonly note: string };
  readonly attachEvidence: FollowUpEvents['EvidenceAttached'] & { readonly caption?: string };
  readonly openWorkOrder: FollowUpEvents['WorkOrderOpened'];
}
