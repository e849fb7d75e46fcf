import type { Defect, Subject } from '../../domain/complaint/vocabulary.js';

/** What two reports share that are about the same trouble: the contract, and what is wrong with what. */
export interface Symptom {
  readonly contract: string;
  readonly subject: Subject;
  readonly defect: Defect | undefined;
}
