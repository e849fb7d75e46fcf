import type { Cell, CellType } from '../../../application/ports/table-file.js';
import { publicStatus } from '../../../domain/complaint/status.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { Money } from '../../../domain/kernel/money.js';
import { isStanding } from './clocks.js';
import { moneyActs } from './compensation.js';
import { defineTable, type Column } from './define-table.js';
import { personOf, type Step, type ToldComplaint } from './told-complaint.js';
import { complaintColumn } from './common.js';

type Told = ToldComplaint;

const column = (
  [name, type, source]: readonly [string, CellType, string],
  es: string,
  en: string,
  of: (told: Told) => Cell | undefined,
): Column<Told> => ({ name, type, source, es, en, of });

/** One that may have no value. */
const maybe = (...given: Parameters<typeof column>): Column<Told> => ({
  ...column(...given),
  nullable: true,
});

const firstOf = ({ steps }: Told, ...types: readonly Step['event']['type'][]): Instant | undefined =>
  steps.find(({ event }) => types.includes(event.type))?.event.occurredAt;

const countOf = ({ steps }: Told, type: Step['event']['type']): number =>
  steps.filter(({ event }) => event.type === type).length;

const sumOf = (told: Told, part: 'refund' | 'bonus'): number =>
  moneyActs(told)
    .filter(({ holds }) => holds)
    .reduce(
      (sum, { [part]: money }: { readonly [P in typeof part]?: Money }) => sum + (money?.amount ?? 0),
      0,
    );

const lastRating = ({ steps }: Told): number | undefined =>
  steps
    .map(({ event }) => (event.type === 'SatisfactionRated' ? event.data.rating : undefined))
    .findLast((rating) => rating !== undefined);

const minor = { unit: 'minor' } as const;

export const complaints = defineTable<Told, Told>({
  name: 'complaints',
  es: 'Cada solicitud en un renglón, como estaba al instante pedido',
  en: 'One row for each complaint, as it stood at the instant asked for',
  of: (told) => [told],
  columns: [
    complaintColumn(),
    maybe(
      ['folio', 'text', 'FolioAssigned'],
      'Su folio; sólo con --folios',
      'Its folio; only with --folios',
      ({ folios, state }) => (folios ? state.folio : null),
    ),
    column(
      ['subscriber', 'text', 'Filed'],
      'Seudónimo del suscriptor; de un reporte, el del reporte mismo',
      'Pseudonym of the subscriber; of a report, that of the report itself',
      (told) => personOf(told, told.filing.subscriber),
    ),
    maybe(
      ['reporter', 'text', 'Filed'],
      'Seudónimo de quien reportó, donde no es el suscriptor',
      'Pseudonym of who reported it, where that is not the subscriber',
      (told) => personOf(told, told.filing.reporter),
    ),
    maybe(
      ['contract', 'text', 'Filed'],
      'Seudónimo del contrato',
      'Pseudonym of the contract',
      ({ filing: { contract }, pseudonym }) => contract && pseudonym('contract', contract),
    ),
    column(
      ['kind', 'text', 'Filed, Reclassified'],
      'Tipo de solicitud',
      'Kind of request',
      ({ state, filing }) => (state.about === null ? filing.kind : state.about.kind),
    ),
    maybe(
      ['subkind', 'text', 'Filed, Reclassified'],
      'Tipo más fino, en código',
      'Finer kind, as a code',
      ({ state }) => state.about?.subkind,
    ),
    column(['subject', 'text', 'Filed, Reclassified'], 'Materia', 'What it is about', ({ state, filing }) =>
      state.about === null ? filing.subject : state.about.subject,
    ),
    maybe(
      ['defect', 'text', 'Filed, Reclassified'],
      'Falla total o deficiencia',
      'Failure or deficiency',
      ({ state }) => state.about?.defect,
    ),
    maybe(
      ['track', 'text', 'Filed, Reclassified'],
      'Camino que sigue',
      'Track that it takes',
      ({ state }) => state.facets.track,
    ),
    maybe(
      ['report', 'text', 'Filed'],
      'De quién es el reporte, donde no es solicitud de un suscriptor',
      "Whose report it is, where it is no subscriber's request",
      ({ filing }) => filing.report,
    ),
    column(
      ['channel', 'text', 'Filed'],
      'Medio por el que llegó',
      'Channel it came in by',
      ({ filing }) => filing.channel,
    ),
    column(['severity', 'text', 'Filed, Classified'], 'Gravedad', 'Severity', ({ state }) => state.severity),
    column(['language', 'text', 'Filed'], 'Idioma', 'Language', ({ filing }) => filing.language),
    maybe(
      ['municipality', 'text', 'Filed'],
      'Municipio, como lo nombra el sistema del proveedor',
      'Municipality, as the host names it',
      ({ filing }) => filing.municipality,
    ),
    maybe(['area', 'text', 'RoutedToArea, ReroutedToArea'], 'Área', 'Area', ({ state }) => state.area),
    maybe(
      ['technician', 'text', 'TechnicianAssigned'],
      'Seudónimo del responsable técnico',
      'Pseudonym of the technical lead',
      (told) => personOf(told, told.state.technician),
    ),
    maybe(
      ['owner', 'text', 'TechnicianAssigned, CaseReassigned'],
      'Seudónimo de quien la lleva en Servicio al Cliente',
      'Pseudonym of its owner in customer service',
      (told) => personOf(told, told.state.owner),
    ),
    column(
      ['received_at', 'instant', 'Filed'],
      'Cuándo llegó al proveedor: desde ahí cuentan los plazos',
      'When it reached the provider: deadlines count from there',
      ({ filing }) => filing.receivedAt,
    ),
    column(
      ['registered_at', 'instant', 'Filed'],
      'Cuándo se registró',
      'When it was registered',
      ({ filing }) => filing.registeredAt,
    ),
    column(
      ['out_of_hours', 'boolean', 'Filed'],
      'Si llegó fuera del horario del medio',
      "Whether it came outside the channel's hours",
      ({ filing }) => filing.outOfHours,
    ),
    column(['status', 'text', 'facets'], 'Estado público (TMF621)', 'Public status (TMF621)', ({ state }) =>
      publicStatus(state.facets),
    ),
    column(
      ['ending', 'text', 'facets'],
      'Cómo terminó; open: sigue abierta',
      'How it ended; open: it goes on',
      ({ state }) => state.facets.ending,
    ),
    maybe(
      ['ended_at', 'instant', 'Closed, …'],
      'Cuándo terminó por última vez',
      'When it ended last',
      ({ state }) => state.endedAt,
    ),
    column(
      ['cycle', 'integer', 'Filed, Reopened'],
      'Ciclo: 1, y uno más con cada reapertura',
      'Cycle: 1, and one more with each reopening',
      ({ state }) => state.facets.cycle,
    ),
    column(
      ['reopenings', 'integer', 'Reopened'],
      'Veces que se reabrió',
      'How often it was reopened',
      (told) => countOf(told, 'Reopened'),
    ),
    column(
      ['escalation', 'integer', 'Escalated'],
      'Nivel más alto en este ciclo, de 0 a 4',
      'Highest level in this cycle, 0 to 4',
      ({ state }) => state.facets.escalation,
    ),
    maybe(
      ['first_contact_at', 'instant', 'ContactMade'],
      'Primer contacto hacia el usuario',
      'First contact towards the user',
      ({ steps }) =>
        steps.find(({ event }) => event.type === 'ContactMade' && event.data.direction !== 'from-user')?.event
          .occurredAt,
    ),
    maybe(
      ['first_assigned_at', 'instant', 'TechnicianAssigned'],
      'Primera asignación a un responsable técnico',
      'First assignment to a technical lead',
      (told) => firstOf(told, 'TechnicianAssigned'),
    ),
    maybe(
      ['causes', 'text', 'CauseVerified, CauseCorrected'],
      'Últimas causas verificadas, de cualquier ciclo, en código, unidas por |',
      'Causes verified last, of whichever cycle, as codes, joined by |',
      ({ found: { causes } }) => (causes.length === 0 ? null : causes.join('|')),
    ),
    maybe(
      ['fault_found', 'boolean', 'CauseVerified, CauseCorrected'],
      'Si con esas causas hubo falla',
      'Whether a fault was found with those causes',
      ({ found }) => found.faultFound,
    ),
    maybe(
      ['attribution', 'text', 'CauseVerified, CauseCorrected'],
      'A quién se atribuyen esas causas',
      'To whom those causes are put down',
      ({ found }) => found.attribution,
    ),
    maybe(
      ['restored_at', 'instant', 'Repaired, RestorationCorrected'],
      'Cuándo volvió el servicio, en este ciclo',
      'When the service was back, in this cycle',
      ({ state }) => state.repair?.restoredAt,
    ),
    column(
      ['ruling', 'text', 'Ruled, RulingCorrected'],
      'Última resolución que vale, de cualquier ciclo: procedente (upheld), improcedente (dismissed) o none',
      'The last ruling that stands, of whichever cycle: upheld, dismissed or none',
      ({ found }) => found.ruling ?? 'none',
    ),
    maybe(
      ['rating', 'integer', 'SatisfactionRated'],
      'Última calificación del usuario, de 1 a 5',
      "The user's last rating, 1 to 5",
      lastRating,
    ),
    maybe(
      ['outages', 'text', 'MassOutageLinked'],
      'Seudónimos de las fallas generales, unidos por |',
      'Pseudonyms of the mass outages, joined by |',
      ({ state: { outages }, pseudonym }) =>
        outages.length === 0 ? null : outages.map(({ outage }) => pseudonym('outage', outage)).join('|'),
    ),
    maybe(
      ['duplicate_of', 'text', 'MarkedDuplicate, DuplicateCorrected'],
      'Seudónimo de la solicitud que sigue en su lugar',
      'Pseudonym of the complaint that goes on in its place',
      ({ state: { duplicate }, pseudonym }) =>
        duplicate === null ? null : pseudonym('complaint', duplicate.of),
    ),
    maybe(
      ['repeat_of', 'text', 'LinkedTo'],
      'Seudónimos de las solicitudes que ésta repite, unidos por |',
      'Pseudonyms of the complaints that this one repeats, joined by |',
      ({ state: { links }, pseudonym }) => {
        const repeated = links.filter(({ kind }) => kind === 'repeat');
        return repeated.length === 0
          ? null
          : repeated.map(({ folio }) => pseudonym('complaint', folio)).join('|');
      },
    ),
    column(
      ['policy', 'text', 'Filed'],
      'Política con que se presentó, id@versión',
      'Policy it was filed under, id@version',
      ({ filing: { terms } }) => `${terms.policy}@${String(terms.version)}`,
    ),
    column(
      ['events', 'integer', 'stream'],
      'Cuántos hechos tiene',
      'How many events it has',
      ({ steps }) => steps.length,
    ),
    column(
      ['clocks_breached', 'integer', 'clocks'],
      'Plazos incumplidos, terminados o abiertos',
      'Clocks missed, ended or open',
      ({ clocks }) => clocks.filter(isStanding).filter(({ state }) => state === 'breached').length,
    ),
    {
      ...column(
        ['refund_minor', 'integer', 'compensation'],
        'Devoluciones que valen, de todos los ciclos',
        'Refunds that hold, of all cycles',
        (told) => sumOf(told, 'refund'),
      ),
      ...minor,
    },
    {
      ...column(
        ['bonus_minor', 'integer', 'compensation'],
        'Bonificaciones que valen, de todos los ciclos',
        'Bonuses that hold, of all cycles',
        (told) => sumOf(told, 'bonus'),
      ),
      ...minor,
    },
    maybe(
      ['currency', 'text', 'compensation'],
      'Moneda (ISO 4217); sin ella no se otorgó nada',
      'Currency (ISO 4217); without it nothing was granted',
      (told) => moneyActs(told).find(({ holds }) => holds)?.refund?.currency,
    ),
  ],
});
