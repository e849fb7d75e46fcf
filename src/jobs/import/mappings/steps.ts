import type { GroupUse, Step } from '../mapping.js';

/** Customer service, as the log names the person who did it. */
export const byResource = { by: 'resource', as: 'customer-service' } as const;
/** The technical lead whom the log names. */
export const byLead = { by: 'resource', as: 'technical-lead' } as const;

/**
 * Steps that any log of a help desk needs. Each begins with what the rules of a complaint ask for before, and the log
 * passes over.
 */
export const commonGroups = {
  /** Work after a ruling or an end begins a new cycle under the same folio. */
  again: [
    {
      rule: 'reopen',
      when: ['finished'],
      command: 'reopen',
      ...byResource,
      input: {
        reason: 'fault-persists',
        explanation: 'Importado: trabajo después de «{activity}» anterior.',
      },
    },
  ],
  /** An actor who goes on with the work has the answer they waited for, and waits no longer. */
  'going-on': [
    {
      rule: 'receive-information',
      when: ['information-open'],
      command: 'receiveInformation',
      by: 'desk',
      as: 'customer-service',
      input: { answer: 'Importado: el trabajo siguió con «{activity}».' },
      filled: true,
    },
    { rule: 'resume', when: ['on-hold'], command: 'resume', ...byResource, filled: true },
  ],
  /** Only who is in charge verifies a cause (I-06): the person who did it is put in charge first. */
  'in-charge': [
    {
      rule: 'put-in-charge',
      when: [{ not: 'in-charge' }],
      command: 'assignTechnician',
      by: 'owner',
      as: 'customer-service',
      input: { technician: '{resource}', owner: '{owner}' },
      filled: true,
    },
  ],
  /** A log that says nothing of the folio was kept where users knew their number: nothing closes before (O-17). */
  'tell-folio': [
    {
      rule: 'tell-folio',
      when: [{ not: 'ended' }, { not: 'folio-told' }],
      command: 'communicateFolio',
      by: 'desk',
      as: 'customer-service',
      input: { channel: 'other', communicatedAt: '{at}' },
      filled: true,
    },
  ],
  note: [
    {
      rule: 'note',
      command: 'addNote',
      ...byResource,
      input: { visibility: 'staff', note: 'Importado: «{activity}».' },
    },
  ],
} as const satisfies Readonly<Record<string, readonly (Step | GroupUse)[]>>;
