import { asAuditor } from '../../application/commands/actors.js';
import { scopeOf } from '../../application/identity/scope.js';
import type { PublishedVersions } from '../../application/calendars/published-versions.js';
import { clockEvents } from '../../application/schema/clock-events.js';
import { teachVersions } from '../../composition/open-parts.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import { initialState } from '../../domain/complaint/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { areasOf, type ProviderProfile } from '../../domain/provider/profile.js';
import { namedIn } from '../../domain/sla/clocks/read-clocks.js';
import { memoryProjectedRows } from '../../infrastructure/memory/index.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { positionOf } from '../../infrastructure/shared/position.js';
import { readModels } from '../../projections/read-models.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import type { ComplaintAsOf } from '../../queries/complaint-as-of.js';
import type { QueueItem } from '../../queries/listed.js';
import { createListings } from '../../queries/listings.js';

interface QueueParts {
  readonly provider: ProviderProfile;
  readonly namespace: string;
  readonly versions: PublishedVersions;
  readonly at: Instant;
}

/** All work of a provider, as a queue tells it. */
export interface ReplayedQueue {
  readonly items: readonly QueueItem[];
  readonly total: number;
  readonly next: null;
}

/**
 * The queue of all work at an instant, from the events of one complaint after another. The rows are made for this answer
 * alone: a revision that is not among the events is passed over, as the fold of a state does.
 */
export const replayQueue = async (
  { provider, namespace, versions, at }: QueueParts,
  complaints: AsyncIterable<ComplaintAsOf>,
): Promise<ReplayedQueue> => {
  const projections = readModels();
  teachVersions(projections, versions.known);
  const rows = memoryProjectedRows({ projections });
  const refs = projections.map(({ name, version }) => ({ name, version, slot: 'live' as const }));
  let place = 0;
  let after: string | undefined;
  for await (const { events, folio } of complaints) {
    await versions.load(namedIn(clockEvents(events)));
    const placed = events.map((event) => ({ ...event, position: positionOf((place += 1)) }));
    if (placed.length === 0) continue;
    const named = (card: CaseCard): CaseCard => ({ ...card, folio: card.folio ?? folio });
    const projected = cardFold()
      .project(placed, (_stream, to) => placed.filter(({ revision }) => revision <= to))
      .map((each) => ({ ...each, before: named(each.before), card: named(each.card) }));
    const position = positionOf(place);
    await rows.project(after, { events: projected, position }, refs);
    after = position;
  }
  const { queue } = createListings({
    ...{ rows: rows.rows, scope: scopeOf(namespace, provider.id), areas: areasOf(provider) },
    ...{ folioPrefix: provider.folio.prefix, clock: () => at, versions },
    contacts: { find: () => Promise.resolve([]) },
    stateOf: () => Promise.resolve(initialState),
  });
  const items: QueueItem[] = [];
  let cursor: string | undefined;
  const turn = givingTurns();
  for (;;) {
    await turn();
    const page = await queue('all', asAuditor('replay'), {
      limit: 1_000,
      ...(cursor !== undefined && { after: cursor }),
    });
    items.push(...page.items);
    if (page.next === null) return { items, total: page.total, next: null };
    cursor = page.next;
  }
};
