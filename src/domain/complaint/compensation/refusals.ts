import type { RefusalTable } from '../../kernel/refusal.js';

/** What can be wrong with an assessment, a grant or a credit. */
export const compensationRefusals = {
  'nothing-seems-due': {
    kind: 'rule',
    es: 'En {folio} nada parece deberse al usuario: no hay ausencia que razonar.',
    en: 'Nothing seems to be due to the user in {folio}: there is no absence to reason.',
  },
  'due-by-the-record': {
    kind: 'rule',
    es: 'Lo que consta en {folio} no admite la razón «{reason}»: corrija el registro u otorgue lo debido.',
    en: 'The record of {folio} does not allow the reason "{reason}": correct the record or grant what is due.',
  },
  'absence-not-reasoned': {
    kind: 'rule',
    es: 'Que nada se deba al usuario en {folio} debe razonarse.',
    en: 'That nothing is due to the user in {folio} must be reasoned.',
  },
  'less-than-charged': {
    kind: 'rule',
    es: 'Del cargo indebido de {folio} no puede devolverse menos de lo que consta: {charge} {currency}.',
    en: 'No less of the undue charge of {folio} may be refunded than is on record: {charge} {currency}.',
  },
  'charge-settled': {
    kind: 'rule',
    es: 'El cargo que se reclamó en {folio} ya se devolvió o se aclaró.',
    en: 'The charge complained of in {folio} has already been refunded or cleared up.',
  },
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
    es: 'No consta desde cuándo o hasta cuándo faltó el servicio de {folio}: indíquelo para calcular.',
    en: 'Since when or until when the service of {folio} failed is not on record: say so to assess it.',
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
  'already-granted': {
    kind: 'rule',
    es: 'La compensación de {folio} ya se otorgó.',
    en: 'The compensation of {folio} has already been granted.',
  },
  'same-goodwill': {
    kind: 'rule',
    es: 'Esa cortesía ya se otorgó en {folio}; otra del mismo importe se distingue por su referencia.',
    en: 'That goodwill has already been granted in {folio}; another one of the same amount is told apart by its reference.',
  },
} as const satisfies RefusalTable;
