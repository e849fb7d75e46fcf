import type { AreaProfile, Label, PolicyProfile, Provenance } from './profile.js';

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
} as const satisfies Partial<PolicyProfile>;

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
  decided('/policy/separationOfDuties', {
    es: 'No consta en el procedimiento: quien repara no resuelve, para proteger al usuario. Un proveedor de una sola persona puede dejar constancia de la excepción (`recorded`).',
    en: 'Not from the procedure: whoever repairs does not rule, which protects the user. A provider of one person may have the exception recorded (`recorded`).',
  }),
];
