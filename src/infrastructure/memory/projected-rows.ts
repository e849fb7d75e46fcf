import { mustHave } from '../../application/errors/option-faults.js';
import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import { untilClosed } from '../shared/store-lifecycle.js';
import { memoryRows } from './memory-rows.js';

/** Rows apart from their events, in memory: made anew by every process, from the first event on. Throws `option-invalid`. */
export const memoryProjectedRows = (options: {
  readonly projections: readonly Projection[];
}): ProjectedRows => {
  mustHave('memoryProjectedRows', options, { projections: 'object' });
  const { projections } = options;
  const kept = memoryRows(projections);
  const { rows } = kept;
  const { using, close } = untilClosed({});

  return {
    projections,
    rows: {
      get: (table, key) => using(() => rows.get(table, key)),
      list: (query) => using(() => rows.list(query)),
      count: (query) => using(() => rows.count(query)),
      groups: (query) => using(() => rows.groups(query)),
    },
    rowCheckpoints: () => using(kept.rowCheckpoints),
    known: kept.known,
    project: (after, batch, refs) => using(() => kept.project(after, batch, refs)),
    stored: () => using(kept.stored),
    pause: (...given) => using(() => kept.pause(...given)),
    resume: (...given) => using(() => kept.resume(...given)),
    replay: (...given) => using(() => kept.replay(...given)),
    rebuild: (...given) => using(() => kept.rebuild(...given)),
    cancelRebuild: (...given) => using(() => kept.cancelRebuild(...given)),
    drop: (...given) => using(() => kept.drop(...given)),
    parkedEvents: (...given) => using(() => kept.parkedEvents(...given)),
    close,
  };
};
