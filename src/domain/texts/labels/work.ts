import type { ComplaintEvents } from '../../complaint/events.js';
import type { HoldReason, StatementKind } from '../../complaint/follow-up/messages.js';
import type { PauseReason } from '../../complaint/pause-reasons.js';
import type { VisitPurpose } from '../../complaint/visit/messages.js';
import type { Attribution, VisitFailure } from '../../complaint/vocabulary.js';
import type { Labels } from '../language.js';

/** What people read for whom a cause is put down to. */
export const attributionLabels: Labels<Attribution> = {
  provider: { es: 'imputable al proveedor', en: 'attributable to the provider' },
  user: { es: 'imputable al usuario', en: 'attributable to the user' },
  'third-party': { es: 'imputable a un tercero', en: 'attributable to a third party' },
  'force-majeure': { es: 'caso fortuito o fuerza mayor', en: 'force majeure' },
  none: { es: 'no imputable a nadie', en: 'attributable to nobody' },
};

/** What people read for what a user said by themselves. */
export const statementLabels: Labels<StatementKind> = {
  'further-words': { es: 'amplió lo que había dicho', en: 'said more about it' },
  'second-report': { es: 'reportó lo mismo otra vez', en: 'reported the same again' },
};

/** What people read for what is being waited for. */
export const holdLabels: Labels<HoldReason> = {
  'third-party': { es: 'en espera de un tercero', en: 'waiting for a third party' },
  supplier: { es: 'en espera de un proveedor externo', en: 'waiting for a supplier' },
  crew: { es: 'en espera de una cuadrilla', en: 'waiting for a crew' },
  parts: { es: 'en espera de refacciones', en: 'waiting for parts' },
  'force-majeure': { es: 'caso fortuito o fuerza mayor', en: 'force majeure' },
  'authority-extension': { es: 'prórroga de una autoridad', en: 'extension granted by an authority' },
  other: { es: 'otra razón', en: 'another reason' },
};

/** What people read for why a clock does not run. */
export const pauseLabels: Labels<PauseReason> = {
  'information-requested': { es: 'información pedida al usuario', en: 'information asked of the user' },
  'user-absent': { es: 'usuario ausente en la visita', en: 'user absent at the visit' },
  'no-access': { es: 'sin acceso en la visita', en: 'no access at the visit' },
  'refused-entry': { es: 'el usuario no permitió la entrada', en: 'the user refused entry' },
  'later-appointment': {
    es: 'cita posterior a petición del usuario',
    en: 'later appointment at the wish of the user',
  },
  'authority-extension': { es: 'prórroga de una autoridad', en: 'extension granted by an authority' },
  'force-majeure': { es: 'caso fortuito o fuerza mayor', en: 'force majeure' },
};

/** What users read for what a visit is for. */
export const visitPurposeLabels: Labels<VisitPurpose> = {
  inspection: { es: 'revisión', en: 'inspection' },
  repair: { es: 'reparación', en: 'repair' },
  equipment: { es: 'entrega o retiro de equipo', en: 'delivery or pick-up of equipment' },
  explanation: { es: 'explicación', en: 'explanation' },
};

/** What people read for why a visit failed. */
export const visitFailureLabels: Labels<VisitFailure> = {
  'user-absent': { es: 'usuario ausente', en: 'user absent' },
  'no-access': { es: 'sin acceso al domicilio', en: 'no access to the home' },
  'refused-entry': { es: 'el usuario no permitió la entrada', en: 'the user refused entry' },
  'provider-missed': { es: 'el proveedor no acudió', en: 'the provider did not come' },
  weather: { es: 'mal tiempo', en: 'weather' },
  safety: { es: 'falta de seguridad', en: 'safety' },
};

/** What people read for what came of a repair. */
export const repairReportLabels: Labels<ComplaintEvents['RepairReported']['outcome']> = {
  repaired: { es: 'falla corregida', en: 'fault corrected' },
  'no-repair-needed': { es: 'no hizo falta reparar', en: 'no repair needed' },
  'not-ours': {
    es: 'la falla está en el equipo o la instalación del usuario',
    en: "the fault is in the user's own equipment or wiring",
  },
  'repair-impossible': { es: 'reparación imposible', en: 'repair impossible' },
};

/** What people read for who confirmed that the service is back. */
export const confirmationLabels: Labels<ComplaintEvents['RestorationConfirmed']['by']> = {
  user: { es: 'lo confirmó el usuario', en: 'the user confirmed it' },
  measurement: { es: 'lo confirmó una medición', en: 'a measurement confirmed it' },
};
