import type { RulingEvents } from './events.js';

export interface RulingCommands {
  readonly rule: Pick<RulingEvents['Ruled'], 'outcome' | 'basis' | 'nextInstance'> & {
    readonly reasons: string;
  };
  readonly recordConciliation: RulingEvents['ConciliationRecorded'] & { readonly agreement?: string };
}
