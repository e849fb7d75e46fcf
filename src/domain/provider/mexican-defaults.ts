import type { CalendarSource } from '../sla/calendar.js';
import { federalHolidays, federalHolidaysProvenance } from '../sla/mexico.js';
import type { ContractTerms } from '../sla/policy/contract-terms.js';
import type { AreaProfile, ContactPoint, Label, PolicyProfile, Provenance } from './profile.js';

/** The contracts of the two are not known: the strictest that registered ones say is assumed. */
const assumedContract: ContractTerms = {
  repairHours: 24,
  physicalRepair: { hours: 48, municipalities: [] },
  reconnection: { hours: 48, physicalHours: 72 },
  from: {
    basis: 'contract',
    source:
      'Assumed: its own registered contract was not seen. Of three that were, two say 24 hours to repair and one 72; three say 48 hours to reconnect and one 72',
    lookedAt: '2026-11-26',
  },
};

const [firstYear, lastYear] = [2015, 2036];

/** Monday to Friday at the hours of the desk, but for the federal rest days. */
export const mexicanBusinessDays = (provider: string, zone: string, hours: string): CalendarSource => ({
  id: `${provider}-business`,
  version: 1,
  zone,
  week: { mon: [hours], tue: [hours], wed: [hours], thu: [hours], fri: [hours] },
  holidays: Array.from({ length: lastYear - firstYear + 1 }, (_, index) =>
    federalHolidays(firstYear + index),
  ).flatMap((holidays) => holidays.map(({ date }) => date)),
  overrides: {},
  until: `${lastYear}-12-31`,
  provenance: [
    federalHolidaysProvenance,
    {
      of: 'week',
      basis: 'design',
      source:
        'Business days are Monday to Friday, as in law; the hours are those at which the desk is attended',
      lookedAt: '2026-11-26',
    },
  ],
});

/** What both procedures leave open and Mexican law or custom fills (NOM-184, contracts registered with PROFECO). */
export const mexicanPolicy = {
  reopeningDays: 20,
  lapseDays: 10,
  visitWindowHours: 12,
  reachAttempts: 3,
  bonusPercent: 20,
  forceMajeureHours: 24,
  thirdParties: 'as-provider',
  nextInstance: 'PROFECO',
  separationOfDuties: 'enforced',
  contract: assumedContract,
} as const satisfies Partial<PolicyProfile>;

/** How users reach PROFECO: its lines from the capital and from elsewhere, and where it conciliates on the web. */
export const profecoContacts: readonly ContactPoint[] = [
  { kind: 'phone', value: '55 5568 8722' },
  { kind: 'phone', value: '800 468 8722' },
  { kind: 'web', value: 'concilianet.profeco.gob.mx' },
];

/** One area for each purpose of routing; no procedure names its areas. */
export const areasByPurpose: readonly AreaProfile[] = [
  { id: 'billing', label: { es: 'Facturación', en: 'Billing' }, purposes: ['clarification'] },
  { id: 'conciliation', label: { es: 'Conciliación', en: 'Conciliation' }, purposes: ['conciliation'] },
  { id: 'technical', label: { es: 'Área técnica', en: 'Technical area' }, purposes: ['repair'] },
];

/** A statement that the procedure does not make. */
export const decided = (at: string, note: Label): Provenance => ({ at, from: 'decision', note });

/** A statement of the procedure: where it stands, and its words. */
export const stated = (at: string, place: string, words: string): Provenance => ({
  at,
  from: 'procedure',
  place,
  words,
});

/** What neither procedure says, and why it is as it is. */
export const commonDecisions: readonly Provenance[] = [
  decided('/policy/thirdParties', {
    es: 'Elección de diseño, a favor del usuario: la falla de un tercero (mayorista, corte de cable) se compensa como propia del proveedor, porque el contrato del usuario es con él. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: what a third party caused (a wholesaler, a cut cable) is compensated as the provider’s own fault, since the user’s contract is with the provider. The procedure does not say.',
  }),
  decided('/id', { es: 'Nombre interno.', en: 'Internal name.' }),
  decided('/zone', {
    es: 'No consta en el procedimiento: la localidad está en la Zona Centro.',
    en: 'Not from the procedure: the place lies in the central zone.',
  }),
  decided('/language', {
    es: 'No consta en el procedimiento: está escrito en español.',
    en: 'Not from the procedure: it is written in Spanish.',
  }),
  decided('/folio/prefix', {
    es: 'No consta en el procedimiento: distingue los folios de cada proveedor.',
    en: 'Not from the procedure: tells the folios of providers apart.',
  }),
  decided('/areas', {
    es: 'No consta en el procedimiento: un área por cada fin de la canalización.',
    en: 'Not from the procedure: one area for each purpose of routing.',
  }),
  decided('/policy', {
    es: 'No consta en el procedimiento: NOM-184 y contratos registrados (bonificación de 20 %, fuerza mayor de 24 horas), reapertura de 20 días naturales, PROFECO como siguiente instancia.',
    en: 'Not from the procedure: NOM-184 and registered contracts (bonus of 20 %, force majeure of 24 hours), 20 calendar days to reopen, PROFECO as the next instance.',
  }),
  decided('/policy', {
    es: 'Elección de diseño, a favor del usuario: a lo que se le debe sólo renuncia el suscriptor, con su propia palabra, o quien acreditó facultad para ello; sus derechos sobre sus datos los ejerce él, o su madre, padre, tutor o apoderado acreditados. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: what is owed is waived by the subscriber, in their own words, or by who has proven the power to do so; rights over data are theirs, or those of a proven parent, guardian or attorney-in-fact. The procedure does not say.',
  }),
  decided('/policy', {
    es: 'Elección de diseño, a favor del usuario: lo que no acepta de una cancelación se resuelve en el mismo folio, y lo cobrado de más se devuelve con su bonificación. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: what they do not accept of a cancellation is ruled on under the same folio, and what was charged unduly is given back with its bonus. The procedure does not say.',
  }),
  decided('/nextInstanceContacts', {
    es: 'No consta en el procedimiento: Teléfono del Consumidor de la PROFECO y Concilianet, vistos en noviembre de 2026.',
    en: 'Not from the procedure: the consumer line of PROFECO and Concilianet, as looked at in November 2026.',
  }),
  decided('/policy/reopeningDays', {
    es: 'Elección de diseño, a favor del usuario: los días naturales para reabrir terminan al acabar el último, y ni lo que resuelve una autoridad ni la inconformidad con lo que cobró una cancelación tienen plazo. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: the calendar days to reopen end with the last of them, and neither what an authority resolves nor a dispute over what a cancellation charged has a term. The procedure does not say.',
  }),
  decided('/policy/lapseDays', {
    es: 'Elección de diseño, a favor del usuario: tiene diez días naturales para contestar o dar acceso antes de que su solicitud termine por falta de respuesta. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: ten calendar days to answer or to give access before a request lapses. The procedure does not say.',
  }),
  decided('/policy/visitWindowHours', {
    es: 'Elección de diseño, a favor del usuario: espera en casa durante toda la ventana de la visita, así que ésta no pasa de una jornada de doce horas. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user, who waits at home for the whole window of a visit: it lasts no longer than a day of twelve hours. The procedure does not say.',
  }),
  decided('/policy/reachAttempts', {
    es: 'Elección de diseño, a favor del usuario: la respuesta final se intenta en tres días distintos antes de cerrar por no localizarlo, y él conserva su derecho a reabrir. El procedimiento no lo dice.',
    en: 'A design choice in favour of the user: the final word is tried on three different days before closing because the user was not reached, who keeps the right to reopen. The procedure does not say.',
  }),
  decided('/businessCalendar', {
    es: 'No consta en el procedimiento: días hábiles de lunes a viernes, sin los descansos obligatorios de la ley, en el horario de atención.',
    en: 'Not from the procedure: business days are Monday to Friday, without the rest days of the law, at the hours of the desk.',
  }),
  decided('/policy/contract', {
    es: 'Se supone: no se conoce su contrato registrado. Se toma el plazo más estricto de los que se vieron (reparación en 24 horas, reconexión en 48, o 72 con visita).',
    en: 'Assumed: its registered contract is not known. The strictest of the terms that were seen is taken (repair in 24 hours, reconnection in 48, or 72 with a visit).',
  }),
  decided('/policy/separationOfDuties', {
    es: 'No consta en el procedimiento: quien repara no resuelve, para proteger al usuario. Un proveedor de una sola persona puede dejar constancia de la excepción (`recorded`).',
    en: 'Not from the procedure: whoever repairs does not rule, which protects the user. A provider of one person may have the exception recorded (`recorded`).',
  }),
];
