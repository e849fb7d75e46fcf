import type { ProviderProfile } from '../../provider/profile.js';
import type { ProviderWords } from '../letters/setting.js';
import { openingWords } from './opening-words.js';

/** How a provider speaks of itself in its letters, from its profile. */
export const providerWords = ({ name, zone, folio, channels }: ProviderProfile): ProviderWords => ({
  name,
  zone,
  folioLabel: folio.label,
  contactPoints: channels.flatMap(({ channel, label, contactPoints, hours }) => {
    const opening = { es: openingWords(hours, 'es'), en: openingWords(hours, 'en') };
    return contactPoints.map(({ value }) => ({ channel, label, at: value, hours: opening }));
  }),
});
