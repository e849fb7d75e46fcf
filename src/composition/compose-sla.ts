import type { EventStore } from '../application/ports/event-store.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projection } from '../application/ports/projection.js';
import { givingTurns } from '../infrastructure/shared/system/giving-turns.js';
import { boardReadModels } from '../projections/board-read-models.js';
import { isSame } from '../projections/runtime/projection-ref.js';
import { keptBoard } from '../queries/board/kept-board.js';
import { createSla } from '../queries/board/sla.js';
import type { FreshRows } from '../queries/fresh-rows.js';
import type { QuejasParts } from './quejas-parts.js';

/** Whether the rows of some read models are as far as each other; those that a host keeps in a way of its own are. */
const areInStep = async (
  kept: ProjectedRows | undefined,
  projections: readonly Pick<Projection, 'name' | 'version'>[],
): Promise<boolean> => {
  const checkpoints = (await kept?.rowCheckpoints()) ?? [];
  const own = checkpoints.filter((each) =>
    projections.some(({ name, version }) => isSame(each, { name, version, slot: 'live' })),
  );
  return new Set(own.map(({ position }) => position)).size <= 1;
};

interface SlaOf {
  readonly store: EventStore;
  readonly provider: string;
  readonly scope: string;
  readonly fresh: FreshRows;
}

/** The numbers of the board: from rows where there are some, else from the events. */
export const composeSla = (parts: QuejasParts, { store, provider, scope, fresh }: SlaOf) => {
  const readModels = boardReadModels();
  const board = { ...parts, store, provider, policy: parts.profile.policy.id, turn: givingTurns() };
  const kept =
    parts.rows &&
    keptBoard({
      ...{ ...board, rows: parts.rows, scope },
      ready: () => fresh.ready(readModels),
      areInStep: () => areInStep(parts.kept, readModels),
    });
  return createSla({ ...board, kept });
};
