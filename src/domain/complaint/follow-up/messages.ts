import type { Instant } from '../../kernel/instant.js';
import type { PersonRef } from '../../kernel/message.js';
import type { Attachment, ExternalReference, SaidBy, WordsOfStaff } from '../shapes.js';
import type { Channel } from '../vocabulary.js';
import type { Taker } from './holders.js';

/** How a request is followed up: who has it, whom it waits for, what was added to its file. */
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
  /** A person of a role took it on; from another one where `from` names them. */
  readonly CaseTaken: { readonly role: Taker; readonly holder: PersonRef; readonly from?: PersonRef };
  /** The person who had taken it gave it back to the others of the role. */
  readonly CaseGivenBack: { readonly role: Taker; readonly holder: PersonRef };
  /** The user was contacted, or came by themselves. */
  readonly ContactMade: {
    readonly direction: 'to-user' | 'from-user';
    readonly channel: Channel;
    readonly contactedAt: Instant;
  };
  /** The user was asked for something; the answer clocks pause until it comes (I-15). `request` counts from 1. */
  readonly InformationRequested: { readonly request: number };
  /** The user answered; `requests` are those that the answer settles, and any other is waited for still. */
  readonly InformationReceived: {
    readonly requests: readonly number[];
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The user said something more, though nothing was asked, or reported the same again; the words are sealed. */
  readonly StatementReceived: {
    readonly kind: StatementKind;
    readonly channel: Channel;
    readonly statedAt: Instant;
    /** Numbers that other systems gave to it, such as the Message-ID of a second mail: the case is found by them too. */
    readonly externalReferences?: readonly ExternalReference[];
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
  /** The provider waits for another party or a thing. Does not pause a clock but for the reasons of I-15. */
  readonly PutOnHold: { readonly reason: HoldReason };
  /** What was waited for is there. */
  readonly Resumed: { readonly reason: HoldReason };
  /** A note of the file; its words are sealed. `user`: the user may read it. */
  readonly NoteAdded: { readonly visibility: 'staff' | 'user' };
  /** A file came to the case: its hash, never its content. */
  readonly EvidenceAttached: { readonly attachment: Attachment };
  /** An order of work in another system, by its number there. */
  readonly WorkOrderOpened: { readonly workOrder: string };
}

/** What a user says of a request by themselves: more about it, or the same report by another way. */
export const statementKinds = ['further-words', 'second-report'] as const;
/** What a user says of a request by themselves. */
export type StatementKind = (typeof statementKinds)[number];

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

/** What may be asked while a request is followed up. */
export interface FollowUpCommands {
  /** `owner`: customer service's side; the acting member where it is absent and acts itself. */
  readonly assignTechnician: { readonly technician: string; readonly owner?: string };
  /** Gives the case to another owner in customer service. */
  readonly reassignCase: { readonly owner: string };
  /** Takes the case on within one's role or area. */
  readonly takeCase: Readonly<Record<string, never>>;
  /** Gives it back to the others of the role. */
  readonly giveBackCase: Readonly<Record<string, never>>;
  /** Records a contact with the user. */
  readonly recordContact: FollowUpEvents['ContactMade'];
  /** Takes down what the user says though nothing was asked. */
  readonly recordStatement: FollowUpEvents['StatementReceived'] & { readonly statement: string };
  /** Asks the user for something; the question is sealed. */
  readonly requestInformation: { readonly question: string };
  /** Records the answer to the requests that it names, else to every open one; its words are sealed. */
  readonly receiveInformation: {
    readonly answer: string;
    readonly requests?: readonly number[];
    readonly saidBy?: SaidBy;
  };
  /** Waits for another party or a thing; what is told in words is sealed. */
  readonly putOnHold: { readonly reason: HoldReason } & WordsOfStaff;
  /** Goes on: what was waited for is there. */
  readonly resume: Readonly<Record<string, never>>;
  /** Adds a note to the file; its words are sealed. */
  readonly addNote: FollowUpEvents['NoteAdded'] & { readonly note: string };
  /** Adds a file by its hash; its caption is sealed. */
  readonly attachEvidence: FollowUpEvents['EvidenceAttached'] & {
    /** A user's own words; where staff give it, for the house. */
    readonly caption?: string;
  } & Pick<WordsOfStaff, 'forUser'>;
  /** Records an order of work in another system. */
  readonly openWorkOrder: FollowUpEvents['WorkOrderOpened'];
}
