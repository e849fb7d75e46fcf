import { refused, type CommandResult } from '../application/commands/command-result.js';
import { createComplaintCommands } from '../application/commands/complaint-commands.js';
import { createFolioIndex } from '../application/commands/folio-index.js';
import { parseCommand } from '../application/commands/parse-command.js';
import { decidedOn, nameOfCommand, readCall } from '../application/commands/read-call.js';
import { createFolioNumbers } from '../application/folio/folio-numbers.js';
import { prefixesOf, streamName } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { FolioRegister } from '../application/ports/folio-register.js';
import type { Ids } from '../application/ports/ids.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import { pageOf } from '../queries/page-of.js';
import { linkRepeats } from '../application/processes/link-repeats.js';
import { absentRows } from '../queries/absent-rows.js';
import { alwaysFresh, freshRows } from '../queries/fresh-rows.js';
import { complaintFinder } from '../application/folio/find-complaint.js';
import { versionOf } from '../application/schema/catalogue.js';
import { createCodec } from '../application/schema/codec.js';
import { withCurrentEvents } from '../application/schema/current-events.js';
import { servedProvider, wordsOf } from '../application/provider/served-provider.js';
import { complaintHandle } from './complaint-handle.js';
import { createCases } from '../queries/cases.js';
import { composeLife } from './life.js';
import { createListings } from '../queries/listings.js';
import {
  actorOf,
  asOfInstants,
  folioOfQuery,
  languageOfQuery,
  readEventsQuery,
  wordOfQuery,
} from '../queries/read-query.js';
import { noticeKinds } from '../queries/render-notice.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { repeatedCase, totals } from '../queries/rows/case-status.js';
import type { Quejas } from './quejas.js';

interface QuejasParts {
  readonly store: EventStore;
  /** From folios to complaints; absent for a store that keeps no register. */
  readonly folios?: FolioRegister;
  /** Absent where events alone are kept. */
  readonly rows?: ReadModelStore;
  /** Keeps the rows in step with the store, where they lie apart from it. */
  readonly projector?: Projector;
  readonly timers: Timers;
  /** Milliseconds that a query waits for rows that lie apart. */
  readonly rowsTimeout: number;
  readonly vault: KeyVault;
  readonly profile: ProviderProfile;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly namespace: string;
  readonly logger: Logger;
  readonly tracer: Tracer;
  /** What was opened for this and ends with it. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

/** Puts the parts together. Nothing runs until somebody calls something. */
export const composeQuejas = (parts: QuejasParts): Quejas => {
  const { rows = absentRows, vault, profile, clock, ids, namespace, logger, tracer, projector } = parts;
  const { timers, rowsTimeout: timeout } = parts;
  const fresh = projector === undefined ? alwaysFresh : freshRows({ projector, timers, timeout });
  const store = withCurrentEvents(fresh.heard(parts.store));
  const provider = servedProvider(profile);
  const codec = createCodec(vault, versionOf);
  const folios = createFolioNumbers({ store, codec, clock, ids, provider, namespace });
  const scope = namespace + provider.id;
  const index = createFolioIndex(
    provider.folioPrefix,
    complaintFinder({ ...parts, store, provider: provider.id, register: parts.folios, timeout }),
  );
  const commands = createComplaintCommands({ store, codec, clock, provider, namespace, folios, index });
  const words = wordsOf(profile);
  const cases = createCases({ ...parts, store, words, codec, index });
  const { requestsOf, queue } = createListings(rows, scope, provider.areas);

  const repeats = linkRepeats({
    findRepeat: async (symptom, span, but) => {
      if (parts.rows === undefined) return undefined;
      await fresh.ready();
      return repeatedCase(parts.rows, scope, symptom, span, but);
    },
    submit: commands.submit,
  });

  /** What comes from another system (`source`) was judged there: only what is filed here is looked at for repeats. */
  const file: Quejas['submitFiling'] = async (filing, by, meta) => {
    const { result, receivedAt } = await commands.file(filing, by, meta);
    if (result.ok && meta.source === undefined) await repeats(result.folio, { ...filing, receivedAt }, meta);
    return result;
  };

  const run = async (command: unknown, by: unknown, options: unknown): Promise<CommandResult> => {
    const call = readCall(command, by, options);
    if (!call.ok) return refused(call.code, call.details);
    const parsed = parseCommand(call.type, call.input, clock());
    if (!parsed.ok) return refused(parsed.code, parsed.details);
    const decided = decidedOn(parsed.expectedRevision, call.options.expectedRevision);
    if (!decided.ok) return refused(decided.code, decided.details);
    const { commandId, occurredAt } = parsed;
    const { expectedRevision } = decided;
    const submitted = { ...call.options, commandId, occurredAt, expectedRevision };
    if (parsed.command.type === 'file') return file(parsed.command.data, call.by, submitted);
    return commands.submit(call.folio, parsed.command, call.by, submitted);
  };

  const execute: Quejas['execute'] = (command, by, options) => {
    const type = nameOfCommand(command);
    return tracer.run('command', { type, provider: provider.id }, async () => {
      const result = await run(command, by, options);
      if (result.ok) logger.debug('accepted', { type, folio: result.folio, duplicate: result.duplicate });
      else logger.info('refused', { type, code: result.code });
      return result;
    });
  };

  const ownPrefixes = prefixesOf(namespace);

  const events: Quejas['events'] = async (options) => {
    const { folio, ...page } = readEventsQuery(options);
    if (folio === undefined) {
      const read = await store.readAll({ ...page, prefixes: ownPrefixes });
      return { ...read, events: read.events.filter(({ metadata }) => metadata.provider === provider.id) };
    }
    const found = await index.find(folio);
    const stream = found.ok ? streamName(namespace, 'complaint', found.complaint) : undefined;
    return pageOf(stream === undefined ? [] : await store.read(stream), page);
  };

  const listed =
    <Given extends readonly unknown[], Found>(ask: (...given: Given) => Promise<Found>) =>
    async (...given: Given): Promise<Found> => {
      await fresh.ready();
      return ask(...given);
    };

  const { start, stop, health, close } = composeLife(parts, folios.close);

  return {
    provider: profile,
    store,
    file: (input, by, options) => execute({ type: 'file', input }, by, options),
    complaint: (folio) =>
      complaintHandle((type, input, by, options) => execute({ type, folio, input }, by, options)),
    execute,
    submitFiling: file,
    submit: commands.submit,
    show: async (folio, by, asOf) => cases.show(folioOfQuery(folio), actorOf(by), asOfInstants(asOf)),
    notice: async (folio, kind, by, options) =>
      cases.notice(
        folioOfQuery(folio),
        wordOfQuery('kind', kind, noticeKinds),
        actorOf(by),
        languageOfQuery(options),
      ),
    requestsOf: listed(requestsOf),
    queue: listed(queue),
    totals: listed(() => totals(rows, scope)),
    events,
    start,
    stop,
    catchUp: fresh.caughtUp,
    health,
    close,
  };
};
