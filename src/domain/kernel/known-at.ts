import { laterOf, type Instant } from './instant.js';
import type { Recorded } from './message.js';

/** The instant from which an event was known: however far back it is dated, not before it was learned. */
export const knownAt = ({
  occurredAt,
  learnedAt = occurredAt,
}: Pick<Recorded, 'occurredAt' | 'learnedAt'>): Instant => laterOf(occurredAt, learnedAt);
