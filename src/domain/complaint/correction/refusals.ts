/** Why a correction is refused. */
export const correctionRefusals = {
  'explanation-missing': {
    kind: 'rule',
    es: 'La corrección de {folio} debe explicar qué se registró mal o qué se supo después.',
    en: 'The correction of {folio} must explain what was recorded wrongly or learned later.',
  },
  'nothing-to-correct': {
    kind: 'rule',
    es: 'En {folio} no consta lo que se quiere corregir.',
    en: 'What is to be corrected is not recorded in {folio}.',
  },
  'not-of-this-outage': {
    kind: 'rule',
    es: 'La solicitud {folio} no está relacionada con la falla general «{outage}»; lo está con: {known}.',
    en: 'Request {folio} is not linked to the mass outage "{outage}"; it is linked to: {known}.',
  },
  'no-such-credit': {
    kind: 'not-found',
    es: 'En {folio} no hay ningún abono con el número {credit}; los números de sus abonos: {known}.',
    en: 'There is no credit of number {credit} in {folio}; the numbers of its credits: {known}.',
  },
  'no-such-delivery': {
    kind: 'not-found',
    es: 'En {folio} no hay ninguna entrega con el número {delivery}; los números de sus entregas: {known}.',
    en: 'There is no delivery of number {delivery} in {folio}; the numbers of its deliveries: {known}.',
  },
  'never-delivered': {
    kind: 'rule',
    es: 'La corrección de {folio} dice que no se entregó: no lleva aviso, medio ni fecha.',
    en: 'The correction of {folio} says that nothing was delivered: it has no notice, channel or date.',
  },
  'conciliation-not-named': {
    kind: 'rule',
    es: 'Diga cuál conciliación de {folio} se corrige: los números con que constan son: {known}.',
    en: 'Say which conciliation of {folio} is corrected: the numbers that they are recorded under are: {known}.',
  },
  'visit-times-do-not-fit': {
    kind: 'rule',
    es: 'Las horas que se dan de la visita {visit} no concuerdan: sólo la que se hizo tiene inicio, termina después de empezar, y el usuario no faltó antes de su horario, que empezaba el {from}.',
    en: 'The times given of visit {visit} do not fit: only one that took place has a beginning, it ends after that, and the user did not miss it before its window, which began at {from}.',
  },
  'never-credited': {
    kind: 'rule',
    es: 'La corrección de {folio} dice que nunca se acreditó: no lleva fecha ni estado de cuenta.',
    en: 'The correction of {folio} says that it was never credited: it has no date and no statement.',
  },
  'credited-before-granted': {
    kind: 'rule',
    es: 'En {folio} no pudo acreditarse ({creditedAt}) antes de otorgarse ({grantedAt}).',
    en: 'In {folio} it cannot have been credited ({creditedAt}) before it was granted ({grantedAt}).',
  },
} as const;
