import type { ComplaintEvents } from '../../complaint/events.js';
import type { CorrectionReason } from '../../complaint/correction/messages.js';
import type { Restoration, RulingOutcome } from '../../complaint/vocabulary.js';
import type { Labels } from '../language.js';

/** *Procedencia o improcedencia* (O-25): the two words that the user is told, never translated away in Spanish. */
export const rulingLabels: Labels<RulingOutcome> = {
  upheld: { es: 'procedente', en: 'upheld' },
  dismissed: { es: 'improcedente', en: 'dismissed' },
};

/** What users read for what became of the service. */
export const restorationLabels: Labels<Restoration> = {
  confirmed: { es: 'servicio restablecido', en: 'service restored' },
  impossible: { es: 'no es posible restablecer el servicio', en: 'the service cannot be restored' },
  'not-ours': {
    es: 'la falla está fuera de la parte del proveedor',
    en: "the fault is outside the provider's part",
  },
  'not-needed': { es: 'no hizo falta restablecer el servicio', en: 'nothing had to be restored' },
  'not-applicable': { es: 'no aplica', en: 'not applicable' },
};

/** What people read for what came of an answer. */
export const answerLabels: Labels<ComplaintEvents['AnswerProvided']['outcome']> = {
  answered: { es: 'contestada', en: 'answered' },
  acknowledged: { es: 'agradecida', en: 'acknowledged' },
  done: { es: 'realizada', en: 'done' },
  'not-possible': { es: 'no fue posible', en: 'not possible' },
};

/** What people read for why what was recorded is corrected. */
export const correctionLabels: Labels<CorrectionReason> = {
  'recorded-wrongly': { es: 'se había registrado mal', en: 'it had been recorded wrongly' },
  'learned-later': { es: 'se supo después', en: 'it was learned later' },
};

/** What people read for what came of a conciliation. */
export const conciliationLabels: Labels<ComplaintEvents['ConciliationRecorded']['outcome']> = {
  agreed: { es: 'hubo acuerdo', en: 'agreement' },
  'not-agreed': { es: 'no hubo acuerdo', en: 'no agreement' },
  'user-absent': { es: 'el usuario no asistió', en: 'the user did not attend' },
};

/** What people read for how a proceeding before an authority ended. */
export const authorityOutcomeLabels: Labels<ComplaintEvents['AuthorityResolved']['outcome']> = {
  agreement: { es: 'hubo convenio', en: 'agreement' },
  'for-user': { es: 'a favor del usuario', en: 'for the user' },
  'for-provider': { es: 'a favor del proveedor', en: 'for the provider' },
  withdrawn: { es: 'desistimiento', en: 'withdrawn' },
  'no-jurisdiction': { es: 'incompetencia de la autoridad', en: 'no jurisdiction' },
};

/** What users read for why something is compensated. */
export const compensationLabels: Labels<ComplaintEvents['CompensationGranted']['reason']> = {
  'attributable-to-provider': {
    es: 'por causa imputable al proveedor',
    en: 'for a cause attributable to the provider',
  },
  'force-majeure': { es: 'por caso fortuito o fuerza mayor', en: 'for force majeure' },
  'undue-charge': { es: 'por cargo indebido', en: 'for an undue charge' },
  goodwill: { es: 'como cortesía', en: 'as goodwill' },
};

/** What users read for why nothing is due. */
export const nothingDueLabels: Labels<ComplaintEvents['NothingDue']['reason']> = {
  'service-not-affected': { es: 'el servicio no se vio afectado', en: 'the service was not affected' },
  'nothing-paid': { es: 'nada se paga por el servicio', en: 'nothing is paid for the service' },
  'no-undue-charge': { es: 'no hubo ningún cargo indebido', en: 'there was no undue charge' },
  'already-refunded': { es: 'el cargo ya se había devuelto', en: 'the charge had been refunded before' },
};

/** What people read for why something did not reach the user. */
export const deliveryFailureLabels: Labels<ComplaintEvents['NotificationFailed']['reason']> = {
  bounced: { es: 'el mensaje fue devuelto', en: 'it bounced' },
  unreachable: { es: 'no se localizó al usuario', en: 'the user could not be reached' },
  refused: { es: 'no fue recibido', en: 'it was refused' },
  other: { es: 'otra razón', en: 'another reason' },
};

/** What people read for the rights over personal data (ARCO). */
export const arcoLabels: Labels<ComplaintEvents['ArcoRequested']['right']> = {
  access: { es: 'acceso', en: 'access' },
  rectification: { es: 'rectificación', en: 'rectification' },
  cancellation: { es: 'cancelación', en: 'cancellation' },
  opposition: { es: 'oposición', en: 'opposition' },
};

/** What people read for how a request over personal data was answered. */
export const arcoOutcomeLabels: Labels<ComplaintEvents['ArcoAnswered']['outcome']> = {
  granted: { es: 'procede', en: 'granted' },
  refused: { es: 'no procede', en: 'refused' },
  'asked-for-more': { es: 'falta información', en: 'something is lacking' },
};
