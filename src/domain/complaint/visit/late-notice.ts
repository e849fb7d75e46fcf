import type { Instant } from '../../kernel/instant.js';
import type { CaseCard } from '../card.js';
import type { DutyReason } from '../duties.js';
import { openVisitsIn } from './open.js';

/** From when a notice of each visit that was not told of comes too late: the visitor is expected then. */
export const noticesDue = ({ facets, visitors }: Pick<CaseCard, 'facets' | 'visitors'>): readonly Instant[] =>
  openVisitsIn(facets, 'scheduled').flatMap((visit) => visitors[visit]?.from ?? []);

const notice: DutyReason = 'notify-visit';
const account: DutyReason = 'account-for-visit';

/**
 * A duty at an instant. The notice of a visit whose time has come is refused: what is left is to record what came of the
 * visit, or to move it or call it off.
 */
export const dutyAt = (reason: string, due: readonly string[], at: Instant): readonly string[] => {
  if (reason !== notice || due.length === 0) return [reason];
  return [
    ...(due.some((from) => at <= from) ? [notice] : []),
    ...(due.some((from) => from < at) ? [account] : []),
  ];
};
