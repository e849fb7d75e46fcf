import { randomUUID } from 'node:crypto';
import type { Json, Proposal } from './bare-client.js';

/** So many events to append, each with its number in `data.n` and an id of its own. */
export const proposals = (count: number, change: Partial<Proposal> = {}): Proposal[] =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'noted',
    contentType: 'application/json',
    data: { n },
    metadata: { by: 'facts' },
    ...change,
  }));

/** One event whose data take so many bytes. */
export const proposalOf = (bytes: number, metadata: Json = {}): Proposal => {
  const quotes = 2;
  return {
    id: randomUUID(),
    type: 'noted',
    contentType: 'application/json',
    data: 'x'.repeat(bytes - quotes),
    metadata,
  };
};
