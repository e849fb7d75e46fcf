import type { PersonRef } from '../../kernel/message.js';
import type { FilingEvents, Filed } from './events.js';

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
  readonly file: Omit<Filed, 'subscriber' | 'reporter' | 'registeredAt' | 'outOfHours' | 'terms'> & {
    readonly subscriber: Person;
    readonly reporter?: Person;
    /** The request in the user's words. At most 8,000 characters. */
    readonly description: string;
    /** What the user asks for. */
    readonly remedySought?: string;
    /** The number reserved for this request; it is new and of this provider (I-02). */
    readonly folio: string;
  };
  readonly communicateFolio: FilingEvents['FolioCommunicated'];
  readonly acknowledge: FilingEvents['AcknowledgementSent'];
  readonly refuse: FilingEvents['NotAccepted'] & { readonly explanation: string };
  readonly issueCertificate: FilingEvents['CertificateIssued'];
}
