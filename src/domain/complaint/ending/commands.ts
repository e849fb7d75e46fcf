import type { EndingEvents, ReopeningReason } from './events.js';

export interface EndingCommands {
  readonly withdraw: EndingEvents['Withdrawn'] & { readonly explanation?: string };
  readonly lapse: EndingEvents['Lapsed'];
  readonly markDuplicate: EndingEvents['MarkedDuplicate'];
  readonly close: Readonly<Record<string, never>>;
  readonly reopen: { readonly reason: ReopeningReason; readonly explanation?: string };
}
