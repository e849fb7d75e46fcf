import { clockEvents } from '../../schema/clock-events.js';
import type { ComplaintEvent } from '../../../domain/complaint/events.js';
import { evolveCard } from '../../../domain/complaint/evolve.js';
import { isInstant, laterOf, type Instant } from '../../../domain/kernel/instant.js';
import { foldClocks, type FoldedClocks } from '../../../domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../domain/sla/clocks/facts.js';
import { inTime, pendingClocks, type DueAct, type PendingAct } from '../../../domain/sla/clocks/pending.js';
import type { Published } from '../../../domain/sla/clocks/read-clocks.js';
import type { Run } from '../../../domain/sla/clocks/run.js';
import { asSystem } from '../../commands/actors.js';
import { isBusy } from '../../commands/command-result.js';
import { isImport } from '../../schema/import-source.js';
import type { ComplaintCommandService, LaterCommand } from '../../commands/complaint-commands.js';
import { streamName } from '../../identity/stream-name.js';
import type { EventStore, StoredEvent } from '../../ports/event-store.js';
import { processCommandId } from '../command-id.js';
import { cardOf, deadlinesProcess, dueLapse, lapseNow, type Asked, type OwnEvents } from './due-lapse.js';

export interface ActParts {
  readonly store: Pick<EventStore, 'read'>;
  readonly namespace: string;
  /** Only complaints of this provider are acted on. */
  readonly provider: string;
  /** Of the provider: the days of a term that runs against the user end by it. */
  readonly zone: string;
  /** What the deadlines of a complaint count by: the versions that its events name. */
  readonly versionsFor: (events: readonly ClockEvent[]) => Promise<Published>;
  readonly commands: Pick<ComplaintCommandService, 'submitTo'>;
}

/** What became of the acts of one complaint that were due. */
export interface Outcome {
  /** Acts that were due. */
  readonly due: number;
  /** Those that were recorded now. */
  readonly acted: number;
  /** Those that a rule refused: an outcome, and no fault. */
  readonly refused: number;
}

/** An act that is due, and the clock that it is of. */
interface DueNow extends PendingAct {
  readonly run: Run;
}

/** How often a complaint is looked at anew that others write to at the same time. The next run does the rest. */
const attempts = 16;

const dueNow = (folded: FoldedClocks, { calendarOf }: Published, now: Instant): readonly DueNow[] =>
  pendingClocks(folded, calendarOf)
    .flatMap(({ run, acts }) => acts.filter(({ at }) => at <= now).map((each) => ({ ...each, run })))
    .sort(inTime);

/** The area that a complaint was last routed to; `undefined` where it was not. */
const areaIn = ({ facts }: FoldedClocks): string | undefined => {
  const area = facts.findLast(({ data }) => typeof data['area'] === 'string')?.data['area'];
  return typeof area === 'string' ? area : undefined;
};

/** Whom a level goes to (C-23). All of them stand in the queue of the supervisors, by their level. */
const targetOf = (level: 1 | 2 | 3, folded: FoldedClocks): string => {
  switch (level) {
    case 1:
      return 'supervisor';
    case 2:
      return areaIn(folded) ?? 'competent-area';
    case 3:
      return 'management';
  }
};

type ActFact = ComplaintEvent<'SlaWarned' | 'SlaBreached' | 'Escalated'>;

/** What an act is once it is recorded. */
const factOf = ({ run, dueAt, act }: DueNow, folded: FoldedClocks): ActFact => {
  const deadline = {
    clock: run.clock.id,
    cycle: run.cycle,
    ...(run.run > 1 && { run: run.run }),
    dueAt,
    policy: run.policy,
    calendar: run.calendar ?? '',
  };
  switch (act.kind) {
    case 'warning':
      return { type: 'SlaWarned', data: { ...deadline, percent: act.percent } };
    case 'breach':
      return { type: 'SlaBreached', data: deadline };
    case 'escalation':
      return {
        type: 'Escalated',
        data: { level: act.level, trigger: 'time', target: targetOf(act.level, folded) },
      };
  }
};

/** What is asked of the complaint, so that it is recorded. */
const commandOf = (fact: ActFact): LaterCommand => {
  switch (fact.type) {
    case 'SlaWarned':
      return { type: 'warnOfDeadline', data: fact.data };
    case 'SlaBreached':
      return { type: 'recordBreach', data: fact.data };
    case 'Escalated':
      return { type: 'escalate', data: fact.data };
  }
};

const levelOf = (act: DueAct): number => {
  switch (act.kind) {
    case 'warning':
      return act.percent;
    case 'breach':
      return 0;
    case 'escalation':
      return act.level;
  }
};

/** By what an act is known within its complaint: the clock, its run, what happens and at which level. */
const nameOf = ({ run: { clock, cycle, run }, act }: DueNow): string =>
  `${clock.id}#${cycle}.${run}:${act.kind}:${levelOf(act)}`;

const idOf = (complaint: string, { run, act }: DueNow): string =>
  processCommandId({
    process: deadlinesProcess,
    complaint,
    trigger: `${run.clock.id}.${run.run}:${act.kind}`,
    cycle: run.cycle,
    level: levelOf(act),
    at: run.startedAt,
  });

/** No act lies before the receipt of its request; what a clock counts from may. */
const receiptOf = ({ data: { receivedAt }, occurredAt }: StoredEvent): Instant =>
  isInstant(receivedAt) ? receivedAt : occurredAt;

/** The import that a complaint came by, for what was due before it came: that is recorded, and is no cause for a notice. */
const importOf = ({ metadata: { source }, recordedAt }: StoredEvent, { at }: DueNow) =>
  isImport(source) && at <= recordedAt ? { source } : {};

const isOwn = (events: readonly StoredEvent[], provider: string): events is OwnEvents =>
  events[0]?.metadata.provider === provider;

interface CaseTurn {
  readonly complaint: string;
  readonly now: Instant;
  readonly dryRun: boolean;
}

/**
 * How many acts would be recorded one after the other: a level that one clock reaches is not reached again by the next,
 * and a request that goes up a level does not lapse.
 */
const foreseen = (
  stored: OwnEvents,
  told: readonly ClockEvent[],
  published: Published,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): number => {
  const names = new Set<string>();
  let events = told;
  let card = cardOf(stored);
  for (;;) {
    const folded = foldClocks(events, published.policyOf);
    const next = dueNow(folded, published, now).find((each) => !names.has(nameOf(each)));
    if (next === undefined) {
      const lapse = lapseNow(card, stored[0], { zone, now });
      return names.size + (lapse === undefined ? 0 : 1);
    }
    names.add(nameOf(next));
    const recorded = {
      revision: events.length,
      occurredAt: next.at,
      actor: deadlinesProcess,
      role: 'system',
    };
    const fact = factOf(next, folded);
    card = evolveCard(card, fact, recorded);
    events = [...events, { ...fact, recorded }];
  }
};

const askedAct = (complaint: string, next: DueNow, folded: FoldedClocks, events: OwnEvents): Asked => {
  const [first] = events;
  const trigger = events[next.run.startedBy.revision] ?? first;
  return {
    name: nameOf(next),
    command: commandOf(factOf(next, folded)),
    meta: {
      commandId: idOf(complaint, next),
      correlationId: trigger.metadata.correlationId,
      causationId: trigger.id,
      occurredAt: laterOf(next.at, receiptOf(first)),
      ...importOf(first, next),
    },
  };
};

/**
 * Records what is due of a complaint, each at its own instant, the earliest first. Every command is decided on the events
 * that showed that it was due and on no others: where another program wrote meanwhile, it is looked at anew. Nothing is marked
 * before it is stored, so that this may end at any point and be done again, by several programs at once.
 */
export const actOnCase = async (parts: ActParts, { complaint, now, dryRun }: CaseTurn): Promise<Outcome> => {
  const { store, namespace, provider, zone, versionsFor, commands } = parts;
  const stream = streamName(namespace, 'complaint', complaint);
  const refused = new Set<string>();
  const seen = new Set<string>();
  let acted = 0;
  let events: readonly StoredEvent[] = [];
  const outcome = (): Outcome => ({ due: seen.size, acted, refused: refused.size });

  for (let conflicts = 0; conflicts < attempts;) {
    events = [...events, ...(await store.read(stream, { from: events.length }))];
    if (!isOwn(events, provider)) return outcome();
    const told = clockEvents(events);
    const published = await versionsFor(told);
    if (dryRun) return { due: foreseen(events, told, published, { zone, now }), acted: 0, refused: 0 };
    const folded = foldClocks(told, published.policyOf);
    const due = dueNow(folded, published, now).filter((each) => !refused.has(nameOf(each)));
    due.forEach((each) => seen.add(nameOf(each)));
    const [next] = due;
    const asked =
      next === undefined
        ? dueLapse(complaint, events, { zone, now })
        : askedAct(complaint, next, folded, events);
    if (asked === undefined || refused.has(asked.name)) return outcome();
    seen.add(asked.name);

    const { name, command, meta } = asked;
    const expected = { ...meta, expectedRevision: events.length - 1 };
    const result = await commands.submitTo({ complaint }, command, asSystem(deadlinesProcess), expected, now);
    if (result.ok) {
      // Another program was first: what it stored is read with the rest.
      if (result.duplicate) conflicts += 1;
      else acted += 1;
    } else if (isBusy(result)) conflicts += 1;
    else refused.add(name);
  }
  return outcome();
};
