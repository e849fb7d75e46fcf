import { folioAsWritten } from '../../domain/folio/parse.js';
import { canonicalize } from 'json-canonicalize';
import {
  mustBeText,
  mustHave,
  mustKnow,
  namesOf,
  unsupported,
} from '../../application/errors/option-faults.js';
import { publishedVersions } from '../../application/calendars/published-versions.js';
import { idInStream, prefixOf } from '../../application/identity/stream-name.js';
import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import { withCurrentEvents } from '../../application/schema/current-events.js';
import type { Instant, Moment } from '../../domain/kernel/instant.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { givingTurns } from '../../infrastructure/shared/system/giving-turns.js';
import { caseFromEvents } from '../../queries/case-from-events.js';
import { fullOf } from '../../queries/case-view.js';
import { complaintAsOf, type ComplaintAsOf } from '../../queries/complaint-as-of.js';
import { forms, queryInvalid } from '../../queries/query-faults.js';
import { asOfInstants } from '../../queries/read-query.js';
import { boardSides } from '../../domain/board/board.js';
import { createSla } from '../../queries/board/sla.js';
import { replayQueue } from './replay-queue.js';

/** Where the events are that are replayed: a store, which is only read, or what a bundle holds. */
export interface ReplaySource {
  /** It is only read. */
  readonly store: EventStore;
  /** Whose events are replayed. */
  readonly provider: ProviderProfile;
  /** As `openQuejas` has it. */
  readonly namespace?: string;
}

/** What is asked of the past. */
export interface ReplayQuestion {
  /** One request, by its folio as people type it, the queue of all work, or the numbers of the board. */
  readonly of: { readonly folio: string } | 'queue' | 'sla';
  /** What had happened by then. */
  readonly at: Moment;
  /** What was known by then. Default: all that is stored. */
  readonly knownAt?: Moment;
}

const wholes: readonly unknown[] = ['queue', 'sla'];
const questionNames = namesOf<ReplayQuestion>({ of: true, at: true, knownAt: true });

/** A question, and where it is asked, as a host without a compiler may give them. Throws `option-invalid`. */
const questionGiven = (from: ReplaySource, question: ReplayQuestion): ReplayQuestion => {
  mustHave('source', from, { store: 'object', provider: 'object' });
  mustHave('store', from.store, { readAll: 'function', read: 'function' });
  mustHave('provider', from.provider, { id: 'string', zone: 'string' });
  if (from.namespace !== undefined && from.namespace !== '') mustBeText('namespace', from.namespace, 'TEXT');
  const asked = mustKnow('replay', question, questionNames);
  if (typeof asked.of === 'object') mustHave('of', asked.of, { folio: 'string' });
  else if (!wholes.includes(asked.of)) throw unsupported('of', asked.of, "{ folio }, 'queue', 'sla'");
  return asked;
};

/** The same store; who reads one complaint after another keeps no signal waiting, as where it reads a bundle. */
const givingTurnsTo = (store: EventStore): EventStore => {
  const turn = givingTurns();
  return {
    ...store,
    read: async (...asked) => {
      await turn();
      return store.read(...asked);
    },
    readAll: async (...asked) => {
      await turn();
      return store.readAll(...asked);
    },
  };
};

interface AsOf {
  readonly at: Instant;
  readonly knownAt?: Instant;
}

const eachOfType = async function* (
  store: EventStore,
  { provider, namespace = '' }: ReplaySource,
  type: string,
): AsyncGenerator<StoredEvent> {
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({
      ...{ limit: 1_000, types: [type], prefixes: [prefixOf(namespace, 'complaint')] },
      ...(after !== undefined && { after }),
    });
    for (const event of page.events) if (event.metadata.provider === provider.id) yield event;
    if (page.caughtUp || page.next === undefined) return;
    after = page.next;
  }
};

const streamOf = async (
  store: EventStore,
  source: ReplaySource,
  folio: string,
): Promise<string | undefined> => {
  for await (const { stream, data } of eachOfType(store, source, 'FolioAssigned'))
    if (data['folio'] === folio) return stream;
  return undefined;
};

const replayCase = async (store: EventStore, source: ReplaySource, folio: string, asOf: AsOf) => {
  const stream = await streamOf(store, source, folio);
  if (stream === undefined) return undefined;
  const file = caseFromEvents(idInStream(stream), await store.read(stream, asOf), folio);
  return file && fullOf(file);
};

const histories = async function* (
  store: EventStore,
  source: ReplaySource,
  asOf: AsOf,
): AsyncGenerator<ComplaintAsOf> {
  for await (const { stream } of eachOfType(store, source, 'Filed')) yield complaintAsOf(store, stream, asOf);
};

/**
 * What was true at an instant, as it was known at one, as canonical JSON (RFC 8785): the same events give the same text on
 * any machine, in any zone, with the keys of persons or without them, because it holds no personal value. `undefined` where
 * there was no such request then. Throws `query-invalid`, `option-invalid`.
 */
export const replay = async (source: ReplaySource, question: ReplayQuestion): Promise<string | undefined> => {
  const { of, at, knownAt } = questionGiven(source, question);
  const { provider, namespace = '' } = source;
  const asked = asOfInstants({ at, knownAt });
  if (asked.at === undefined) throw queryInvalid('at', at, forms.moment);
  const asOf: AsOf = { at: asked.at, ...(asked.knownAt !== undefined && { knownAt: asked.knownAt }) };
  const store = withCurrentEvents(givingTurnsTo(source.store));
  const versions = publishedVersions({ store, namespace, provider: provider.id });
  if (of === 'sla') {
    const sla = createSla({
      ...{ store, versions, namespace, provider: provider.id, policy: provider.policy.id },
      clock: () => asOf.at,
      // The store gives them.
      turn: () => Promise.resolve(),
    });
    return canonicalize(await sla({ ...asOf, items: 0, by: boardSides }));
  }
  if (of === 'queue')
    return canonicalize(
      await replayQueue({ provider, namespace, versions, at: asOf.at }, histories(store, source, asOf)),
    );
  const folio = folioAsWritten(of.folio, provider.folio.prefix);
  const shown = await replayCase(store, source, folio, asOf);
  return shown === undefined ? undefined : canonicalize(shown);
};
