import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import type { Vocabulary } from '../../../domain/texts/words/vocabularies.js';

/** What each queue of a provider is called: a role's, the supervisors', everybody's, an area's. */
export const queueLabels = ({ areas }: Pick<ProviderProfile, 'areas'>): Vocabulary => ({
  ...Object.fromEntries(areas.map(({ id, label }) => [id, label])),
  ...roleLabels,
  supervisor: { es: 'supervisión', en: 'supervisors' },
  all: { es: 'todos', en: 'all' },
});
