import type { Recorded } from '../kernel/message.js';
import type { CaseCard } from './card.js';
import { nowUntold } from './untold.js';
import type { Ending } from './vocabulary.js';

/** How an event that ends a complaint changes its card. `untold`: its user is still to be told of the ending. */
export const ends = (ending: Ending, untold: boolean) => ({
  card: (_data: unknown, { facets }: CaseCard, { occurredAt }: Pick<Recorded, 'occurredAt'>) => ({
    facets: { ending, ...(untold && nowUntold(facets, 'ending')) },
    endedAt: occurredAt,
  }),
});
