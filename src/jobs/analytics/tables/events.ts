import type { Cell } from '../../../application/ports/table-file.js';
import type { JsonValue } from '../../../domain/kernel/json.js';
import { isImport } from '../../../application/schema/import-source.js';
import { defineTable } from './define-table.js';
import { personOf, type Step, type ToldComplaint } from './told-complaint.js';
import { complaintColumn } from './common.js';

interface Row extends Step {
  readonly complaint: string;
  readonly told: ToldComplaint;
}

/** A field that several events have, always one word of a closed list. */
const word = ({ event: { data } }: Row, field: 'channel' | 'outcome' | 'reason'): Cell => {
  const value: JsonValue | undefined = Reflect.get(data, field);
  return typeof value === 'string' ? value : null;
};

export const events = defineTable<ToldComplaint, Row>({
  name: 'events',
  es: 'Cada hecho de cada solicitud, en el orden en que se registró',
  en: 'Every event of every complaint, in the order in which it was recorded',
  of: (told) => told.chosen.map((step) => ({ ...step, complaint: told.complaint, told })),
  columns: [
    complaintColumn(),
    {
      ...{ name: 'revision', type: 'integer', source: 'envelope' },
      es: 'Lugar del hecho en su solicitud, desde 0',
      en: 'Place of the event in its complaint, from 0',
      of: ({ event }) => event.revision,
    },
    {
      ...{ name: 'event_type', type: 'text', source: 'envelope' },
      es: 'Tipo del hecho, como lo nombra docs/reference/events.md',
      en: 'Type of the event, as docs/reference/events.md names it',
      of: ({ event }) => event.type,
    },
    {
      ...{ name: 'occurred_at', type: 'instant', source: 'envelope' },
      es: 'Cuándo ocurrió',
      en: 'When it happened',
      of: ({ event }) => event.occurredAt,
    },
    {
      ...{ name: 'recorded_at', type: 'instant', source: 'envelope' },
      es: 'Cuándo se supo y se registró',
      en: 'When it was learned and recorded',
      of: ({ event }) => event.recordedAt,
    },
    {
      ...{ name: 'actor', type: 'text', source: 'metadata.actor' },
      es: 'Seudónimo de quien lo registró',
      en: 'Pseudonym of who recorded it',
      of: ({ event, told }) => personOf(told, event.metadata.actor),
    },
    {
      ...{ name: 'actor_role', type: 'text', source: 'metadata.role' },
      es: 'Papel en que lo registró',
      en: 'Role in which it was recorded',
      of: ({ event }) => event.metadata.role,
    },
    {
      ...{ name: 'backdated', type: 'boolean', source: 'metadata.backdated' },
      es: 'Si se fechó antes de cuando se registró',
      en: 'Whether it was dated before it was recorded',
      of: ({ event }) => event.metadata.backdated === true,
    },
    {
      ...{ name: 'imported', type: 'boolean', source: 'metadata.source' },
      es: 'Si vino de un registro importado',
      en: 'Whether it came from an imported log',
      of: ({ event }) => isImport(event.metadata.source),
    },
    {
      ...{ name: 'cycle', type: 'integer', source: 'Filed, Reopened' },
      es: 'Ciclo de la solicitud después del hecho: 1, y uno más con cada reapertura',
      en: 'Cycle of the complaint after the event: 1, and one more with each reopening',
      of: ({ cycle }) => cycle,
    },
    {
      ...{ name: 'status', type: 'text', source: 'facets' },
      es: 'Estado público después del hecho (TMF621)',
      en: 'Public status after the event (TMF621)',
      of: ({ status }) => status,
    },
    {
      ...{ name: 'area', type: 'text', nullable: true, source: 'RoutedToArea, ReroutedToArea' },
      es: 'Área en la que estaba después del hecho',
      en: 'Area where it lay after the event',
      of: ({ area }) => area,
    },
    {
      ...{ name: 'technician', type: 'text', nullable: true, source: 'TechnicianAssigned' },
      es: 'Seudónimo del responsable técnico después del hecho',
      en: 'Pseudonym of the technical lead after the event',
      of: ({ technician, told }) => personOf(told, technician),
    },
    {
      ...{ name: 'channel', type: 'text', nullable: true, source: 'data.channel' },
      es: 'Medio del hecho, donde lo tiene',
      en: 'Channel of the event, where it has one',
      of: (row) => word(row, 'channel'),
    },
    {
      ...{ name: 'outcome', type: 'text', nullable: true, source: 'data.outcome' },
      es: 'Resultado que el hecho dice, donde lo dice',
      en: 'Outcome that the event tells, where it tells one',
      of: (row) => word(row, 'outcome'),
    },
    {
      ...{ name: 'reason', type: 'text', nullable: true, source: 'data.reason' },
      es: 'Razón que el hecho da en código, donde la da',
      en: 'Reason that the event gives as a code, where it gives one',
      of: (row) => word(row, 'reason'),
    },
  ],
});
