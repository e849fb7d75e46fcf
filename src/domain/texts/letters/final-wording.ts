import { counted } from '../counted.js';
import type { Bilingual } from '../language.js';
import { sentence } from '../plain-text.js';

/** Where and by when an amount is credited. */
export interface Crediting {
  /** The billing cut-off, where it was told. */
  readonly by: string | undefined;
  /** True where the account is that of the person who is written to. */
  readonly isTheirs: boolean;
}

/** The sentences of the final notice. */
export interface FinalWording {
  readonly subject: (request: string) => string;
  readonly opening: (request: string, receivedAt: string) => string;
  readonly replaces: (sentAt: string) => string;
  readonly causes: (named: string) => string;
  readonly ruling: (request: string, outcome: string) => string;
  readonly basis: (basis: string) => string;
  readonly reasons: string;
  readonly confirmed: (restoredAt: string | undefined) => string;
  readonly impossible: string;
  readonly offer: Readonly<Record<'compensation' | 'cancellation', string>>;
  readonly notOurs: string;
  readonly notNeeded: string;
  readonly notApplicable: string;
  readonly compensation: (refund: string, bonus: string, total: string, crediting: Crediting) => string;
  readonly goodwill: (total: string, crediting: Crediting) => string;
  readonly undueCharge: (charge: string, bonus: string, total: string, crediting: Crediting) => string;
  readonly nextInstance: (name: string) => string;
  readonly reopening: (days: number | null) => string;
}

/** When an amount is seen in the account, and that nothing need be done for it. */
const credited: Bilingual<(crediting: Crediting) => string> = {
  es: ({ by, isTheirs }) => {
    const done = isTheirs ? 'No necesita hacer ningún trámite.' : 'No hace falta ningún trámite.';
    if (by === undefined) return ` ${done}`;
    return isTheirs
      ? ` Se reflejará a más tardar en su fecha de corte del ${by}. ${done}`
      : ` Se reflejará en la cuenta del suscriptor a más tardar en la fecha de corte del ${by}. ${done}`;
  },
  en: ({ by, isTheirs }) => {
    const done = isTheirs ? 'You need not do anything.' : 'Nothing need be done for it.';
    if (by === undefined) return ` ${done}`;
    return isTheirs
      ? ` You will see it by your billing cut-off of ${by} at the latest. ${done}`
      : ` The subscriber's account will show it by the billing cut-off of ${by} at the latest. ${done}`;
  },
};

/** Up to when a request may be reopened; of no days the day of the closing itself is left. */
const reopenedWithin: Bilingual<(days: number) => string> = {
  es: (days) =>
    days === 0
      ? 'el mismo día de su'
      : `durante ${days === 1 ? 'el día natural siguiente' : `los ${days} días naturales siguientes`} a su`,
  en: (days) =>
    days === 0 ? 'on the day of' : `within ${counted(days, 'calendar day', 'calendar days')} of`,
};

export const finalWording: Bilingual<FinalWording> = {
  es: {
    subject: (request) => `Resultado de ${request}`,
    opening: (request, receivedAt) =>
      `Le informamos el resultado de ${request}, que recibimos el ${receivedAt}.`,
    replaces: (sentAt) => `Este aviso sustituye al que le enviamos el ${sentAt}: vale lo que se dice aquí.`,
    causes: (named) => sentence(`Causas: ${named === '' ? 'no hay ninguna registrada' : named}`),
    ruling: (request, outcome) => `Resolución: ${request} es ${outcome}.`,
    basis: (basis) => sentence(`Fundamento: ${basis}`),
    reasons: 'Razones:',
    confirmed: (restoredAt) =>
      restoredAt === undefined
        ? 'Restablecimiento: confirmamos que el servicio quedó restablecido.'
        : `Restablecimiento: confirmamos que el servicio quedó restablecido el ${restoredAt}.`,
    impossible: 'Restablecimiento: no es posible restablecer el servicio, por lo siguiente:',
    offer: {
      compensation: 'Por ello le ofrecemos una compensación.',
      cancellation: 'Por ello le ofrecemos cancelar el servicio.',
    },
    notOurs:
      'Restablecimiento: el servicio que prestamos funciona. La falla está en el equipo o la instalación propios del usuario, que no son parte del servicio; por eso no nos corresponde repararla.',
    notNeeded:
      'Restablecimiento: no se encontró ninguna falla, por lo que no hizo falta reparar el servicio.',
    notApplicable:
      'Restablecimiento: no aplica, porque su solicitud no trata de una interrupción del servicio.',
    compensation: (refund, bonus, total, crediting) =>
      `Compensación: una devolución proporcional de ${refund} y una bonificación de ${bonus}; en total ${total}.${credited.es(crediting)}`,
    goodwill: (total, crediting) =>
      `Cortesía: ${crediting.isTheirs ? 'le otorgamos' : 'otorgamos al suscriptor'} ${total}.${credited.es(crediting)}`,
    undueCharge: (charge, bonus, total, crediting) =>
      `Cargo indebido: ${crediting.isTheirs ? 'le devolvemos' : 'devolvemos al suscriptor'} el cargo de ${charge}, más una bonificación de ${bonus}; en total ${total}.${credited.es(crediting)}`,
    nextInstance: (name) =>
      sentence(
        `Si no está de acuerdo con esta resolución, puede acudir, dentro del plazo que marca la ley, a: ${name}`,
      ),
    reopening: (days) =>
      days === null
        ? 'Si el problema continúa, puede pedir que se reabra su solicitud con el mismo número.'
        : `Si el problema continúa, puede pedir que se reabra su solicitud con el mismo número ${reopenedWithin.es(days)} cierre.`,
  },
  en: {
    subject: (request) => `Outcome of ${request}`,
    opening: (request, receivedAt) =>
      `This is the outcome of ${request}, which we received on ${receivedAt}.`,
    replaces: (sentAt) =>
      `This notice takes the place of the one we sent you on ${sentAt}: what it says holds.`,
    causes: (named) => sentence(`Causes: ${named === '' ? 'none is recorded' : named}`),
    ruling: (request, outcome) => `Ruling: ${request} is ${outcome}.`,
    basis: (basis) => sentence(`Basis: ${basis}`),
    reasons: 'Reasons:',
    confirmed: (restoredAt) =>
      restoredAt === undefined
        ? 'Restoration: we confirm that the service is restored.'
        : `Restoration: we confirm that the service was restored on ${restoredAt}.`,
    impossible: 'Restoration: the service cannot be restored, for this reason:',
    offer: {
      compensation: 'We therefore offer you compensation.',
      cancellation: 'We therefore offer to cancel the service.',
    },
    notOurs:
      "Restoration: the service that we provide works. The fault is in the user's own equipment or wiring, which is not part of the service; it is therefore not ours to repair.",
    notNeeded: 'Restoration: no fault was found, so nothing had to be repaired.',
    notApplicable:
      'Restoration: not applicable, because your request is not about an interruption of the service.',
    compensation: (refund, bonus, total, crediting) =>
      `Compensation: a proportional refund of ${refund} and a bonus of ${bonus}; ${total} in total.${credited.en(crediting)}`,
    goodwill: (total, crediting) =>
      `Goodwill: we grant ${crediting.isTheirs ? 'you' : 'the subscriber'} ${total}.${credited.en(crediting)}`,
    undueCharge: (charge, bonus, total, crediting) =>
      `Undue charge: we refund ${crediting.isTheirs ? '' : 'the subscriber '}the charge of ${charge}, with a bonus of ${bonus} on top; ${total} in total.${credited.en(crediting)}`,
    nextInstance: (name) =>
      sentence(`If you do not agree with this ruling, you may turn, within the term of the law, to: ${name}`),
    reopening: (days) =>
      days === null
        ? 'If the problem persists, you may ask to have your request reopened under the same number.'
        : `If the problem persists, you may ask to have your request reopened under the same number ${reopenedWithin.en(days)} its closing.`,
  },
};
