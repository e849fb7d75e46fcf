import type { EventStore, StoredEvent } from 'quejas';
import type { Ledger } from './host.js';

/** Everything in the log, page by page. */
export const everything = async (store: EventStore): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ limit: 1_000, ...(after !== undefined && { after }) });
    events.push(...page.events);
    if (page.caughtUp) return events;
    after = page.next;
  }
};

const listed = (items: Iterable<string>): string => [...items].slice(0, 5).join(', ');

const twiceIn = (items: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return items.filter((item) => seen.size === seen.add(item).size);
};

/** Streams whose revisions are not 0, 1, 2… in the order of the log. */
const gapsIn = (events: readonly StoredEvent[]): readonly string[] => {
  const next = new Map<string, number>();
  return events.flatMap(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return revision === expected
      ? []
      : [`${stream} has ${String(revision)} where ${String(expected)} was due`];
  });
};

/** Filings that were answered with another folio than the one that is stored. */
const untrueFoliosIn = (
  events: readonly StoredEvent[],
  folios: ReadonlyMap<string, string>,
): readonly string[] => {
  const stored = new Map<string, unknown>(
    events
      .filter(({ type }) => type === 'FolioAssigned')
      .map(({ metadata, data }) => [metadata.commandId, data['folio']]),
  );
  return [...folios]
    .filter(([commandId, folio]) => stored.get(commandId) !== folio)
    .map(([commandId, folio]) => `${commandId} was told ${folio}`);
};

/** What is wrong with a log after what a host was told; nothing, where it is right. */
export const judged = (
  events: readonly StoredEvent[],
  { acknowledged, refused, folios }: Ledger,
): string | undefined => {
  const ofComplaints = events.filter(({ stream }) => stream.startsWith('complaint-'));
  const begun = ofComplaints
    .filter(({ metadata }) => metadata.index === 0)
    .map(({ metadata }) => metadata.commandId);
  const stored = new Set(begun);
  const cut = ofComplaints.filter(
    ({ metadata }, index) =>
      metadata.index + 1 < metadata.commandSize &&
      !ofComplaints
        .slice(index + 1)
        .some(
          (other) =>
            other.metadata.commandId === metadata.commandId && other.metadata.index === metadata.index + 1,
        ),
  );
  const faults: readonly (readonly [string, readonly string[]])[] = [
    ['acknowledged and lost', [...acknowledged].filter((id) => !stored.has(id))],
    ['refused and stored', [...refused].filter((id) => stored.has(id))],
    ['stored twice', twiceIn(begun)],
    ['events twice', twiceIn(events.map(({ stream, id }) => `${stream} ${id}`))],
    ['another folio stored', untrueFoliosIn(ofComplaints, folios)],
    ['stored in part', cut.map(({ metadata }) => metadata.commandId)],
    ['gaps', gapsIn(events)],
  ];
  const found = faults.find(([, items]) => items.length > 0);
  return found === undefined ? undefined : `${found[0]}: ${listed(found[1])}`;
};
