import type { RefusalTable } from '../../kernel/refusal.js';

/** What can be wrong with an act before an authority, a legal hold or a right over data. */
export const authorityRefusals = {
  'proceeding-known': {
    kind: 'rule',
    es: 'El expediente {reference} ya consta en esta solicitud.',
    en: 'File {reference} is already part of this request.',
  },
  'authority-not-named': {
    kind: 'rule',
    es: 'El expediente {reference} es de varias autoridades en esta solicitud ({authorities}): diga de cuál.',
    en: 'File {reference} is of several authorities in this request ({authorities}): name one.',
  },
  'no-such-proceeding': {
    kind: 'not-found',
    es: 'El expediente {reference} no consta en esta solicitud.',
    en: 'File {reference} is not part of this request.',
  },
  'no-such-requirement': {
    kind: 'not-found',
    es: 'El expediente {reference} no tiene un requerimiento número {requirement} por responder.',
    en: 'File {reference} has no requirement number {requirement} to answer.',
  },
  'no-hearing': {
    kind: 'rule',
    es: 'El expediente {reference} no tiene ninguna audiencia fijada.',
    en: 'File {reference} has no hearing fixed.',
  },
  'nothing-to-carry-out': {
    kind: 'rule',
    es: 'Del expediente {reference} no queda por cumplir ninguna resolución ni acuerdo a favor del usuario.',
    en: 'No resolution or agreement in favour of the user is left to carry out of file {reference}.',
  },
  'capacity-without-data-rights': {
    kind: 'forbidden',
    es: 'En {folio}, los derechos sobre los datos personales los ejerce su titular, o quien acreditó ser su padre, madre o tutor, o su apoderado; no quien actúa como {capacity}.',
    en: 'In {folio} the rights over personal data are exercised by their owner, a proven parent, guardian or attorney-in-fact; not by one who acts as {capacity}.',
  },
  'no-arco-to-answer': {
    kind: 'rule',
    es: 'En {folio} no queda por responder esa solicitud sobre datos personales, o falta decir cuál; por responder: {open}.',
    en: 'In {folio} that request over personal data is not left to answer, or it was not said which; left to answer: {open}.',
  },
  'arco-reasons-missing': {
    kind: 'rule',
    es: 'En {folio} debe decirse al usuario por qué no procede lo que pidió sobre sus datos, o qué falta.',
    en: 'In {folio} the user is to be told why what they asked of their data is refused, or what is lacking.',
  },
  'no-such-hold': {
    kind: 'not-found',
    es: 'Ninguna conservación legal «{hold}» pesa sobre esta solicitud.',
    en: 'No legal hold "{hold}" stands on this request.',
  },
} as const satisfies RefusalTable;
