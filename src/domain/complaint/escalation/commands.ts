import type { EscalationEvents } from './events.js';

export interface EscalationCommands {
  readonly escalate: EscalationEvents['Escalated'] & { readonly explanation?: string };
}
