import type { Clock } from '../../../application/ports/clock.js';
import { instantOf } from '../../../domain/kernel/instant.js';

/** The clock of this machine. */
export const systemClock: Clock = () => instantOf(Date.now());
