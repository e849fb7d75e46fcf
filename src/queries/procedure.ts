import { versionsOfToday, type PublishedVersions } from '../application/calendars/published-versions.js';
import type { Clock } from '../application/ports/clock.js';
import type { Language } from '../domain/complaint/vocabulary.js';
import { localYearOf } from '../domain/complaint/terms-in-days.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { procedureOf, type Procedure } from '../domain/texts/procedure/procedure.js';

interface ProcedureParts {
  readonly profile: ProviderProfile;
  readonly clock: Clock;
  readonly versions: PublishedVersions;
}

/**
 * The public procedure: its terms by the policy that was published, before the first filing by the one that will be. Means of
 * contact, areas, business days and the rest are those of the profile.
 */
export const createProcedure =
  ({ profile, clock, versions }: ProcedureParts) =>
  async (language: Language): Promise<Procedure> => {
    const today = versionsOfToday(profile);
    const published = await versions.load(today);
    const policy = published.policyOf(today.policies[0] ?? '');
    const year = localYearOf(clock(), profile.zone);
    return procedureOf(profile, { language, year, ...(policy !== undefined && { policy }) });
  };
