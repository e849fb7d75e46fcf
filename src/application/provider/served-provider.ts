import type { Terms } from '../../domain/complaint/shapes.js';
import type { Channel } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { openingOf } from '../../domain/provider/opening.js';
import {
  areasOf,
  folioLabelOf,
  purposesOf,
  termsOf,
  type ContactKind,
  type ProviderProfile,
} from '../../domain/provider/profile.js';
import type { ProviderWords } from '../../domain/texts/index.js';

/** What handling complaints needs of a provider's profile. */
export interface ServedProvider {
  readonly id: string;
  readonly zone: string;
  readonly folioPrefix: string;
  readonly folioLabel: string;
  readonly areas: readonly string[];
  readonly purposes: ReturnType<typeof purposesOf>;
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
    terms: termsOf(profile),
    outOfHours: (channel, at) => !opening.isOpenAt(channel, at),
  };
};

const channelOf: Readonly<Record<ContactKind, Channel>> = {
  phone: 'phone',
  email: 'email',
  web: 'web',
  office: 'in-person',
};

/** How a provider speaks of itself in its letters. */
export const wordsOf = ({ name, zone, folio, channels }: ProviderProfile): ProviderWords => ({
  name,
  zone,
  folioLabel: folio.label,
  contactPoints: channels.flatMap(({ contactPoints }) =>
    contactPoints.map(({ kind, value }) => ({ channel: channelOf[kind], at: value })),
  ),
});
