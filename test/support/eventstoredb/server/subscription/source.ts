import type { AllQuery, StreamQuery, Windows } from '../grpc/read-request.js';
import type { EventLog } from '../log/event-log.js';
import type { LoggedEvent } from '../log/event.js';
import { countBefore } from '../log/places.js';
import { isMissing } from '../log/read.js';

/** What a subscription follows. */
export interface Source {
  /** The stream, or `$all`: what fault rules know it by. */
  readonly name: string;
  /** The events there are, in order: those of the stream, or all. */
  readonly history: () => readonly LoggedEvent[];
  /** How many events of the history it starts after. */
  readonly start: number;
  /** Whether an event of the log is one that it sends. */
  readonly passes: (event: LoggedEvent) => boolean;
  /** Only where checkpoints are sent. */
  readonly windows: Windows | undefined;
  /** Whether there is nothing that it could begin with. */
  readonly isMissing: () => boolean;
}

// The server takes the first event at the place or after it for the one that was seen last.
const startIn = (all: readonly LoggedEvent[], from: AllQuery['from']): number => {
  if (from === 'start') return 0;
  return from === 'end' ? all.length : Math.min(countBefore(all, from) + 1, all.length);
};

const allSource = ({ from, passes, windows }: AllQuery, log: EventLog): Source => ({
  name: '$all',
  history: () => log.all,
  start: startIn(log.all, from),
  passes,
  windows,
  isMissing: () => false,
});

const streamSource = ({ name, from }: StreamQuery, log: EventLog): Source => {
  const history = () => log.stream(name).events;
  const after = from === 'start' ? -1 : from === 'end' ? history().length - 1 : from;
  const passes = ({ stream, revision }: LoggedEvent) =>
    stream === name && revision > after && revision >= log.stream(name).truncateBefore;
  return {
    name,
    history,
    start: Math.min(after + 1, history().length),
    passes,
    windows: undefined,
    isMissing: () => from !== 'end' && isMissing(log.stream(name)),
  };
};

export const sourceOf = (query: StreamQuery | AllQuery, log: EventLog): Source =>
  query.of === 'all' ? allSource(query, log) : streamSource(query, log);
