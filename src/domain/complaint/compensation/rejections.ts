import type { RefusalTable } from '../../kernel/refusal.js';

export const compensationRejections = {
  'compensation-not-due': {
    kind: 'rule',
    es: 'En {folio} no procede compensar por esa causa ({attribution}).',
    en: 'No compensation is due in {folio} for that cause ({attribution}).',
  },
  'price-unknown': {
    kind: 'rule',
    es: 'Para calcular la compensación de {folio} faltan el precio o los días que cubre.',
    en: 'The price, or the days it covers, are missing to assess the compensation of {folio}.',
  },
  'affected-period-open': {
    kind: 'rule',
    es: 'El servicio de {folio} aún no se restablece: indique hasta cuándo se calcula.',
    en: 'The service of {folio} is not restored yet: say until when it is assessed.',
  },
  'shorter-than-affected': {
    kind: 'rule',
    es: 'El periodo calculado para {folio} es menor que el periodo de afectación verificado.',
    en: 'The period assessed for {folio} is shorter than the affected period that was verified.',
  },
  'no-amount-follows': {
    kind: 'rule',
    es: 'Con ese precio y ese periodo no resulta ningún importe para {folio}.',
    en: 'No amount follows from that price and that period for {folio}.',
  },
  'not-assessed': {
    kind: 'rule',
    es: 'La compensación de {folio} debe calcularse antes de otorgarse.',
    en: 'The compensation of {folio} must be assessed before it is granted.',
  },
  'less-than-assessed': {
    kind: 'rule',
    es: 'No puede otorgarse menos de lo calculado: {refund} más {bonus} (unidades menores, {currency}).',
    en: 'No less than assessed may be granted: {refund} plus {bonus} (minor units, {currency}).',
  },
  'bonus-too-small': {
    kind: 'rule',
    es: 'La bonificación no puede ser menor al {bonusPercent} % de lo devuelto.',
    en: 'The bonus may not be less than {bonusPercent} % of the refund.',
  },
  'already-granted': {
    kind: 'rule',
    es: 'La compensación de {folio} ya se otorgó.',
    en: 'The compensation of {folio} has already been granted.',
  },
  'nothing-granted': {
    kind: 'rule',
    es: 'En {folio} no hay ninguna compensación otorgada por acreditar.',
    en: 'There is no granted compensation to credit in {folio}.',
  },
  'compensation-not-granted': {
    kind: 'rule',
    es: 'No puede cerrarse {folio} sin otorgar la compensación que corresponde al usuario.',
    en: 'Request {folio} may not be closed before the compensation due to the user is granted.',
  },
} as const satisfies RefusalTable;
