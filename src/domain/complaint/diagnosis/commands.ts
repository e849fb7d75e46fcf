import type { DiagnosisEvents } from './events.js';

export interface DiagnosisCommands {
  readonly verifyCause: DiagnosisEvents['CauseVerified'] & { readonly explanation?: string };
}
