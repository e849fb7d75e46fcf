import type { FollowUpEvents, HoldReason } from './events.js';

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
