import { atDoor } from '../../domain/kernel/door.js';
import { loadProfile as loadProfileInside } from './load-profile.js';

/**
 * Checks a provider's profile, as parsed from its JSON file, against the schema and against what a schema cannot say:
 * the zone exists, hours make sense, notices fulfil their duties (O-17, O-23..O-26, O-30). All faults come at once,
 * each with the path of its field: `profile-invalid`.
 */
export const loadProfile = atDoor('loadProfile', loadProfileInside, { json: 'anything' });
