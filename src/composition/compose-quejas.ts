import type { Acceptance } from '../application/commands/command-result.js';
import {
  createComplaintCommands,
  type ComplaintCommandService,
} from '../application/commands/complaint-commands.js';
import { createFolioIndex } from '../application/commands/folio-index.js';
import { commandRunner, type CheckedCommands } from '../application/commands/run-command.js';
import { tellCommand } from '../application/commands/tell-command.js';
import { createFolioNumbers } from '../application/folio/folio-numbers.js';
import type { Clock } from '../application/ports/clock.js';
import { contactSearch } from '../application/identity/contact-search.js';
import { complaintIdOf } from '../application/identity/derived-ids.js';
import { couldBeSame } from '../application/identity/fingerprint.js';
import { contactRebuilder } from '../application/contacts/rebuild-contacts.js';
import { streamName } from '../application/identity/stream-name.js';
import { canonicalId } from '../application/identity/uuid.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Checkpoints } from '../application/ports/checkpoints.js';
import type { EventFeed } from '../application/ports/event-feed.js';
import type { FolioRegister, FolioRegisterApart } from '../application/ports/folio-register.js';
import type { Ids } from '../application/ports/ids.js';
import type { KeyVault } from '../application/ports/key-vault.js';
import type { Logger } from '../application/ports/logger.js';
import type { Projection } from '../application/ports/projection.js';
import type { ProjectedRows } from '../application/ports/projected-rows.js';
import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import type { Timers } from '../application/ports/timers.js';
import type { Tracer } from '../application/ports/tracer.js';
import { processes } from '../application/processes/index.js';
import type { Alerting } from '../application/processes/deadlines/alert-staff.js';
import { processRunner } from '../application/processes/process-runner.js';
import { createEvents } from '../queries/events.js';
import { processLookups } from '../queries/process-lookups.js';
import { absentRows } from '../queries/absent-rows.js';
import { alwaysFresh, freshRows, type FreshRows } from '../queries/fresh-rows.js';
import { registerBeside } from '../application/folio/register-apart.js';
import { complaintFinder } from '../application/folio/find-complaint.js';
import { versionOf } from '../application/schema/catalogue.js';
import { tracedStore } from '../application/tracing.js';
import { createCodec } from '../application/schema/codec.js';
import { withCurrentEvents, withCurrentFeed } from '../application/schema/current-events.js';
import { scopeOf } from '../application/identity/scope.js';
import { servedProvider, wordsOf } from '../application/provider/served-provider.js';
import { complaintHandle } from './complaint-methods.js';
import { createCalendarChecks } from '../queries/calendars.js';
import { createCases } from '../queries/cases.js';
import { createClocks } from '../queries/clocks.js';
import { createProcedure } from '../queries/procedure.js';
import { createHistories } from '../queries/histories.js';
import { createSla } from '../queries/sla.js';
import { namedIn } from '../domain/sla/clocks/read-clocks.js';
import type { PublishedVersions } from '../application/calendars/published-versions.js';
import { versionPublisher } from '../application/calendars/publish-versions.js';
import { machineTransitions } from '../infrastructure/shared/system/zone-transitions.js';
import { composeLife } from './life.js';
import { createDeadlines } from './deadlines.js';
import { createListings } from '../queries/listings.js';
import {
  actorOf,
  asOfInstants,
  clocksAsked,
  nameOfQuery,
  checkListOfQuery,
  languageOfQuery,
  readEventsQuery,
  readHistoriesQuery,
  wordOfQuery,
} from '../queries/read-query.js';
import { noticeKinds } from '../queries/render-notice.js';
import type { ProviderProfile } from '../domain/provider/profile.js';
import { pollingFeed } from '../infrastructure/shared/polling-feed.js';
import { isFeed } from './open-rows.js';
import { projectionRows } from '../queries/projection-rows.js';
import { totals } from '../queries/rows/case-totals.js';
import { caseReferences } from '../projections/case-references/projection.js';
import { caseStatus } from '../projections/case-status/projection.js';
import { caseTotals } from '../projections/case-totals/projection.js';
import { alerts } from '../projections/alerts/projection.js';
import { dueIndex } from '../projections/due-index/projection.js';
import { queues } from '../projections/queues/projection.js';
import { projectionWork } from './projections/work.js';
import type { Quejas } from './quejas.js';
import { withTracedQueries } from './traced-queries.js';

interface QuejasParts {
  readonly store: EventStore;
  /** From folios to complaints; absent for a store that keeps no register. */
  readonly folios?: FolioRegister;
  /** A register beside such a store. */
  readonly foliosApart?: FolioRegisterApart;
  readonly checkpoints: Checkpoints;
  /** Absent where events alone are kept. */
  readonly rows?: ReadModelStore;
  /** The rows with their checkpoints, and who keeps them in step with the store. */
  readonly kept?: ProjectedRows;
  readonly projector?: Projector;
  readonly areApart: boolean;
  readonly timers: Timers;
  /** Milliseconds that a query waits for rows that lie apart. */
  readonly rowsTimeout: number;
  readonly vault: KeyVault;
  readonly profile: ProviderProfile;
  /** The policies and calendars that requests count by, as they were published in the store. */
  readonly versions: PublishedVersions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly namespace: string;
  readonly logger: Logger;
  /** Absent where the host takes no notices for staff. */
  readonly alerting: Alerting | undefined;
  /** Absent: nothing is traced. */
  readonly tracer: Tracer | undefined;
  /** What the store is, as traces name it. */
  readonly system: string | undefined;
  /** What was opened for this and ends with it. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

const linkedFeed = ({ store, timers, logger }: QuejasParts): EventFeed =>
  withCurrentFeed(isFeed(store) ? store : pollingFeed({ store, timers, logger }));

const freshnessOf = ({ projector, kept, timers, rowsTimeout: timeout }: QuejasParts): FreshRows =>
  projector === undefined || kept === undefined
    ? alwaysFresh
    : freshRows({ projector, rows: kept, timers, timeout });

const tracedAppends = (store: EventStore, { tracer, namespace, system }: QuejasParts): EventStore =>
  tracer === undefined ? store : tracedStore(store, { tracer, namespace, system });

/** What was put together: what hosts get, and beside it the commands without the check of their input. */
export interface Composed {
  readonly quejas: Quejas;
  readonly checked: CheckedCommands;
}

/** Puts the parts together. Nothing runs before the first call. */
export const composeQuejas = (parts: QuejasParts): Composed => {
  const { rows = absentRows, vault, profile, clock, ids, namespace, logger, tracer, areApart } = parts;
  const { timers, rowsTimeout: timeout } = parts;
  const fresh = freshnessOf(parts);
  const store = withCurrentEvents(tracedAppends(fresh.heard(parts.store), parts));
  const feed = linkedFeed(parts);
  const provider = servedProvider(profile);
  const codec = createCodec(vault, versionOf);
  const folios = createFolioNumbers({ store, codec, clock, ids, provider, namespace });
  const scope = scopeOf(namespace, provider.id);
  const contacts = contactSearch(vault, scope);
  const beside =
    parts.foliosApart && registerBeside(parts.foliosApart, { store, feed, namespace, timers, logger });
  const register = parts.folios ?? beside?.register;
  const index = createFolioIndex(
    provider.folioPrefix,
    complaintFinder({
      store,
      namespace,
      provider: provider.id,
      prefix: provider.folioPrefix,
      register,
      timers,
      logger,
      timeout,
    }),
  );
  const transitionsOf = machineTransitions;
  const publisher = versionPublisher({ ...parts, store, codec, transitionsOf });
  const { publish } = publisher;
  const commands = createComplaintCommands({
    ...{ store, codec, provider, namespace, folios, index, contacts, publish, versions: parts.versions },
  });
  const cases = createCases({ ...parts, store, words: wordsOf(profile), codec, index });
  const clocks = createClocks({ ...parts, store, index });
  const sla = createSla({ ...parts, store, provider: provider.id });
  const histories = createHistories({ ...parts, store, provider: provider.id });
  const procedure = createProcedure({ ...parts });
  const calendarChecks = createCalendarChecks({ store, namespace, transitionsOf });
  const { find, requestsOf, queue } = createListings({
    ...{ rows, scope, contacts, clock, versions: parts.versions },
    stateOf: cases.stateOf,
    areas: provider.areas,
    folioPrefix: provider.folioPrefix,
  });
  const lookups = processLookups({
    rows,
    store,
    index,
    scope,
    namespace,
    reached: (position) => fresh.reached(position, [caseStatus]),
  });
  const told = tellCommand({ tracer, logger, provider: provider.id });
  /** What processes and deadlines ask for is told as a caller's commands are. */
  const ofProcesses: Pick<ComplaintCommandService, 'submitTo'> = {
    submitTo: (found, command, by, ...given) => {
      const about = { process: by.actor, complaint: found.complaint };
      return told(command.type, () => commands.submitTo(found, command, by, ...given), about);
    },
  };
  const runnerParts = { ...parts, store, feed, provider: provider.id, commands: ofProcesses, lookups };
  const reacting = processes
    .filter(({ needsRows }) => needsRows !== true || parts.rows !== undefined)
    .map((process) => ({
      types: new Set(Object.keys(process.on)),
      process: processRunner(process, runnerParts),
    }));
  const [dueRows, alertRows, closing] = [dueIndex(), alerts(), new AbortController()];
  const deadlines = createDeadlines({
    ...{ store, namespace, provider: provider.id, commands: ofProcesses, rows, scope, clock, timers, logger },
    versionsFor: (events) => parts.versions.load(namedIn(events)),
    alerting: parts.alerting,
    zone: provider.zone,
    ready: () => fresh.ready([dueRows]),
    alertsReady: () => fresh.ready([alertRows]),
    closing: closing.signal,
  });
  const life = composeLife({
    ...parts,
    deadlines: deadlines.health,
    processes: reacting.map(({ process }) => process),
    folioConsumer: beside?.consumer,
    giveBack: folios.close,
    checkProfile: async () => {
      // Both ask the store, and a server that is away is waited for once.
      await Promise.all([folios.checkPrefix(), publisher.check()]);
    },
  });
  const { using, mustBeOpen } = life;
  const work = projectionWork({
    ...{ opened: parts.store, store, kept: parts.kept, projector: parts.projector, fresh, namespace, clock },
    ...{ timers, timeout, using, mustBeOpen, closing: closing.signal },
  });
  const onAccepted = (events: Acceptance['events']): void => {
    if (areApart) return;
    for (const { types, process } of reacting)
      if (events.some(({ type }) => types.has(type))) life.runSoon(process);
  };
  const runner = commandRunner({ commands, clock, told, onAccepted });

  const execute: Quejas['execute'] = (command, by, options) =>
    using(() => runner.execute(command, by, options));
  const events = createEvents({ store, index, namespace, provider: provider.id });

  const onFresh = <Found>(projections: readonly Projection[], ask: () => Promise<Found>): Promise<Found> =>
    using(async () => {
      await fresh.ready(projections);
      return ask();
    });

  const listed =
    <Given extends readonly unknown[], Found>(
      projections: readonly Projection[],
      ask: (...given: Given) => Promise<Found>,
    ) =>
    (...given: Given): Promise<Found> =>
      onFresh(projections, () => ask(...given));

  const quejas: Quejas = {
    provider: profile,
    store,
    file: (input, by, options) => execute({ type: 'file', input }, by, options),
    complaint: (folio) =>
      complaintHandle((type, input, by, options) => execute({ type, folio, input }, by, options)),
    execute,
    show: (folio, by, asOf) =>
      using(async () => cases.show(nameOfQuery('folio', folio), actorOf(by), asOfInstants(asOf))),
    clocks: (folio, by, options) =>
      using(async () => {
        const { asOf, language = profile.language } = clocksAsked(options);
        return clocks(nameOfQuery('folio', folio), actorOf(by), asOf, language);
      }),
    sla: (asOf) => using(async () => sla(asOfInstants(asOf))),
    histories: (options) => using(async () => histories(readHistoriesQuery(options))),
    calendars: () => using(calendarChecks),
    procedure: (options) => using(async () => procedure(languageOfQuery(options) ?? profile.language)),
    notice: (folio, kind, by, options) =>
      using(async () =>
        cases.notice(
          nameOfQuery('folio', folio),
          wordOfQuery('kind', kind, noticeKinds),
          actorOf(by),
          languageOfQuery(options),
        ),
      ),
    find: listed([caseStatus, caseReferences], find),
    requestsOf: listed([caseStatus, caseReferences], requestsOf),
    queue: listed([queues(), caseStatus], queue),
    rows: (projection) => projectionRows(projection, rows, scope, (ask) => onFresh([projection], ask)),
    totals: listed([caseTotals], () => totals(rows, scope)),
    events: (options) => using(async () => events(readEventsQuery(options))),
    eventsOfFiling: (commandId) =>
      using(async () => {
        const id = canonicalId(nameOfQuery('commandId', commandId));
        return store.read(streamName(namespace, 'complaint', complaintIdOf(provider.id, id)));
      }),
    couldHaveAsked: (stored, digests) =>
      using(async () => {
        checkListOfQuery('events', stored);
        return couldBeSame(digests, await codec.digestsIn(stored));
      }),
    start: life.start,
    stop: life.stop,
    ...work,
    rebuildContacts: () =>
      using(contactRebuilder({ store, codec, contacts, namespace, provider: provider.id })),
    catchUp: fresh.caughtUp,
    runProcesses: life.runProcesses,
    runDue: (options) => using(() => deadlines.runDue(options)),
    nextWakeAt: () => using(deadlines.nextWakeAt),
    health: life.health,
    close: () => {
      closing.abort();
      return life.close();
    },
  };
  const checked: CheckedCommands = {
    submitFiling: (filing, by, meta) => using(() => runner.submitFiling(filing, by, meta)),
    submit: (folio, command, by, meta) => using(() => runner.submit(folio, command, by, meta)),
  };
  return { quejas: withTracedQueries(quejas, tracer), checked };
};
