import type { Instant } from '../../domain/kernel/instant.js';

/** The clock is an input: nothing else in Quejas asks what time it is. */
export type Clock = () => Instant;
