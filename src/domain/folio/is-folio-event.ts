import type { FolioEvent } from './events.js';

const types: readonly string[] = [
  'FolioBlockReserved',
  'FolioBlockReturned',
  'FolioBlockVoided',
] satisfies readonly FolioEvent['type'][];

/** True for a stored event of a provider's folio numbers. */
export const isFolioEvent = <E extends { readonly type: string; readonly data: unknown }>(
  event: E,
): event is E & FolioEvent => types.includes(event.type);
