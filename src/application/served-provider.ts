import type { Terms } from '../domain/complaint/shapes.js';
import type { Channel } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';

/** What handling complaints needs of a provider's profile. */
export interface ServedProvider {
  readonly id: string;
  readonly zone: string;
  readonly folioPrefix: string;
  readonly folioLabel: string;
  readonly areas: readonly string[];
  readonly terms: Terms;
  /** True where a request that came by this channel at this moment came outside its hours (I-03). */
  readonly outOfHours: (channel: Channel, at: Instant) => boolean;
}
