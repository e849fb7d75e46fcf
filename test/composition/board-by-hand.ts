import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { Quejas } from '../../src/composition/quejas.js';
import type { BoardFigures } from '../../src/domain/board/figures.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When a provider attends: a shift on some days of the week, at a fixed offset, but on closed dates. */
export interface Shifts {
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[];
  /** Local hours. */
  readonly from: number;
  readonly to: number;
  readonly offsetHours: number;
  readonly closed: readonly string[];
}

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isOn = ({ days, closed }: Shifts, midnight: number): boolean =>
  days.includes(new Date(midnight).getUTCDay()) && !closed.includes(dateOf(midnight));

/** Time within the shifts, counted date by date. */
export const withinShifts = (shifts: Shifts, from: number, to: number): number => {
  const shift = shifts.offsetHours * hourMs;
  let total = 0;
  for (let day = Math.floor((from + shift) / dayMs) * dayMs; day - shift < to; day += dayMs) {
    if (!isOn(shifts, day)) continue;
    const [opens, closes] = [day - shift + shifts.from * hourMs, day - shift + shifts.to * hourMs];
    total += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return total;
};

/** The age of an open request, by counting dates one by one. */
export const ageByHand = (shifts: Shifts, received: number, now: number): string => {
  const hours = (now - received) / hourMs;
  if (hours < 24) return '1-day';
  if (hours < 48) return '2-days';
  if (hours < 72) return '3-days';
  if (hours < 120) return '5-days';
  const shift = shifts.offsetHours * hourMs;
  let day = Math.floor((received + shift) / dayMs) * dayMs;
  for (let left = 15; left > 0;) {
    day += dayMs;
    if (isOn(shifts, day)) left -= 1;
  }
  return now <= day + dayMs - shift ? '15-business-days' : 'older';
};

const endings = ['NotAccepted', 'Withdrawn', 'Lapsed', 'MarkedDuplicate', 'Closed'];
const finals = ['UserNotified', 'AnswerProvided', 'CancellationExecuted'];

const fieldOf: Readonly<Record<string, string>> = {
  ContactMade: 'contactedAt',
  VisitNotified: 'notifiedAt',
  Repaired: 'restoredAt',
  UserNotified: 'sentAt',
  AnswerProvided: 'answeredAt',
};

const isOf = (measure: string, { type, data }: StoredEvent): boolean => {
  switch (measure) {
    case 'first-contact':
      return (
        (type === 'ContactMade' && data['direction'] === 'to-user') ||
        ['InformationRequested', 'VisitNotified', ...finals].includes(type)
      );
    case 'cause':
      return type === 'CauseVerified';
    case 'repair':
      return type === 'Repaired';
    case 'ruling':
      return type === 'Ruled';
    case 'notice':
      return finals.includes(type);
    default:
      return endings.includes(type);
  }
};

const measures = ['first-contact', 'cause', 'repair', 'ruling', 'notice', 'total'];

/** The events of one complaint, cut where work begins anew. */
const worksByHand = (events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] => {
  const works: StoredEvent[][] = [[]];
  for (const event of events) {
    const isNew =
      event.type === 'Reopened' &&
      event.data['reason'] !== 'closed-by-mistake' &&
      event.data['reason'] !== 'corrected';
    if (isNew) works.push([]);
    works.at(-1)?.push(event);
  }
  return works;
};

/** The first of ascending values that so many percent do not exceed, by going through them. */
const nearestRank = (values: readonly number[], percent: number): number | undefined =>
  values.find((_value, before) => (before + 1) * 100 >= values.length * percent);

/** One complaint, read from its events alone. */
const readByHand = (events: readonly StoredEvent[], shifts: Shifts, now: number) => {
  const filed = events.find(({ type }) => type === 'Filed');
  const received = Date.parse(textOf(filed?.data['receivedAt']) ?? '');
  const took = worksByHand(events).flatMap((work, place) => {
    const start = place === 0 ? received : Date.parse(work[0]?.occurredAt ?? '');
    return measures.flatMap((measure) => {
      const afresh = work.findLastIndex(({ type }) => type === 'Reopened') + 1;
      const asked = measure === 'total' ? work.slice(afresh) : work;
      const found = asked.find((event) => isOf(measure, event));
      if (found === undefined) return [];
      const at = Math.max(
        start,
        Date.parse(textOf(found.data[fieldOf[found.type] ?? '']) ?? found.occurredAt),
      );
      return [{ measure, elapsed: at - start, business: withinShifts(shifts, start, at) }];
    });
  });
  // A request that is opened again before it has ended neither comes in nor goes out.
  const inOrOut: StoredEvent[] = [];
  for (const event of events) {
    const isIn = inOrOut.length === 0 || inOrOut.at(-1)?.type === 'Reopened';
    if (isIn ? endings.includes(event.type) : event.type === 'Reopened') inOrOut.push(event);
  }
  const isOpen = inOrOut.length === 0 || inOrOut.at(-1)?.type === 'Reopened';
  const last = (type: string) => events.findLast((event) => event.type === type)?.data;
  const of = (...types: readonly string[]) => events.some(({ type }) => types.includes(type));
  return {
    took,
    inOrOut,
    received,
    isOpen,
    age: isOpen ? ageByHand(shifts, received, now) : undefined,
    kind: textOf((last('Reclassified') ?? filed?.data)?.['kind']) ?? null,
    channel: textOf(filed?.data['channel']) ?? null,
    area: textOf((last('ReroutedToArea') ?? last('RoutedToArea'))?.['area']) ?? null,
    technician: textOf(last('TechnicianAssigned')?.['technician']) ?? null,
    municipality: textOf(filed?.data['municipality']) ?? null,
    causes: last('CauseVerified')?.['causes'],
    ruling: textOf(last('Ruled')?.['outcome']),
    isEscalated: of('Escalated'),
    hasEnded: of(...endings),
    isReopened: inOrOut.some(({ type }) => type === 'Reopened'),
    grants: events.filter(({ type }) => type === 'CompensationGranted').map(({ data }) => data),
    credits: events.filter(({ type }) => type === 'CompensationCredited').length,
  };
};

const amountIn = (data: StoredEvent['data'], field: string): { amount: number; currency: string } => {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(data[field] ?? {});
  const valueOf = (name: string) => entries.find(([each]) => each === name)?.[1];
  return { amount: Number(valueOf('amount')), currency: textOf(valueOf('currency')) ?? '' };
};

type ByEvents = ReturnType<typeof readByHand>;

/** What is read of one complaint, from its events or from the log that it was imported from. */
export type ReadByHand = Omit<ByEvents, 'inOrOut'> & {
  readonly inOrOut: readonly Pick<StoredEvent, 'type' | 'occurredAt'>[];
};

const weekByHand = (at: number, offsetHours: number): string => {
  const local = at + offsetHours * hourMs;
  const weekday = (new Date(local).getUTCDay() + 6) % 7;
  return dateOf(local - weekday * dayMs);
};

const countOf = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length;

/** The numbers of the board over some complaints, but for those of clocks: counted from their events, item by item. */
export const figuresByHand = (all: readonly ReadByHand[], { offsetHours }: Shifts) => {
  const ended = all.filter(({ hasEnded }) => hasEnded);
  const ruled = all.filter(({ ruling }) => ruling !== undefined);
  const moves = all.flatMap(({ received, inOrOut }) => [
    { way: 'filed', week: weekByHand(received, offsetHours) },
    ...inOrOut.map(({ type, occurredAt }) => ({
      way: type === 'Reopened' ? 'reopened' : 'ended',
      week: weekByHand(Date.parse(occurredAt), offsetHours),
    })),
  ]);
  const took = all.flatMap((each) => each.took);
  const sums = new Map<string, { complaints: number; granted: number; credited: number }>();
  for (const { grants, credits } of all) {
    const currency = grants[0] === undefined ? undefined : amountIn(grants[0], 'bonus').currency;
    if (currency === undefined) continue;
    const amounts = grants.map(
      (data) => amountIn(data, 'proportionalRefund').amount + amountIn(data, 'bonus').amount,
    );
    const sum = (list: readonly number[]) => list.reduce((total, amount) => total + amount, 0);
    const before = sums.get(currency) ?? { complaints: 0, granted: 0, credited: 0 };
    sums.set(currency, {
      complaints: before.complaints + 1,
      granted: before.granted + sum(amounts),
      credited: before.credited + sum(amounts.slice(0, credits)),
    });
  }
  return {
    filed: all.length,
    open: countOf(all, ({ isOpen }) => isOpen),
    closed: countOf(all, ({ isOpen }) => !isOpen),
    ages: ['1-day', '2-days', '3-days', '5-days', '15-business-days', 'older'].map((age) => ({
      age,
      open: countOf(all, (each) => each.age === age),
    })),
    reopened: [countOf(ended, ({ isReopened }) => isReopened), ended.length],
    upheld: [countOf(ruled, ({ ruling }) => ruling === 'upheld'), ruled.length],
    escalated: [countOf(all, ({ isEscalated }) => isEscalated), all.length],
    measures: measures.flatMap((measure) =>
      (['business', 'elapsed'] as const).flatMap((basis) => {
        const values = took
          .filter((each) => each.measure === measure)
          .map((each) => each[basis])
          .sort((a, b) => a - b);
        if (values.length === 0) return [];
        const [p50Ms, p80Ms, p95Ms] = [50, 80, 95].map((percent) => nearestRank(values, percent));
        return [{ measure, basis, n: values.length, p50Ms, p80Ms, p95Ms }];
      }),
    ),
    weeks: [...new Set(moves.map(({ week }) => week))].sort().map((week) => ({
      week,
      filed: countOf(moves, (move) => move.week === week && move.way === 'filed'),
      ended: countOf(moves, (move) => move.week === week && move.way === 'ended'),
      reopened: countOf(moves, (move) => move.week === week && move.way === 'reopened'),
      open:
        countOf(moves, (move) => move.week <= week && move.way !== 'ended') -
        countOf(moves, (move) => move.week <= week && move.way === 'ended'),
    })),
    compensation: [...sums].sort().map(([currency, sum]) => ({ currency, ...sum })),
  };
};

/** The numbers of the board by one of the values of its sides; `null` for those without. */
export const boardByHand = (
  events: readonly StoredEvent[],
  shifts: Shifts,
  asOf: string,
  keeps: (complaint: ReadByHand) => boolean = () => true,
) => {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) {
    if (!event.stream.startsWith('complaint-')) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  const all = [...streams.values()].map((each) => readByHand(each, shifts, Date.parse(asOf)));
  return figuresByHand(all.filter(keeps), shifts);
};

/** Those numbers of the board that are counted by hand, in the same form. */
export const countedByHand = (figures: BoardFigures) => {
  const { filed, open, closed: ended, ages, reopened, upheld, escalated, measures, weeks } = figures;
  return {
    ...{ filed, open, closed: ended, measures },
    ages: ages.map(({ age, open: count }) => ({ age, open: count })),
    reopened: [reopened.count, reopened.of],
    upheld: [upheld.count, upheld.of],
    escalated: [escalated.count, escalated.of],
    weeks: weeks.filter((week) => week.filed + week.ended + week.reopened > 0),
    compensation: figures.compensation,
  };
};

/** Every event of a store. */
export const allEvents = async (quejas: Quejas): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for (let after: string | undefined; ;) {
    const page = await quejas.events({ limit: 10_000, ...(after !== undefined && { after }) });
    found.push(...page.events);
    if (page.caughtUp || page.next === undefined) return found;
    after = page.next;
  }
};
