import type { Terms } from '../../domain/complaint/shapes.js';
import type { Channel } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { openingOf } from '../../domain/provider/opening.js';
import {
  areasOf,
  folioLabelOf,
  notifiesOf,
  purposesOf,
  termsOf,
  type ProviderProfile,
} from '../../domain/provider/profile.js';
import { knownWords, vocabularyOf } from '../../domain/texts/labels/vocabulary.js';

/** What handling complaints needs of a provider's profile. */
export interface ServedProvider {
  readonly id: string;
  readonly zone: string;
  readonly folioPrefix: string;
  readonly folioLabel: string;
  readonly areas: readonly string[];
  readonly purposes: ReturnType<typeof purposesOf>;
  readonly notifies: ReturnType<typeof notifiesOf>;
  /** The words that have a label, by sort. */
  readonly words: ReturnType<typeof knownWords>;
  readonly terms: Terms;
  /** True where a request that came by this channel at this moment came outside its hours (I-03). */
  readonly outOfHours: (channel: Channel, at: Instant) => boolean;
}

export const servedProvider = (profile: ProviderProfile): ServedProvider => {
  const opening = openingOf(profile);
  return {
    id: profile.id,
    zone: profile.zone,
    folioPrefix: profile.folio.prefix,
    folioLabel: folioLabelOf(profile),
    areas: areasOf(profile),
    purposes: purposesOf(profile),
    notifies: notifiesOf(profile),
    words: knownWords(vocabularyOf(profile)),
    terms: termsOf(profile),
    outOfHours: (channel, at) => !opening.isOpenAt(channel, at),
  };
};
