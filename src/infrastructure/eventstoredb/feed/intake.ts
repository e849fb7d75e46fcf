import type { Position, StoredEvent } from '../../../application/ports/event-store.js';
import type { Timers } from '../../../application/ports/timers.js';
import type { EventStoreDbClient, LogPosition, RecordedEvent, ResolvedEvent } from '../client.js';
import { isOfServer } from '../envelope.js';
import { positionOf } from '../place.js';
import { within } from '../timeout.js';
import { lineAfter, type Taken } from './line.js';
import { pendingMark } from './pending-mark.js';
import { pump } from './pump.js';
import { subscribe } from './subscribe.js';

/** Why a subscription is over. */
export type IntakeEnd =
  /** It ended, with an error or without one. */
  | { readonly kind: 'dropped'; readonly error: unknown }
  /** It was ended on suspicion, without a fault. */
  | { readonly kind: 'renewed' }
  /** It brought what nobody can read: a further attempt would bring it again. */
  | { readonly kind: 'unreadable'; readonly error: unknown };

interface IntakeOptions {
  readonly after: Position | undefined;
  readonly prefixes: readonly string[];
  readonly decode: (record: RecordedEvent) => StoredEvent;
  /** Events that may wait; no more are asked for while they do. */
  readonly capacity: number;
  readonly timers: Timers;
  readonly endTimeout: number;
  /** Something of note came: the first event to wait, as many as may, an end. */
  readonly changed: () => void;
  /** The server took the subscription. */
  readonly confirmed: () => void;
}

/** One subscription, from its opening to its end. */
export interface Intake {
  readonly take: () => Taken;
  readonly isEmpty: () => boolean;
  /** Whether there is no reason to wait for more before what came is handled. */
  readonly isUrgent: () => boolean;
  /** When the first of what waits came. */
  readonly waitingSince: () => number;
  readonly isConfirmed: () => boolean;
  /** Milliseconds since the server took it; 0 before. */
  readonly confirmedFor: () => number;
  /** Whether it met the end of the log and did not fall behind since. */
  readonly isLive: () => boolean;
  /** Whether it gave any event. */
  readonly hasBrought: () => boolean;
  /** How far it came, with what was announced but is not believed yet. */
  readonly seen: () => Position | undefined;
  /** Milliseconds since anything was heard of it; 0 while nothing is asked of it, since then it is for us to go on. */
  readonly quietFor: () => number;
  /** Takes it that nothing was missing up to now, for servers that never say so. */
  readonly meetEnd: () => void;
  readonly ended: () => IntakeEnd | undefined;
  readonly end: (why: IntakeEnd) => void;
  /** Ends the call, if it takes no more than its time. */
  readonly close: () => Promise<void>;
}

const placeIn = ({ event, link }: ResolvedEvent): LogPosition | undefined =>
  link?.position ?? event?.position;

/** Neither a link, whatever it points to, nor one of the server's own. */
const recordIn = ({ event, link }: ResolvedEvent): RecordedEvent | undefined =>
  event === undefined || link !== undefined || isOfServer(event) ? undefined : event;

export const openIntake = (client: EventStoreDbClient, options: IntakeOptions): Intake => {
  const { after, prefixes, decode, capacity, timers, endTimeout, changed, confirmed } = options;
  const line = lineAfter(after);
  let end: IntakeEnd | undefined;
  let confirmedAt: number | undefined;
  let isLive = false;
  let arrivals = 0;
  let heardAt = timers.now();
  let waitingSince = heardAt;

  const heard = (): void => {
    heardAt = timers.now();
  };

  const finish = (why: IntakeEnd): void => {
    if (end !== undefined) return;
    end = why;
    pumping.goOn();
    changed();
  };

  const dropped = (error: unknown): void => {
    finish({ kind: 'dropped', error });
  };

  const join = (adding: () => void): void => {
    const wasEmpty = line.isEmpty();
    adding();
    if (wasEmpty) waitingSince = timers.now();
    if (wasEmpty || line.hasEnd() || line.length() >= capacity) changed();
  };

  const arrive = (resolved: ResolvedEvent): void => {
    arrivals += 1;
    heard();
    const record = recordIn(resolved);
    const place = placeIn(resolved);
    try {
      const event = record && decode(record);
      const position = event?.position ?? (place && positionOf(place));
      if (position === undefined) return;
      join(() => {
        line.add(position, event);
      });
    } catch (error) {
      finish({ kind: 'unreadable', error });
    }
  };

  const subscription = subscribe(client, after, prefixes, {
    confirmed: () => {
      heard();
      confirmedAt ??= heardAt;
      confirmed();
    },
    checkpoint: (position) => {
      heard();
      if (position > (line.last() ?? '')) mark.checkpoint(position);
    },
    metEnd: () => {
      heard();
      mark.metEnd();
    },
    fellBehind: () => {
      heard();
      isLive = false;
      line.forgetEnd();
      mark.fellBehind();
    },
    over: dropped,
  });

  const mark = pendingMark(
    {
      isDrained: () => pumping.isAsking() && end === undefined && subscription.readableLength === 0,
      arrivals: () => arrivals,
    },
    ({ position, metEnd }) => {
      join(() => {
        if (position !== undefined) line.add(position);
        if (metEnd) line.addEnd();
      });
    },
  );

  const pumping = pump(subscription, {
    hasRoom: () => line.length() < capacity,
    arrive,
    asked: mark.look,
    isOver: () => end !== undefined,
    over: dropped,
  });

  return {
    take: () => {
      const taken = line.take();
      if (taken.metEnd) isLive = true;
      if (!pumping.isAsking()) heard();
      pumping.goOn();
      return taken;
    },
    isEmpty: line.isEmpty,
    isUrgent: () => isLive || line.hasEnd() || line.length() >= capacity || end !== undefined,
    waitingSince: () => waitingSince,
    isConfirmed: () => confirmedAt !== undefined,
    confirmedFor: () => (confirmedAt === undefined ? 0 : timers.now() - confirmedAt),
    isLive: () => isLive,
    hasBrought: () => arrivals > 0,
    seen: () => {
      const [came, announced] = [line.last(), mark.position()];
      return announced !== undefined && announced > (came ?? '') ? announced : came;
    },
    quietFor: () => (pumping.isAsking() ? timers.now() - heardAt : 0),
    meetEnd: mark.metEnd,
    ended: () => end,
    end: finish,
    close: async () => {
      finish({ kind: 'renewed' });
      const unsubscribed = (async () => subscription.unsubscribe())();
      await within(timers, endTimeout, unsubscribed).catch(() => undefined);
    },
  };
};
