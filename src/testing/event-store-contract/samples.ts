import type {
  AppendOutcome,
  AppendRequest,
  EventStore,
  Expectation,
  NewEvent,
} from '../../application/ports/event-store.js';
import { instantOf } from '../../domain/kernel/instant.js';

/** What a sample event may have that is not the usual. */
export type Unusual = Partial<Omit<NewEvent, 'metadata'>> & {
  readonly metadata?: Partial<NewEvent['metadata']>;
};

export const morning = instantOf(Date.UTC(2026, 10, 24, 6, 45, 19));

/** An event like any other, of a command of this many. */
export const sampleEvent = (
  commandId: string,
  index = 0,
  commandSize = 1,
  unusual: Unusual = {},
): NewEvent => {
  const { metadata, ...rest } = unusual;
  return {
    id: `${commandId}-${String(index)}`,
    type: 'Filed',
    version: 1,
    occurredAt: morning,
    zone: 'America/Tijuana',
    recordedAt: morning,
    data: { number: index },
    metadata: {
      commandId,
      index,
      commandSize,
      correlationId: `${commandId}-correlation`,
      causationId: `${commandId}-cause`,
      actor: 'cs-7',
      role: 'customer-service',
      provider: 'conectared',
      ...metadata,
    },
    ...rest,
  };
};

/** An append of so many events. */
export const sampleAppend = (
  stream: string,
  commandId: string,
  expect: Expectation,
  count = 1,
  unusual: Unusual = {},
): AppendRequest => {
  const rest = Array.from({ length: count - 1 }, (_, index) =>
    sampleEvent(commandId, index + 1, count, unusual),
  );
  return { stream, commandId, expect, events: [sampleEvent(commandId, 0, count, unusual), ...rest] };
};

/** Gives out appends whose commands are all different. */
export const sampler = () => {
  let count = 0;
  return (stream: string, expect: Expectation, size = 1, unusual: Unusual = {}): AppendRequest => {
    count += 1;
    return sampleAppend(stream, `command-${String(count)}`, expect, size, unusual);
  };
};

/** Fills streams one append after the other, one event each; gives the outcomes. */
export const fill = async (
  store: EventStore,
  streams: readonly string[],
  data: (index: number) => Unusual = () => ({}),
): Promise<readonly AppendOutcome[]> => {
  const outcomes: AppendOutcome[] = [];
  for (const [index, stream] of streams.entries())
    outcomes.push(await store.append(sampleAppend(stream, `fill-${String(index)}`, 'any', 1, data(index))));
  return outcomes;
};
