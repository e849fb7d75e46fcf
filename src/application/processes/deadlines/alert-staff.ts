import { alertKey } from '../../../domain/complaint/deadlines/keys.js';
import type { AlertedAct } from '../../../domain/complaint/deadlines/messages.js';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/kernel/instant.js';
import { nextOpenInstant } from '../../../domain/sla/business-time.js';
import {
  alertOf,
  unalertedAfter,
  type PendingAlert,
  type Unalerted,
} from '../../../domain/sla/clocks/alert.js';
import { foldClocks } from '../../../domain/sla/clocks/clock-fold.js';
import type { BusinessCalendar } from '../../../domain/sla/compile-calendar.js';
import { alertText, digestText } from '../../../domain/texts/deadlines/alert-text.js';
import { asSystem } from '../../commands/actors.js';
import { reasonOf } from '../../errors/reason-of.js';
import { derivedUuid, timeBits } from '../../identity/uuid.js';
import { streamName } from '../../identity/stream-name.js';
import type { StoredEvent } from '../../ports/event-store.js';
import type { Logger } from '../../ports/logger.js';
import type { StaffAlert, StaffDigest, StaffNotice, StaffNotifier } from '../../ports/staff-notices.js';
import { clockEvents } from '../../schema/clock-events.js';
import { processCommandId } from '../command-id.js';
import { deadlinesProcess, isBusy, type ActParts } from './act-on-case.js';
import type { DueCursor } from './due-cursor.js';

/** What the index of alerts says of a complaint. */
export interface ListedAlert {
  readonly complaint: string;
  readonly folio: string;
  readonly at: Instant;
  readonly act: AlertedAct;
}

/** The index of what staff is to be told of: it says where to look, and decides nothing. */
export interface AlertList {
  /** The earliest first. */
  readonly page: (
    limit: number,
    after?: DueCursor,
  ) => Promise<{ readonly items: readonly ListedAlert[]; readonly next: DueCursor | undefined }>;
}

/** How staff is told. */
export interface Alerting extends StaffNotifier {
  /** More complaints than this at once are told of by a digest. */
  readonly atMost: number;
  /** Open while staff may be told; absent: always. What falls due meanwhile waits, and is recorded at its instant. */
  readonly hours: BusinessCalendar | undefined;
}

interface AlertParts extends Omit<ActParts, 'onRefused'> {
  readonly list: AlertList;
  /** Of the provider. */
  readonly zone: string;
  readonly alerting: Alerting;
  readonly logger: Logger;
}

/** What became of the notices of a run. */
export interface Alerted {
  /** Notices that were delivered. */
  readonly notices: number;
  /** Notices that were not: a later run delivers them again. */
  readonly undelivered: number;
}

export interface StaffAlerts {
  /** Tells staff of what is pending. */
  readonly run: (now: Instant, signal: AbortSignal | undefined) => Promise<Alerted>;
  /** When staff is to be told next; `undefined` where nothing is pending. */
  readonly next: (now: Instant) => Promise<Instant | undefined>;
}

const none: Alerted = { notices: 0, undelivered: 0 };
const pageSize = 500;
/** Complaints whose alerts are recorded together, so that they share a transaction. */
const together = 32;
/** How often the record of an alert is tried that others write beside. */
const attempts = 8;
const foliosTold = 20;

interface Pending {
  readonly events: readonly StoredEvent[];
  readonly pending: PendingAlert;
  readonly name: { readonly es: string; readonly en: string } | undefined;
}

/** Tells staff of deadlines, each complaint once for everything that fell due of it since, or all of them by one digest. */
export const createStaffAlerts = (parts: AlertParts): StaffAlerts => {
  const { store, namespace, provider, versionsFor, commands, list, zone, alerting, logger } = parts;
  const { atMost, hours } = alerting;

  const opensAt = (now: Instant): Instant => {
    if (hours === undefined) return now;
    const open = nextOpenInstant(hours, millisecondsOf(now));
    // Beyond its calendar staff is told at once rather than never.
    return Number.isFinite(open) ? instantOf(open) : now;
  };

  const pendingOf = async (complaint: string): Promise<Pending | undefined> => {
    const events = await store.read(streamName(namespace, 'complaint', complaint));
    if (events[0]?.metadata.provider !== provider) return undefined;
    const told = clockEvents(events);
    const { standing } = foldClocks(told, (await versionsFor(told)).policyOf);
    const pending = alertOf(told.reduce<Unalerted>(unalertedAfter, []), standing);
    if (pending === undefined) return undefined;
    const name = standing.runs.find(({ clock }) => clock.id === pending.alert.clock)?.clock.name;
    return { events, pending, name };
  };

  const recordOnce = (complaint: string, { events, pending }: Pending, now: Instant, digest?: string) => {
    const [{ alert }, trigger] = [pending, `alert:${alertKey(pending.alert)}`];
    const commandId = processCommandId({
      ...{ process: deadlinesProcess, complaint, trigger, cycle: alert.cycle, level: 0, at: pending.at },
    });
    const causationId = events.at(-1)?.id ?? commandId;
    const correlationId = events[0]?.metadata.correlationId ?? commandId;
    return commands.submitTo(
      { complaint },
      { type: 'recordAlert', data: { ...alert, ...(digest !== undefined && { digest }) } },
      asSystem(deadlinesProcess),
      { commandId, correlationId, causationId, expectedRevision: events.length - 1 },
      now,
    );
  };

  /** Records that staff was told. Where something else is the highest by now, that is left for the next run. */
  const record = async (complaint: string, first: Pending, now: Instant, digest?: string): Promise<void> => {
    const key = alertKey(first.pending.alert);
    let found: Pending | undefined = first;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (found === undefined || alertKey(found.pending.alert) !== key) return;
      const result = await recordOnce(complaint, found, now, digest);
      if (result.ok) return;
      if (!isBusy.has(result.code)) {
        const { code } = result;
        logger.info('refused', { process: deadlinesProcess, complaint, type: 'recordAlert', code });
        return;
      }
      found = await pendingOf(complaint);
    }
  };

  const delivered = async (notice: StaffNotice): Promise<boolean> => {
    try {
      await alerting.deliver(notice);
      return true;
    } catch (fault) {
      logger.warn('notice not delivered', {
        process: deadlinesProcess,
        key: notice.key,
        reason: reasonOf(fault),
      });
      return false;
    }
  };

  const alertFor = ({ complaint, folio }: ListedAlert, { pending, name }: Pending): StaffAlert => {
    const { alert, at, of, dueAt, target } = pending;
    const { act, level, clock } = alert;
    return {
      ...{ kind: 'alert', key: `${complaint}:${alertKey(alert)}`, provider, complaint, folio, act },
      ...{ level: level ?? null, target: target ?? null, clock: clock ?? null, dueAt: dueAt ?? null, at, of },
      text: alertText({ folio, act, level, name, dueAt, zone }),
    };
  };

  const tellEach = async (items: readonly ListedAlert[], now: Instant, signal: AbortSignal | undefined) => {
    let { notices, undelivered } = none;
    for (const item of items) {
      if (signal?.aborted === true) break;
      const found = await pendingOf(item.complaint);
      if (found === undefined) continue;
      if (await delivered(alertFor(item, found))) {
        notices += 1;
        await record(item.complaint, found, now);
      } else undelivered += 1;
    }
    return { notices, undelivered };
  };

  /** Everything that is pending, page by page. */
  async function* pages() {
    let after: DueCursor | undefined;
    do {
      const page = await list.page(pageSize, after);
      yield page.items;
      after = page.next;
    } while (after !== undefined);
  }

  const digestOfAll = async (): Promise<StaffDigest> => {
    const counts = { complaints: 0, warnings: 0, breaches: 0, escalations: 0 };
    const counted = { warning: 'warnings', breach: 'breaches', escalation: 'escalations' } as const;
    let first: ListedAlert | undefined;
    const folios: string[] = [];
    for await (const items of pages())
      for (const item of items) {
        first ??= item;
        counts.complaints += 1;
        counts[counted[item.act]] += 1;
        if (folios.length < foliosTold) folios.push(item.folio);
      }
    const since = first?.at ?? instantOf(0);
    const all = [provider, first?.complaint ?? '', String(counts.complaints)];
    const key = derivedUuid(timeBits(millisecondsOf(since)), deadlinesProcess, 'digest', ...all);
    return { kind: 'digest', key, provider, ...counts, since, folios, text: digestText(counts) };
  };

  const tellByDigest = async (now: Instant, signal: AbortSignal | undefined): Promise<Alerted> => {
    const digest = await digestOfAll();
    if (!(await delivered(digest))) return { notices: 0, undelivered: 1 };
    const recordOf = async ({ complaint }: ListedAlert): Promise<void> => {
      const found = await pendingOf(complaint);
      if (found !== undefined) await record(complaint, found, now, digest.key);
    };
    for await (const items of pages())
      for (let begin = 0; begin < items.length && signal?.aborted !== true; begin += together)
        await Promise.all(items.slice(begin, begin + together).map(recordOf));
    return { notices: 1, undelivered: 0 };
  };

  return {
    run: async (now, signal) => {
      if (opensAt(now) > now) return none;
      const { items } = await list.page(atMost + 1);
      return items.length > atMost ? tellByDigest(now, signal) : tellEach(items, now, signal);
    },
    next: async (now) => {
      const [first] = (await list.page(1)).items;
      if (first === undefined) return undefined;
      const opens = opensAt(now);
      return opens > now ? opens : first.at;
    },
  };
};
