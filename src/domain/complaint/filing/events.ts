import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import type { PersonRef } from '../../kernel/message.js';
import type { Attachment, ExternalReference, Relationship, Terms } from '../shapes.js';
import type { Channel, Defect, Kind, Language, Severity, Subject } from '../vocabulary.js';

/** What a request is filed with, besides what is personal. */
export interface Filed {
  readonly kind: Kind;
  /** A finer kind: `doubt` for an inquiry (O-03), the name of a procedure (O-06). */
  readonly subkind?: string;
  readonly subject: Subject;
  readonly defect?: Defect;
  readonly channel: Channel;
  /** When the request reached the provider: the moment deadlines count from. */
  readonly receivedAt: Instant;
  /** When somebody (or a machine) registered it. Later than `receivedAt` for a mail that came at night. */
  readonly registeredAt: Instant;
  /** True where it was received outside the channel's hours. Never a reason to refuse (I-03). */
  readonly outOfHours: boolean;
  readonly subscriber: PersonRef;
  /** Who reported it, where that is not the subscriber (O-36). */
  readonly reporter?: PersonRef;
  readonly contract?: string;
  readonly severity: Severity;
  /** Where the user wants to be answered (I-21); else the channel it came by. */
  readonly preferredChannel?: Channel;
  readonly language: Language;
  readonly municipality?: string;
  readonly service?: string;
  readonly equipment?: string;
  /** Price of the service and the days it covers, for compensation (I-16). */
  readonly price?: Money;
  readonly periodDays?: number;
  readonly attachments?: readonly Attachment[];
  readonly externalReferences?: readonly ExternalReference[];
  readonly relationships?: readonly Relationship[];
  readonly terms: Terms;
}

export interface FilingEvents {
  /** The user raised a request; always the first event of its stream (I-01). */
  readonly Filed: Filed;
  /** The request got its number, in the same append (O-15, O-16). */
  readonly FolioAssigned: { readonly folio: string; readonly label: string; readonly assignedAt: Instant };
  /** The user was told the folio (O-17). */
  readonly FolioCommunicated: { readonly channel: Channel; readonly communicatedAt: Instant };
  /** A written acknowledgement left (C-02). */
  readonly AcknowledgementSent: { readonly channel: Channel; readonly sentAt: Instant };
  /** The request is none that the provider can take: not a customer, out of scope. Keeps its folio. */
  readonly NotAccepted: { readonly reason: 'not-a-customer' | 'out-of-scope' | 'not-understood' };
  /** A *constancia* was given to the user (Carta de derechos, 23). */
  readonly CertificateIssued: { readonly channel: Channel; readonly issuedAt: Instant };
}
