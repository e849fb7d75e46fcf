import type { ProviderProfile } from '../../provider/profile.js';
import { vocabularyOf } from '../labels/vocabulary.js';
import type { ProviderWords } from '../letters/setting.js';
import { openingWords } from './opening-words.js';

/** How a provider speaks of itself in its letters, from its profile. */
export const providerWords = (profile: ProviderProfile): ProviderWords => {
  const { name, zone, folio, channels, roles, policy, nextInstanceContacts: contacts = [] } = profile;
  // The procedure's last word for it is the one by which it tells the user.
  const customerService = roles['customer-service'].at(-1);
  return {
    name,
    zone,
    folioLabel: folio.label,
    contactPoints: channels.flatMap(({ channel, label, contactPoints, hours }) => {
      const opening = { es: openingWords(hours, 'es'), en: openingWords(hours, 'en') };
      return contactPoints.map(({ value }) => ({ channel, label, at: value, hours: opening }));
    }),
    ...(customerService && { customerService }),
    nextInstance: { name: policy.nextInstance, contacts },
    vocabulary: vocabularyOf(profile),
  };
};
