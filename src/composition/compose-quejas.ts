import type { Acceptance } from '../application/commands/command-result.js';
import {
  createComplaintCommands,
  type ComplaintCommandService,
} from '../application/commands/complaint-commands.js';
import { createFolioIndex } from '../application/commands/folio-index.js';
import { commandRunner, type CheckedCommands } from '../application/commands/run-command.js';
import { tellCommand } from '../application/commands/tell-command.js';
import { createFolioNumbers } from '../application/folio/folio-numbers.js';
import { contactSearch } from '../application/identity/contact-search.js';
import { complaintIdOf } from '../application/identity/derived-ids.js';
import { couldBeSame } from '../application/identity/fingerprint.js';
import { contactRebuilder } from '../application/contacts/rebuild-contacts.js';
import { streamName } from '../application/identity/stream-name.js';
import { canonicalId } from '../application/identity/uuid.js';
import type { Projection } from '../application/ports/projection.js';
import { processes } from '../application/processes/index.js';
import { processRunner } from '../application/processes/process-runner.js';
import { createEvents } from '../queries/events.js';
import { processLookups } from '../queries/process-lookups.js';
import { absentRows } from '../queries/absent-rows.js';
import type { AskedProjection } from '../queries/fresh-rows.js';
import { registerBeside } from '../application/folio/register-apart.js';
import { complaintFinder } from '../application/folio/find-complaint.js';
import { versionOf } from '../application/schema/catalogue.js';
import { createCodec } from '../application/schema/codec.js';
import { withCurrentEvents } from '../application/schema/current-events.js';
import { scopeOf } from '../application/identity/scope.js';
import { servedProvider } from '../application/provider/served-provider.js';
import { complaintHandle } from './complaint-methods.js';
import { createCalendarChecks } from '../queries/calendars.js';
import { createCases } from '../queries/cases.js';
import { createClocks } from '../queries/clocks.js';
import { createProcedure } from '../queries/procedure.js';
import { createHistories } from '../queries/histories.js';
import { slaAsked } from '../queries/board/sla.js';
import { namedIn } from '../domain/sla/clocks/read-clocks.js';
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
  digestsOfQuery,
  eventsOfQuery,
  dueNoticesAsked,
  languageOfQuery,
  readEventsQuery,
  readHistoriesQuery,
  referenceOfQuery,
  wordOfQuery,
} from '../queries/read-query.js';
import { providerWords } from '../domain/texts/provider/provider-words.js';
import { createDueNotices } from '../queries/due-notices.js';
import { noticeKinds } from '../queries/letters/notice-kinds.js';
import { projectionRows } from '../queries/projection-rows.js';
import { totals } from '../queries/rows/case-totals.js';
import { caseReferences } from '../projections/case-references/projection.js';
import { caseStatus } from '../projections/case-status/projection.js';
import { caseTotals } from '../projections/case-totals/projection.js';
import { alerts } from '../projections/alerts/projection.js';
import { dueIndex } from '../projections/due-index/projection.js';
import { queueTotals } from '../projections/queue-totals/projection.js';
import { queues } from '../projections/queues/projection.js';
import { projectionStatuses } from './projections/status.js';
import { projectionWork } from './projections/work.js';
import { createMeter } from '../application/meter.js';
import { createMetrics } from './metrics.js';
import { composeSla } from './compose-sla.js';
import type { Quejas } from './quejas.js';
import { freshnessOf, linkedFeed, tracedAppends, type QuejasParts } from './quejas-parts.js';
import { reasonOfLoss, storeHealth } from './store-health.js';
import { withTracedQueries } from './traced-queries.js';

/** What was put together: what hosts get, and beside it the commands without the check of their input. */
export interface Composed {
  readonly quejas: Quejas;
  readonly checked: CheckedCommands;
}

/** Puts the parts together. Nothing runs before the first call. */
export const composeQuejas = (parts: QuejasParts): Composed => {
  const {
    rows = absentRows,
    vault,
    keyring,
    profile,
    clock,
    clockIsRight,
    ids,
    namespace,
    logger,
    tracer,
    areApart,
  } = parts;
  const { timers, rowsTimeout: timeout } = parts;
  const fresh = freshnessOf(parts);
  const meter = createMeter(timers);
  const store = withCurrentEvents(meter.store(tracedAppends(fresh.heard(parts.store), parts)));
  const feed = linkedFeed(parts);
  const provider = servedProvider(profile);
  const codec = createCodec(keyring, versionOf);
  const folios = createFolioNumbers({ ...{ store, codec, clock, clockIsRight, ids }, provider, namespace });
  const scope = scopeOf(namespace, provider.id);
  const contacts = contactSearch({ keyring, contacts: vault.contacts, provider: provider.id, scope });
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
    clockIsRight,
  });
  const cases = createCases({ ...parts, store, words: providerWords(profile), codec, index });
  const dueNotices = createDueNotices({
    ...{ store, codec, clock, namespace, words: providerWords(profile), provider: provider.id },
  });
  const clocks = createClocks({ ...parts, store, index });
  const sla = composeSla(parts, { store, provider: provider.id, scope, fresh });
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
  const told = meter.commands(tellCommand({ tracer, logger, provider: provider.id }));
  /** What processes and deadlines ask for is told as a caller's commands are. */
  const ofProcesses: Pick<ComplaintCommandService, 'submitTo'> = {
    submitTo: (found, command, by, ...given) => {
      const about = { process: by.actor, complaint: found.complaint };
      return told(command.type, () => commands.submitTo(found, command, by, ...given), about);
    },
  };
  const [dueRows, alertRows, closing] = [dueIndex(), alerts(), new AbortController()];
  const runnerParts = {
    ...{ ...parts, store, feed, provider: provider.id, commands: ofProcesses, lookups },
    isClosing: () => closing.signal.aborted,
  };
  const reacting = processes
    .filter(({ needsRows }) => needsRows !== true || parts.rows !== undefined)
    .map((process) => ({
      types: new Set(Object.keys(process.on)),
      process: processRunner(process, runnerParts),
    }));
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
    keys: keyring.health,
    store: () => storeHealth(parts.mark.standing(), parts.store.size?.()),
    deadlines: deadlines.health,
    processes: reacting.map(({ process }) => process),
    folioConsumer: beside?.consumer,
    giveBack: folios.close,
    noteKeys: keyring.close,
    checkProfile: async () => {
      // Both ask the store, and a server that is away is waited for once.
      await Promise.all([folios.checkPrefix(), publisher.check()]);
    },
  });
  const { using, usingUntilClosed, health } = life;
  const ofRows = { opened: parts.store, store, kept: parts.kept, namespace, clock };
  const work = projectionWork({
    ...{ ...ofRows, store: parts.named.reading(store), projector: parts.projector, fresh },
    ...{ timers, timeout, using, usingUntilClosed, closing: closing.signal },
  });
  const metrics = createMetrics({
    ...{ meter, opened: parts.store, rows, scope, provider: provider.id, clock, health },
    projections: () => projectionStatuses(ofRows),
  });
  const onAccepted = (events: Acceptance['events']): void => {
    if (areApart) return;
    for (const { types, process } of reacting)
      if (events.some(({ type }) => types.has(type))) life.runSoon(process);
  };
  const runner = commandRunner({ commands, clock, told, onAccepted, provider: profile });

  const execute: Quejas['execute'] = (command, by, options) =>
    using(() => runner.execute(command, by, options));
  const events = createEvents({ store, index, namespace, provider: provider.id });

  const onFresh = <Found>(
    projections: readonly AskedProjection[],
    ask: () => Promise<Found>,
  ): Promise<Found> =>
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
    histories: (options) => using(async () => histories(readHistoriesQuery(options))),
    sla: (options) => using(async () => sla(slaAsked(options))),
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
    notices: (options, by) =>
      using(async () => dueNotices(dueNoticesAsked(options), by === undefined ? undefined : actorOf(by))),
    find: listed([caseStatus, caseReferences], find),
    requestsOf: listed([caseStatus, caseReferences], requestsOf),
    queue: listed([queues(), queueTotals, caseStatus], queue),
    rows: (projection) => projectionRows(projection, rows, scope, onFresh),
    totals: listed([caseTotals], () => totals(rows, scope)),
    events: (options) => using(async () => events(readEventsQuery(options))),
    eventsOfFiling: (commandId) =>
      using(async () => {
        const id = canonicalId(referenceOfQuery('commandId', commandId));
        return store.read(streamName(namespace, 'complaint', complaintIdOf(provider.id, id)));
      }),
    couldHaveAsked: (stored, digests) =>
      using(async () => {
        const known = await codec.digestsIn(eventsOfQuery(stored));
        return couldBeSame(digestsOfQuery(digests), known);
      }),
    start: life.start,
    stop: life.stop,
    ...work,
    rebuildContacts: () =>
      using(contactRebuilder({ store, codec, contacts, namespace, provider: provider.id })),
    catchUp: () => usingUntilClosed(fresh.caughtUp),
    runProcesses: life.runProcesses,
    runDue: (options) => using(() => deadlines.runDue(options)),
    nextWakeAt: () => using(deadlines.nextWakeAt),
    acceptLoss: (reason) => using(async () => parts.mark.acceptLoss(reasonOfLoss(reason))),
    health,
    metrics: () => using(metrics),
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
