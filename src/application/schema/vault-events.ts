import { asFirstReleased, type EventSchemas } from '../stages/event-schema.js';

/** What is recorded of the key vault of a store that has no other place for it. */
export interface VaultEvents {
  /** From here on the values of this provider are sealed with this vault, which has come this far. */
  readonly VaultBound: {
    /** Id of the vault. */
    readonly vault: string;
    /** By which a vault proves that it is the one. */
    readonly check: string;
    /** Grows with every key that is made or destroyed. */
    readonly generation: number;
  };
}

export const vaultSchemas: EventSchemas<VaultEvents> = {
  VaultBound: {
    ...asFirstReleased,
    meaning: {
      es: 'Los datos personales se sellan con este llavero, que ha llegado hasta aquí.',
      en: 'Personal values are sealed with this key vault, which has come this far.',
    },
    obligations: ['I-22'],
    fields: { vault: 'always', check: 'always', generation: 'always' },
  },
};
