import type { Cell, CellType } from '../../../application/ports/table-file.js';
import { millisecondsOf } from '../../../domain/kernel/instant.js';
import type { ClockStanding, NotStartedClock } from '../../../domain/sla/clocks/reading.js';
import type { HistoryClock } from '../../../queries/histories.js';
import { defineTable, type Column } from './define-table.js';
import type { ToldComplaint } from './told-complaint.js';
import { complaintColumn } from './common.js';

interface Row {
  readonly complaint: string;
  readonly reading: Exclude<HistoryClock, NotStartedClock>;
}

/** True for a clock that was started. */
export const isStarted = (reading: HistoryClock): reading is Exclude<HistoryClock, NotStartedClock> =>
  reading.state !== 'not-started';

/** True for a clock that was started and could be counted. */
export const isStanding = (reading: HistoryClock): reading is ClockStanding =>
  reading.state !== 'not-started' && reading.state !== 'unanswered';

type Reading = Row['reading'];

const column = (
  [name, type]: readonly [string, CellType],
  es: string,
  en: string,
  of: (reading: Reading) => Cell,
): Column<Row> => ({ name, type, source: 'clocks', es, en, of: ({ reading }) => of(reading) });

/** One that a clock that cannot be counted, or one that is still open, has no value of. */
const counted = (
  named: readonly [string, CellType],
  es: string,
  en: string,
  of: (standing: ClockStanding) => Cell,
): Column<Row> => ({
  ...column(named, es, en, (reading) => (reading.state === 'unanswered' ? null : of(reading))),
  nullable: true,
});

const length = (
  name: string,
  es: string,
  en: string,
  of: (standing: ClockStanding) => Cell,
): Column<Row> => ({
  ...counted([name, 'integer'], es, en, of),
  unit: 'ms',
});

export const clocks = defineTable<ToldComplaint, Row>({
  name: 'clocks',
  es: 'Cada vez que un plazo corrió, como estaba al instante pedido',
  en: 'Each run of each clock, as it stood at the instant asked for',
  of: ({ complaint, clocks: readings }) =>
    readings.filter(isStarted).map((reading) => ({ complaint, reading })),
  columns: [
    complaintColumn(),
    column(
      ['clock', 'text'],
      'Plazo, como lo nombra la política',
      'Clock, as the policy names it',
      ({ clock }) => clock,
    ),
    column(['name_es', 'text'], 'Su nombre en español', 'Its name in Spanish', ({ name }) => name.es),
    column(['name_en', 'text'], 'Su nombre en inglés', 'Its name in English', ({ name }) => name.en),
    column(
      ['owed_by', 'text'],
      'Quién debe cumplirlo; sólo los del proveedor son incumplimientos suyos',
      "Who owes it; only the provider's are its breaches",
      ({ owedBy }) => owedBy,
    ),
    column(['cycle', 'integer'], 'Ciclo en que corre', 'Cycle that it runs in', ({ cycle }) => cycle),
    column(
      ['run', 'integer'],
      'Vez que corre en su ciclo, desde 1',
      'Which run in its cycle, from 1',
      ({ run }) => run,
    ),
    column(['policy', 'text'], 'Política, id@versión', 'Policy, id@version', ({ policy }) => policy),
    {
      ...column(
        ['calendar', 'text'],
        'Calendario, id@versión',
        'Calendar, id@version',
        ({ calendar }) => calendar,
      ),
      nullable: true,
    },
    column(
      ['state', 'text'],
      'running, paused, met, breached, cancelled, o unanswered donde no puede contarse',
      'running, paused, met, breached, cancelled, or unanswered where it cannot be counted',
      ({ state }) => state,
    ),
    column(['started_at', 'instant'], 'Cuándo empezó', 'When it started', ({ startedAt }) => startedAt),
    counted(
      ['due_at', 'instant'],
      'Cuándo vence; nada mientras una pausa sin fin lo detiene',
      'When it is due; nothing while a pause without end holds it up',
      ({ dueAt }) => dueAt,
    ),
    counted(
      ['due_day', 'date'],
      'Fecha local en que vence',
      'Local date on which it is due',
      ({ dueDay }) => dueDay,
    ),
    counted(
      ['ended_at', 'instant'],
      'Cuándo se cumplió o dejó de tener objeto',
      'When it was done or became pointless',
      ({ endedAt }) => endedAt,
    ),
    counted(
      ['open_breached', 'boolean'],
      'Si venció y sigue abierto',
      'Whether it is breached and still open',
      ({ state, endedAt }) => state === 'breached' && endedAt === null,
    ),
    length(
      'consumed_ms',
      'Tiempo hábil consumido hasta vencer',
      'Open time consumed, up to the due instant',
      ({ consumedMs }) => consumedMs,
    ),
    length(
      'remaining_ms',
      'Tiempo hábil que queda',
      'Open time that is left',
      ({ remainingMs }) => remainingMs,
    ),
    length(
      'overdue_ms',
      'Tiempo hábil después de vencer',
      'Open time beyond the due instant',
      ({ overdueMs }) => overdueMs,
    ),
    length(
      'paused_ms',
      'Tiempo hábil que quitaron las pausas',
      'Open time that pauses took away',
      ({ pausedMs }) => pausedMs,
    ),
    length(
      'open_ms',
      'Tiempo hábil que tardó, donde terminó y no se canceló',
      'Open time that it took, where it ended and was not cancelled',
      ({ state, endedAt, consumedMs, overdueMs }) =>
        endedAt === null || state === 'cancelled' ? null : consumedMs + overdueMs,
    ),
    length(
      'elapsed_ms',
      'Tiempo corrido que tardó, donde terminó y no se canceló',
      'Elapsed time that it took, where it ended and was not cancelled',
      ({ state, startedAt, endedAt }) =>
        endedAt === null || state === 'cancelled'
          ? null
          : millisecondsOf(endedAt) - millisecondsOf(startedAt),
    ),
    {
      ...column(
        ['breach_recorded_at', 'instant'],
        'Cuándo consta que se incumplió (I-24)',
        'When its breach is recorded to have happened (I-24)',
        ({ breachRecordedAt }) => breachRecordedAt,
      ),
      nullable: true,
    },
  ],
});
