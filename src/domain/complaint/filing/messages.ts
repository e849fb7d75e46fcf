import type { Instant } from '../../kernel/instant.js';
import type { PersonRef } from '../../kernel/message.js';
import type { Money } from '../../kernel/money.js';
import type { Attachment, ExternalReference, Relationship, Terms, WordsOfStaff } from '../shapes.js';
import type { Channel, Defect, Kind, Language, Report, Severity, Subject } from '../vocabulary.js';

/** What a request is filed with, besides what is personal. */
export interface Filed {
  /** The user's word for it; staff may reclassify later. */
  readonly kind: Kind;
  /** A finer kind: `doubt` for an inquiry (O-03), the name of a procedure (O-06). */
  readonly subkind?: string;
  /** What it is about: it decides the track together with `kind` and `defect`. */
  readonly subject: Subject;
  /** How much fails, where service or equipment is complained of (O-01). */
  readonly defect?: Defect;
  /** The channel it came in by; never a reason to refuse (I-03). */
  readonly channel: Channel;
  /** When the request reached the provider: the moment deadlines count from. */
  readonly receivedAt: Instant;
  /** When a person or a machine registered it. Later than `receivedAt` for a mail that came at night. */
  readonly registeredAt: Instant;
  /** True where it was received outside the channel's hours. Never a reason to refuse (I-03). */
  readonly outOfHours: boolean;
  /**
   * Who holds the contract. Of a report that is no subscriber's request, a pseudonym of the report itself, by whose key its
   * words are sealed: it stands for no person.
   */
  readonly subscriber: PersonRef;
  /** Absent where it is a subscriber's own request, or made for them (O-36). */
  readonly report?: Report;
  /** Who reported it, where that is not the subscriber (O-36). */
  readonly reporter?: PersonRef;
  /** The contract it is about, as the host names it; never personal. */
  readonly contract?: string;
  /** How grave it was taken to be at filing. */
  readonly severity: Severity;
  /** Where the user wants to be answered (I-21); else the channel it came by. */
  readonly preferredChannel?: Channel;
  /** What the user is written to in. */
  readonly language: Language;
  /** Where the service is, as the host names it; no finer address. */
  readonly municipality?: string;
  /** The service it is about, as the host names it. */
  readonly service?: string;
  /** The equipment it is about, as the host names it. */
  readonly equipment?: string;
  /** What the service costs for `periodDays`, for compensation (I-16). */
  readonly price?: Money;
  /** Days that `price` covers. */
  readonly periodDays?: number;
  /** How much the user says was charged unduly (I-16): of billing alone. */
  readonly disputedCharge?: Money;
  /** The statement that shows it, as the host names it. */
  readonly statement?: string;
  /** What came with it, by content hash. */
  readonly attachments?: readonly Attachment[];
  /** Numbers by which others know it. */
  readonly externalReferences?: readonly ExternalReference[];
  /** Other complaints it relates to, known at filing. */
  readonly relationships?: readonly Relationship[];
  /** The rules it is under for good, whatever the policy becomes (I-18). */
  readonly terms: Terms;
}

/** What is recorded while a request is taken in. */
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

/** What a person is known by; sealed with that person's key before it is stored. */
export interface Person {
  /** Pseudonym that the person's key and every later event go by. */
  readonly ref: PersonRef;
  /** As the person gives it; sealed. */
  readonly name?: string;
  /** As the person gives it; sealed. */
  readonly phone?: string;
  /** As the person gives it; sealed. */
  readonly email?: string;
}

/** What may be asked while a request is taken in. */
export interface FilingCommands {
  /** Registers a request, under a folio reserved for it. */
  readonly file: Omit<Filed, 'subscriber' | 'reporter' | 'registeredAt' | 'outOfHours' | 'terms'> & {
    readonly subscriber: Person & {
      /** The caller named them in a report, which has no subscriber. */
      readonly named?: boolean;
    };
    readonly reporter?: Person;
    /** The request in the user's words. At most 8,000 characters. */
    readonly description: string;
    /** What the user asks for. */
    readonly remedySought?: string;
    /** The number reserved for this request; it is new and of this provider (I-02). */
    readonly folio: string;
  };
  /** Records that the user was told the folio. */
  readonly communicateFolio: FilingEvents['FolioCommunicated'];
  /** Records that a written acknowledgement left. */
  readonly acknowledge: FilingEvents['AcknowledgementSent'];
  /** Ends a request that the provider cannot take; why is sealed. */
  readonly refuse: FilingEvents['NotAccepted'] & Required<Pick<WordsOfStaff, 'forUser'>>;
  /** Records that a *constancia* was given. */
  readonly issueCertificate: FilingEvents['CertificateIssued'];
}
