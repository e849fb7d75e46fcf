import { profileVersions } from '../../src/application/calendars/profile-versions.js';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import type { Published } from '../../src/domain/sla/clocks/read-clocks.js';
import { machineTransitions } from '../../src/infrastructure/shared/system/zone-transitions.js';

const ofProfiles = [conectared, emenet].map((profile) =>
  profileVersions(profile, instantOf(0), machineTransitions),
);

const firstKnown = <Value>(ask: (published: Published) => Value | undefined): Value | undefined =>
  ofProfiles.map(ask).find((found) => found !== undefined);

/** The policies and calendars of the shipped profiles. */
export const shippedVersions: Published = {
  policyOf: (ref) => firstKnown(({ policyOf }) => policyOf(ref)),
  calendarOf: (ref) => firstKnown(({ calendarOf }) => calendarOf(ref)),
};
