import type { Cell, CellType } from '../../../application/ports/table-file.js';
import type { VisitWindow } from '../../../domain/complaint/shapes.js';
import type { VisitFailure } from '../../../domain/complaint/vocabulary.js';
import type { VisitPurpose } from '../../../domain/complaint/visit/messages.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { defineTable, type Column } from './define-table.js';
import { personOf, type ToldComplaint, type ToldEvent } from './told-complaint.js';
import { complaintColumn } from './common.js';

/** A visit, as its events tell it. */
interface Visit {
  readonly visit: number;
  readonly stage: 'requested' | 'scheduled' | 'notified' | 'completed' | 'failed' | 'cancelled';
  readonly purpose?: VisitPurpose;
  readonly visitor?: string;
  readonly window?: VisitWindow;
  readonly requestedAt?: Instant;
  readonly scheduledAt?: Instant;
  readonly notifiedAt?: Instant | undefined;
  readonly movedByUser: number;
  readonly movedByProvider: number;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly failedAt?: Instant;
  readonly failure?: VisitFailure;
  readonly unannounced?: boolean;
  readonly cancelledBy?: 'user' | 'provider';
}

/** What an event tells of its visit; `undefined` for an event of no visit. */
const after = (visit: Visit, { type, data, occurredAt }: ToldEvent): Visit | undefined => {
  switch (type) {
    case 'VisitRequested':
      return { ...visit, stage: 'requested', purpose: data.purpose, requestedAt: occurredAt };
    case 'VisitScheduled': {
      const { purpose, visitor, window } = data;
      return { ...visit, stage: 'scheduled', purpose, visitor, window, scheduledAt: occurredAt };
    }
    case 'VisitNotified':
      return { ...visit, stage: 'notified', notifiedAt: data.notifiedAt };
    case 'VisitRescheduled': {
      const { by, window, visitor } = data;
      const { movedByUser, movedByProvider } = visit;
      const moved =
        by === 'user' ? { movedByUser: movedByUser + 1 } : { movedByProvider: movedByProvider + 1 };
      return { ...visit, ...moved, stage: 'scheduled', window, visitor, notifiedAt: undefined };
    }
    case 'VisitCompleted': {
      const { startedAt, endedAt, unannounced = false } = data;
      return { ...visit, stage: 'completed', startedAt, endedAt, unannounced };
    }
    case 'VisitFailed': {
      const { failedAt, reason, unannounced = false } = data;
      return { ...visit, stage: 'failed', failedAt, failure: reason, unannounced };
    }
    case 'VisitCorrected': {
      const { outcome, startedAt, endedAt, unannounced = false } = data;
      const { startedAt: _began, endedAt: _ended, failedAt: _tried, failure: _why, ...known } = visit;
      return outcome === 'completed'
        ? { ...known, stage: 'completed', startedAt: startedAt ?? endedAt, endedAt, unannounced }
        : { ...known, stage: 'failed', failedAt: endedAt, failure: outcome, unannounced };
    }
    case 'VisitCancelled':
      return { ...visit, stage: 'cancelled', cancelledBy: data.by };
    default:
      return undefined;
  }
};

const visitsOf = ({ steps }: ToldComplaint): readonly Visit[] => {
  const visits = new Map<number, Visit>();
  for (const { event } of steps) {
    const number: unknown = Reflect.get(event.data, 'visit');
    if (typeof number !== 'number') continue;
    const before = visits.get(number) ?? {
      visit: number,
      stage: 'requested',
      movedByUser: 0,
      movedByProvider: 0,
    };
    const next = after(before, event);
    if (next !== undefined) visits.set(number, next);
  }
  return [...visits.values()].sort((one, other) => one.visit - other.visit);
};

interface Row extends Visit {
  readonly complaint: string;
  readonly told: ToldComplaint;
}

const column = (
  [name, type, source]: readonly [string, CellType, string],
  es: string,
  en: string,
  of: (row: Row) => Cell | undefined,
): Column<Row> => ({ name, type, source, es, en, of });

const maybe = (...given: Parameters<typeof column>): Column<Row> => ({ ...column(...given), nullable: true });

export const visits = defineTable<ToldComplaint, Row>({
  name: 'visits',
  es: 'Cada visita al domicilio, pedida o programada',
  en: 'Each visit to a home, asked for or arranged',
  of: (told) => visitsOf(told).map((visit) => ({ ...visit, complaint: told.complaint, told })),
  columns: [
    complaintColumn(),
    column(
      ['visit', 'integer', 'VisitRequested, VisitScheduled'],
      'Número en su solicitud, desde 1',
      'Number in its complaint, from 1',
      ({ visit }) => visit,
    ),
    maybe(
      ['purpose', 'text', 'VisitRequested, VisitScheduled'],
      'Para qué es',
      'What it is for',
      ({ purpose }) => purpose,
    ),
    column(['stage', 'text', 'Visit…'], 'Hasta dónde llegó', 'How far it came', ({ stage }) => stage),
    maybe(
      ['visitor', 'text', 'VisitScheduled, VisitRescheduled'],
      'Seudónimo de quien va',
      'Pseudonym of the visitor',
      ({ visitor, told }) => personOf(told, visitor),
    ),
    maybe(
      ['requested_at', 'instant', 'VisitRequested'],
      'Cuándo se pidió',
      'When it was asked for',
      ({ requestedAt }) => requestedAt,
    ),
    maybe(
      ['scheduled_at', 'instant', 'VisitScheduled'],
      'Cuándo se programó por primera vez',
      'When it was arranged first',
      ({ scheduledAt }) => scheduledAt,
    ),
    maybe(
      ['window_from', 'instant', 'VisitScheduled, VisitRescheduled'],
      'Inicio de la ventana que valía al final',
      'Begin of the window that held last',
      ({ window }) => window?.from,
    ),
    maybe(
      ['window_to', 'instant', 'VisitScheduled, VisitRescheduled'],
      'Fin de esa ventana',
      'End of that window',
      ({ window }) => window?.to,
    ),
    maybe(
      ['notified_at', 'instant', 'VisitNotified'],
      'Cuándo supo el usuario de esa ventana (I-14)',
      'When the user knew of that window (I-14)',
      ({ notifiedAt }) => notifiedAt,
    ),
    column(
      ['moved_by_user', 'integer', 'VisitRescheduled'],
      'Cambios que pidió el usuario',
      'Moves that the user asked for',
      ({ movedByUser }) => movedByUser,
    ),
    column(
      ['moved_by_provider', 'integer', 'VisitRescheduled'],
      'Cambios que hizo el proveedor',
      'Moves by the provider',
      ({ movedByProvider }) => movedByProvider,
    ),
    maybe(
      ['started_at', 'instant', 'VisitCompleted, VisitCorrected'],
      'Cuándo empezó',
      'When it began',
      ({ startedAt }) => startedAt,
    ),
    maybe(
      ['ended_at', 'instant', 'VisitCompleted, VisitCorrected'],
      'Cuándo terminó',
      'When it ended',
      ({ endedAt }) => endedAt,
    ),
    maybe(
      ['failed_at', 'instant', 'VisitFailed, VisitCorrected'],
      'Cuándo se intentó en vano',
      'When it was tried in vain',
      ({ failedAt }) => failedAt,
    ),
    maybe(
      ['failure', 'text', 'VisitFailed, VisitCorrected'],
      'Por qué no se hizo',
      'Why it did not take place',
      ({ failure }) => failure,
    ),
    maybe(
      ['unannounced', 'boolean', 'VisitCompleted, VisitFailed, VisitCorrected'],
      'Si no consta que se avisó de ella',
      'Whether no notice of it is recorded',
      ({ unannounced }) => unannounced,
    ),
    maybe(
      ['cancelled_by', 'text', 'VisitCancelled'],
      'Quién la canceló',
      'Who called it off',
      ({ cancelledBy }) => cancelledBy,
    ),
  ],
});
