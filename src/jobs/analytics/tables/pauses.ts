import type { Cell, CellType } from '../../../application/ports/table-file.js';
import type { Pause } from '../../../domain/complaint/pauses.js';
import { millisecondsOf } from '../../../domain/kernel/instant.js';
import { defineTable, type Column } from './define-table.js';
import type { ToldComplaint } from './told-complaint.js';
import { complaintColumn } from './common.js';

interface Row {
  readonly complaint: string;
  readonly number: number;
  readonly pause: Pause;
  readonly asOf: string;
}

const column = (
  [name, type]: readonly [string, CellType],
  es: string,
  en: string,
  of: (row: Row) => Cell | undefined,
): Column<Row> => ({ name, type, source: 'pauses (I-15)', es, en, of });

const lasted = ({ pause: { from, to }, asOf }: Row): number => {
  const until = to === undefined || asOf < to ? asOf : to;
  return Math.max(0, Date.parse(until) - millisecondsOf(from));
};

export const pauses = defineTable<ToldComplaint, Row>({
  name: 'pauses',
  es: 'Cada tiempo que no cuenta, y por qué',
  en: 'Each time that does not count, and why',
  of: ({ complaint, pauses: all, asOf }) =>
    all.map((pause, index) => ({ complaint, number: index + 1, pause, asOf })),
  columns: [
    complaintColumn(),
    column(
      ['pause', 'integer'],
      'Número en su solicitud, desde 1',
      'Number in its complaint, from 1',
      ({ number }) => number,
    ),
    column(['reason', 'text'], 'Por qué', 'Why', ({ pause }) => pause.reason),
    column(
      ['attributed_to', 'text'],
      'A quién se atribuye; nunca al proveedor',
      'Whom it is put down to; never the provider',
      ({ pause }) => pause.attributedTo,
    ),
    column(
      ['stops', 'text'],
      'Qué plazos detiene: answer, repair o penalty, unidos por |',
      'Which clocks it stops: answer, repair or penalty, joined by |',
      ({ pause }) => pause.clocks.join('|'),
    ),
    column(['from_at', 'instant'], 'Cuándo empezó', 'When it began', ({ pause }) => pause.from),
    {
      ...column(
        ['to_at', 'instant'],
        'Cuándo terminó o terminará; nada mientras no se sabe',
        'When it ended or will end; nothing while that is not known',
        ({ pause }) => pause.to,
      ),
      nullable: true,
    },
    {
      ...column(
        ['elapsed_ms', 'integer'],
        'Tiempo corrido hasta el instante pedido',
        'Elapsed time until the instant asked for',
        lasted,
      ),
      unit: 'ms',
    },
    column(
      ['began_revision', 'integer'],
      'Hecho que la empezó',
      'Event that began it',
      ({ pause }) => pause.began,
    ),
    {
      ...column(
        ['ended_revision', 'integer'],
        'Hecho que la terminó; nada donde termina por sí misma',
        'Event that ended it; nothing where it ends by itself',
        ({ pause }) => pause.ended,
      ),
      nullable: true,
    },
  ],
});
