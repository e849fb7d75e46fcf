import { refused } from './application/commands/command-result.js';
import { createComplaintCommands } from './application/commands/complaint-commands.js';
import { createFolioIndex } from './application/commands/folio-index.js';
import { parseCommand } from './application/commands/parse-command.js';
import { createFolioNumbers } from './application/folio/folio-numbers.js';
import { streamName } from './application/identity/stream-name.js';
import type { Clock } from './application/ports/clock.js';
import type { EventStore } from './application/ports/event-store.js';
import type { Ids } from './application/ports/ids.js';
import type { KeyVault } from './application/ports/key-vault.js';
import type { ReadModelStore } from './application/ports/read-model-store.js';
import type { Tracer } from './application/ports/tracer.js';
import { versionOf } from './application/schema/catalogue.js';
import { createCodec } from './application/schema/codec.js';
import { withCurrentEvents } from './application/schema/current-events.js';
import { servedProvider, wordsOf } from './application/served-provider.js';
import { complaintHandle } from './complaint-handle.js';
import { composeCases } from './compose-cases.js';
import { composeListings } from './compose-listings.js';
import { parseFolio } from './domain/folio/parse.js';
import type { ProviderProfile } from './domain/provider/profile.js';
import { caseByFolio, totals } from './projections/case-status/queries.js';
import type { CommandOptions, Quejas } from './application/quejas.js';

export interface QuejasParts {
  readonly store: EventStore;
  readonly rows: ReadModelStore;
  readonly vault: KeyVault;
  readonly profile: ProviderProfile;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly namespace: string;
  readonly tracer: Tracer;
  /** What was opened for this and ends with it. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

/** Puts the parts together. Nothing runs until somebody calls something. */
export const composeQuejas = (parts: QuejasParts): Quejas => {
  const { rows, vault, profile, clock, ids, namespace, tracer, opened } = parts;
  const store = withCurrentEvents(parts.store);
  const provider = servedProvider(profile);
  const codec = createCodec(vault, versionOf);
  const folios = createFolioNumbers({ store, codec, clock, ids, provider, namespace });
  const index = createFolioIndex(async (folio) => {
    const complaint = (await caseByFolio(rows, provider.id, folio))?.['complaint'];
    return typeof complaint === 'string' ? complaint : undefined;
  });
  /** However people type it, the folio is written in one way. */
  const written = (folio: string): string => {
    const read = index.known(folio) === undefined ? parseFolio(folio, provider.folioPrefix) : undefined;
    return read?.ok === true ? read.folio : folio;
  };
  const findComplaint = async (folio: string) => index.known(folio) ?? (await index.find(written(folio)));
  const commands = createComplaintCommands({ store, codec, clock, provider, namespace, folios, index });
  const cases = composeCases({
    ...parts,
    store,
    provider,
    words: wordsOf(profile),
    codec,
    written,
    findComplaint,
  });
  const listings = composeListings(rows, provider);

  const execute: Quejas['execute'] = (folio, type, input, by, options: CommandOptions = {}) =>
    tracer.run('command', { type, provider: provider.id }, async () => {
      const parsed = parseCommand(type, input, clock());
      if (!parsed.ok) return refused(parsed.code, parsed.details);
      const { command, commandId, occurredAt, expectedRevision } = parsed;
      const submitted = { commandId, occurredAt, expectedRevision, ...options };
      if (command.type === 'file') return commands.file(command.data, by, submitted);
      return commands.submit(folio ?? '', command, by, submitted);
    });

  const events: Quejas['events'] = async ({ folio, ...options }) => {
    if (folio === undefined) return store.readAll(options);
    const complaint = await findComplaint(folio);
    const found =
      complaint === undefined ? [] : await store.read(streamName(namespace, 'complaint', complaint));
    const { after, types, limit } = options;
    const wanted = found
      .filter(
        ({ position, type }) => (after === undefined || position > after) && (types?.includes(type) ?? true),
      )
      .slice(0, limit);
    return { events: wanted, next: wanted.at(-1)?.position ?? after, caughtUp: wanted.length < limit };
  };

  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    try {
      await folios.close();
    } finally {
      for (const part of opened) await part.close();
    }
  };

  return {
    provider: profile,
    store,
    file: (input, by, options) => execute(null, 'file', input, by, options),
    complaint: (folio) =>
      complaintHandle((type, input, by, options) => execute(folio, type, input, by, options)),
    execute,
    submitFiling: commands.file,
    submit: commands.submit,
    ...cases,
    ...listings,
    totals: () => totals(rows, provider.id),
    events,
    close: () => (closing ??= closeAll()),
  };
};
