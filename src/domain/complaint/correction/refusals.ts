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
} as const;
