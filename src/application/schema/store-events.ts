import { asFirstReleased, type EventSchemas } from '../stages/event-schema.js';

/** What is decided about a store itself. */
export interface StoreEvents {
  /** What is known to have been stored and is not there any more was given up, and it was said why. */
  readonly LossAccepted: {
    /** Why, in the words of who decided it. */
    readonly reason: string;
    /** What was found: the code of the fault. */
    readonly fault: string;
    /** Position of the last event that the store held then. */
    readonly found?: string;
    /** Position of the last event that was known. */
    readonly known?: string;
  };
}

export const storeSchemas: EventSchemas<StoreEvents> = {
  LossAccepted: {
    ...asFirstReleased,
    meaning: {
      es: 'Se dio por perdido lo que constaba como guardado y ya no está; los folios que pudo dar quedan anulados.',
      en: 'What was known to be stored and is not there was given up; the folios that it may have given are void.',
    },
    obligations: ['I-02', 'I-19'],
    fields: { reason: 'always', fault: 'always', found: 'sometimes', known: 'sometimes' },
  },
};
