// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import type { AppendOutcome, AppendRequest, EventStore, NewEvent } from 'quejas';

export const anAppendHasEventsAndAnExpectation = (store: EventStore, event: NewEvent) => {
  const request: AppendRequest = { stream: 'complaint-1', expect: 'none', commandId: 'c-1', events: [event] };
  return [
    store.append(request),
    // @ts-expect-error nothing to append
    store.append({ ...request, events: [] }),
    // @ts-expect-error no such expectation
    store.append({ ...request, expect: 'new' }),
  ];
};

export const everyOutcomeHasItsOwnFields = (outcome: AppendOutcome) => {
  // @ts-expect-error a conflict stores nothing, so it has no position
  const early: string = outcome.position;
  switch (outcome.kind) {
    case 'appended':
      return `${early}${outcome.position}`;
    case 'duplicate':
      return outcome.firstRevision;
    case 'conflict':
      return outcome.actual;
  }
};
