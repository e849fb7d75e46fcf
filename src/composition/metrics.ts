import type { Meter } from '../application/meter.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import { openMetricsText, type MetricFamily } from '../queries/metrics/open-metrics.js';
import { openWork } from '../queries/metrics/open-work.js';
import type { ProjectionsAtWork } from './projections/projections-at-work.js';
import type { QuejasHealth } from './quejas.js';
import { doneFamilies, openFamilies, processFamilies, projectionFamilies } from './metric-families.js';

interface MetricsParts {
  readonly meter: Meter;
  /** As it was opened: it may tell how many events it holds. */
  readonly opened: Pick<EventStore, 'lag'>;
  readonly rows: ReadModelStore;
  readonly scope: string;
  readonly provider: string;
  readonly clock: Clock;
  readonly projections: ProjectionsAtWork['projections'];
  readonly health: () => QuejasHealth;
}

const storedFamilies = async ({ opened }: MetricsParts): Promise<readonly MetricFamily[]> => {
  const { events = null } = (await opened.lag?.(undefined)) ?? {};
  if (events === null) return [];
  const name = 'quejas_store_events';
  return [
    { name, help: 'Events in the store, of whatever provider.', type: 'gauge', samples: [{ value: events }] },
  ];
};

/** What an open Quejas tells monitors, as OpenMetrics text. */
export const createMetrics = (parts: MetricsParts) => async (): Promise<string> => {
  const { meter, rows, scope, provider, clock, projections, health } = parts;
  const now = clock();
  const families = [
    ...doneFamilies(meter.counted()),
    ...openFamilies(await openWork(rows, scope, now), now),
    ...projectionFamilies(await projections()),
    ...processFamilies(health()),
    ...(await storedFamilies(parts)),
  ];
  return openMetricsText(families, { provider });
};
