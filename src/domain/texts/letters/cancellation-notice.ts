import type { Instant } from '../../kernel/instant.js';
import type { Money } from '../../kernel/money.js';
import { written } from '../amounts.js';
import { datesIn } from '../dates.js';
import { letter, numberLine, subjectLine } from './letter.js';
import { whyThisWay } from './phrases.js';
import type { AboutRequest, Letter, Sending, Setting } from './setting.js';

/** What the notice of an executed cancellation tells (C-19). */
export interface CancellationNotice extends Omit<AboutRequest, 'kind'> {
  /** UTC instant from which nothing more is charged. */
  readonly effectiveAt: Instant;
  /** What the user still owes (positive) or is owed (negative); absent where it is not known. */
  readonly balance?: Money;
  /** It takes the place of an earlier notice, after a correction. */
  readonly replaces?: boolean;
  /** How it is sent (I-21). */
  readonly sending: Sending;
}

const wording = {
  es: {
    subject: 'Cancelación de su servicio',
    done: (received: string) => `Atendimos la solicitud de cancelación que recibimos el ${received}.`,
    effective: (when: string) =>
      `La cancelación surte efecto el ${when}. A partir de entonces no se le cobrará el servicio cancelado.`,
    replaces: 'Este aviso sustituye al anterior: vale lo que se dice aquí.',
    number: 'Éste es también el número de registro de la cancelación. Consérvelo.',
    owes: (amount: string) => `Saldo por pagar: ${amount}.`,
    owed: (amount: string) => `Saldo a su favor: ${amount}.`,
    settled: 'No queda ningún saldo pendiente.',
  },
  en: {
    subject: 'Cancellation of your service',
    done: (received: string) =>
      `We have carried out the cancellation request that we received on ${received}.`,
    effective: (when: string) =>
      `The cancellation takes effect on ${when}. From then on you will not be charged for the cancelled service.`,
    replaces: 'This notice takes the place of the earlier one: what it says holds.',
    number: 'This is also the registration number of the cancellation. Please keep it.',
    owes: (amount: string) => `Balance to pay: ${amount}.`,
    owed: (amount: string) => `Balance in your favour: ${amount}.`,
    settled: 'Nothing is left to pay.',
  },
} as const;

/** The cancellation, the date from which nothing is charged, and its number (O-06; Carta de derechos, 9). */
export const cancellationNotice = (setting: Setting, notice: CancellationNotice): Letter => {
  const { provider, language } = setting;
  const words = wording[language];
  const { moment } = datesIn(provider.zone, language);
  const balanceOf = ({ amount, currency }: Money) => {
    if (amount === 0) return words.settled;
    const due = written({ amount: Math.abs(amount), currency });
    return amount > 0 ? words.owes(due) : words.owed(due);
  };
  return letter(
    setting,
    subjectLine(setting, words.subject, notice.folio),
    notice.replaces === true ? words.replaces : undefined,
    words.done(moment(notice.receivedAt)),
    words.effective(moment(notice.effectiveAt)),
    `${numberLine(setting, notice.folio)}\n${words.number}`,
    notice.balance === undefined ? undefined : balanceOf(notice.balance),
    whyThisWay(notice.sending, setting),
  );
};
