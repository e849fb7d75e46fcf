import type { ComplaintContext } from '../complaint/context.js';
import { areasOf, folioLabelOf, purposesOf, termsOf, type ProviderProfile } from './profile.js';

/** What every decision is told of the provider. */
export const houseOf = (
  profile: ProviderProfile,
): Pick<ComplaintContext, 'terms' | 'areas' | 'purposes' | 'folioLabel' | 'zone'> => ({
  terms: termsOf(profile),
  areas: areasOf(profile),
  purposes: purposesOf(profile),
  folioLabel: folioLabelOf(profile),
  zone: profile.zone,
});
