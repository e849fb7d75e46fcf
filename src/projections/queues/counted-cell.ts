import type { PendingClock } from '../../domain/sla/clocks/pending.js';
import type { DueQuestion, PauseSpan, Term } from '../../domain/sla/due.js';
import { isInstant, type Instant } from '../../domain/kernel/instant.js';
import { corrupt } from '../runtime/row-cells.js';

/** By what the first deadline of a complaint is counted, so that what is left of it can be told at any instant. */
export interface CountedDeadline {
  /** The clock, `C-07`. */
  readonly clock: string;
  /** `id@version`. */
  readonly calendar: string;
  readonly question: Omit<DueQuestion, 'at'>;
}

/** A clock as a cell; `null` where nothing known here answers for it. */
export const countedText = (pending: PendingClock | undefined): string | null => {
  if (pending?.question === undefined) return null;
  const { run, question } = pending;
  const { start, term, pauses } = question;
  return JSON.stringify([run.clock.id, run.calendar ?? '', start, term, pauses]);
};

const instantIn = (value: unknown): Instant => {
  if (isInstant(value)) return value;
  throw corrupt('counted');
};

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> => {
  if (typeof value !== 'object' || value === null) throw corrupt('counted');
  return new Map<string, unknown>(Object.entries(value));
};

const numberIn = (value: unknown): number => {
  if (typeof value === 'number') return value;
  throw corrupt('counted');
};

const termIn = (value: unknown): Term => {
  const fields = fieldsOf(value);
  switch (fields.get('kind')) {
    case 'minutes':
      return { kind: 'minutes', minutes: numberIn(fields.get('minutes')) };
    case 'business-days':
      return { kind: 'business-days', days: numberIn(fields.get('days')) };
    case 'fixed':
      return { kind: 'fixed', dueAt: instantIn(fields.get('dueAt')) };
    default:
      throw corrupt('counted');
  }
};

const pauseIn = (value: unknown): PauseSpan => {
  const fields = fieldsOf(value);
  const [from, to] = [instantIn(fields.get('from')), fields.get('to')];
  return to === undefined ? { from } : { from, to: instantIn(to) };
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const valuesIn = (cell: string): readonly unknown[] => {
  try {
    const values: unknown = JSON.parse(cell);
    return isList(values) ? values : [];
  } catch {
    return [];
  }
};

/** The deadline in a cell. Throws `rows-corrupt`. */
export const countedIn = (cell: string): CountedDeadline => {
  const [clock, calendar, start, term, pauses] = valuesIn(cell);
  if (typeof clock !== 'string' || typeof calendar !== 'string' || !isList(pauses)) throw corrupt('counted');
  const question = { start: instantIn(start), term: termIn(term), pauses: pauses.map(pauseIn) };
  return { clock, calendar, question };
};
