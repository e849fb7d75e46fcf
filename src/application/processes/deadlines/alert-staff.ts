import { alertKey } from '../../../domain/complaint/deadlines/keys.js';
import { instantOf, millisecondsOf, type Instant } from '../../../domain/kernel/instant.js';
import { nextOpenInstant } from '../../../domain/sla/business-time.js';
import { alertDeadline, type AlertDeadline } from '../../../domain/sla/clocks/alert-deadline.js';
import {
  alertOf,
  unalertedAfter,
  type AlertCounts,
  type PendingAlert,
  type Unalerted,
} from '../../../domain/sla/clocks/alert.js';
import { foldClocks } from '../../../domain/sla/clocks/clock-fold.js';
import type { BusinessCalendar } from '../../../domain/sla/compile-calendar.js';
import { alertText, digestText } from '../../../domain/texts/deadlines/alert-text.js';
import { asSystem } from '../../commands/actors.js';
import { derivedUuid, timeBits } from '../../identity/uuid.js';
import { streamName } from '../../identity/stream-name.js';
import type { Clock } from '../../ports/clock.js';
import type { StoredEvent } from '../../ports/event-store.js';
import type { Logger } from '../../ports/logger.js';
import type { StaffAlert, StaffDigest, StaffNotifier } from '../../ports/staff-notices.js';
import type { Timers } from '../../ports/timers.js';
import { clockEvents } from '../../schema/clock-events.js';
import { processCommandId } from '../command-id.js';
import type { ActParts } from './act-on-case.js';
import { noticeDelivery } from './deliver-notice.js';
import { deadlinesProcess } from './due-lapse.js';
import type { DueCursor } from './due-cursor.js';

/** What the index of alerts says of a complaint. */
export interface ListedAlert {
  readonly complaint: string;
  readonly folio: string;
  readonly at: Instant;
  /** In which figures of a digest it counts. */
  readonly counted: AlertCounts;
  /** By what it is known within its complaint. */
  readonly key: string;
  /** Revision of the last event among what is pending. */
  readonly upTo: number;
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

interface AlertParts extends ActParts {
  readonly list: AlertList;
  readonly alerting: Alerting;
  /** Aborted when the program closes: no notice is waited for any longer. */
  readonly closing: AbortSignal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** What became of the notices of a run. */
export interface Alerted {
  /** Notices that were delivered. */
  readonly notices: number;
  /** Notices that were not: a later run delivers them again. */
  readonly undelivered: number;
}

/** Goes by the clock, whatever instant the deadlines are looked at for: a notice leaves the house now. */
export interface StaffAlerts {
  /** Tells staff of what is pending. */
  readonly run: (signal: AbortSignal | undefined) => Promise<Alerted>;
  /** When staff is to be told next; `undefined` where nothing is pending. */
  readonly next: () => Promise<Instant | undefined>;
}

/** A call, so that the compiler does not take it for what it was before something was waited for. */
const isEnded = (signal: AbortSignal): boolean => signal.aborted;

const none: Alerted = { notices: 0, undelivered: 0 };
const pageSize = 500;
/** Notices under way at once. */
const atOnce = 8;
/** Complaints whose alerts are recorded together, so that they share a transaction. */
const together = 32;
const foliosTold = 20;

interface Pending {
  readonly events: readonly StoredEvent[];
  readonly pending: PendingAlert;
  readonly deadline: AlertDeadline;
}

/** Tells staff of deadlines, each complaint once for everything that fell due of it since, or all of them by one digest. */
export const createStaffAlerts = (parts: AlertParts): StaffAlerts => {
  const { store, namespace, provider, versionsFor, commands, list, zone, alerting, clock, closing } = parts;
  const { atMost, hours } = alerting;
  const delivered = noticeDelivery({ ...parts, notifier: alerting });

  const opensAt = (now: Instant): Instant => {
    if (hours === undefined) return now;
    const open = nextOpenInstant(hours, millisecondsOf(now));
    // Beyond its calendar staff is told at once rather than never.
    return Number.isFinite(open) ? instantOf(open) : now;
  };

  const pendingOf = async (complaint: string): Promise<Pending | undefined> => {
    const events = await store.read(streamName(namespace, 'complaint', complaint));
    if (events[0]?.metadata.provider !== provider) return undefined;
    const recorded = clockEvents(events);
    const published = await versionsFor(recorded);
    const folded = foldClocks(recorded, published.policyOf);
    const pending = alertOf(recorded.reduce<Unalerted>(unalertedAfter, []), folded);
    return pending && { events, pending, deadline: alertDeadline(pending, folded, published, clock()) };
  };

  /**
   * Records that staff was told, on whatever was recorded meanwhile: it says how far it told, and what came later remains
   * to be told. Where another program told the same and recorded it, this is refused.
   */
  const record = async (
    complaint: string,
    { events, pending: { alert, at } }: Pending,
    told: { readonly upTo: number; readonly digest?: string },
  ): Promise<void> => {
    const trigger = `alert:${alertKey(alert)}@${told.upTo}`;
    const { cycle } = alert;
    const commandId = processCommandId({
      ...{ process: deadlinesProcess, complaint, trigger, cycle, level: 0, at },
    });
    const causationId = events.at(-1)?.id ?? commandId;
    const correlationId = events[0]?.metadata.correlationId ?? commandId;
    await commands.submitTo(
      { complaint },
      { type: 'recordAlert', data: { ...alert, ...told } },
      asSystem(deadlinesProcess),
      { commandId, correlationId, causationId },
      clock(),
    );
  };

  const alertFor = ({ complaint, folio }: ListedAlert, { pending, deadline }: Pending): StaffAlert => {
    const { alert, at, of, target, also } = pending;
    const { act, level, clock: id } = alert;
    return {
      ...{ kind: 'alert', key: `${complaint}:${alertKey(alert)}`, provider, complaint, folio, act },
      ...{ level: level ?? null, target: target ?? null, clock: id ?? null },
      ...{ dueAt: deadline.dueAt ?? null, at, of },
      text: alertText({ folio, act, level, zone, also, ...deadline }),
    };
  };

  const tellOf = async (item: ListedAlert, signal: AbortSignal): Promise<Alerted> => {
    const found = await pendingOf(item.complaint);
    if (found === undefined || isEnded(signal)) return none;
    if (!(await delivered(alertFor(item, found), signal))) return { notices: 0, undelivered: 1 };
    await record(item.complaint, found, { upTo: found.pending.alert.upTo });
    return { notices: 1, undelivered: 0 };
  };

  const tellEach = async (items: readonly ListedAlert[], signal: AbortSignal) => {
    let { notices, undelivered } = none;
    for (let begin = 0; begin < items.length && !isEnded(signal); begin += atOnce) {
      const some = items.slice(begin, begin + atOnce);
      for (const one of await Promise.all(some.map((item) => tellOf(item, signal)))) {
        notices += one.notices;
        undelivered += one.undelivered;
      }
    }
    return { notices, undelivered };
  };

  /** Everything that is pending, and the notice of it. Its key is made of all that it tells of. */
  const digestOfAll = async () => {
    const counts = { complaints: 0, warnings: 0, breaches: 0, escalations: 0 };
    const told: Pick<ListedAlert, 'complaint' | 'key' | 'upTo'>[] = [];
    const folios: string[] = [];
    let since: Instant | undefined;
    let key = provider;
    let after: DueCursor | undefined;
    do {
      const page = await list.page(pageSize, after);
      for (const { complaint, folio, at, counted, key: one, upTo } of page.items) {
        since ??= at;
        counts.complaints += 1;
        const figures = [counted.warned, counted.breached, counted.escalated].map(Number);
        const [warned = 0, breached = 0, escalated = 0] = figures;
        counts.warnings += warned;
        counts.breaches += breached;
        counts.escalations += escalated;
        if (folios.length < foliosTold) folios.push(folio);
        told.push({ complaint, key: one, upTo });
        const item = [complaint, one, figures.join('')];
        key = derivedUuid(timeBits(millisecondsOf(since)), deadlinesProcess, 'digest', key, ...item);
      }
      after = page.next;
    } while (after !== undefined);
    const text = digestText(counts);
    const digest: StaffDigest = {
      ...{ kind: 'digest', key, provider, ...counts, since: since ?? clock(), folios, text },
    };
    return { digest, told };
  };

  const tellByDigest = async (signal: AbortSignal): Promise<Alerted> => {
    const { digest, told } = await digestOfAll();
    if (isEnded(signal)) return none;
    if (!(await delivered(digest, signal))) return { notices: 0, undelivered: 1 };
    const recordOf = async ({ complaint, key, upTo }: (typeof told)[number]): Promise<void> => {
      const found = await pendingOf(complaint);
      // What climbed in the meantime was not told of: the next run does that.
      if (found !== undefined && alertKey(found.pending.alert) === key)
        await record(complaint, found, { upTo, digest: digest.key });
    };
    for (let begin = 0; begin < told.length && !isEnded(signal); begin += together)
      await Promise.all(told.slice(begin, begin + together).map(recordOf));
    return { notices: 1, undelivered: 0 };
  };

  return {
    run: async (given) => {
      const signal = given === undefined ? closing : AbortSignal.any([given, closing]);
      const now = clock();
      if (isEnded(signal) || opensAt(now) > now) return none;
      const { items } = await list.page(atMost + 1);
      return items.length > atMost ? tellByDigest(signal) : tellEach(items, signal);
    },
    next: async () => {
      const [first] = (await list.page(1)).items;
      if (first === undefined) return undefined;
      const now = clock();
      const opens = opensAt(now);
      return opens > now ? opens : first.at;
    },
  };
};
