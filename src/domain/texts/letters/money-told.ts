import type { MoneyTold } from '../../complaint/compensation/messages.js';
import type { Instant } from '../../kernel/instant.js';
import { sumOf, written } from '../amounts.js';
import { datesIn } from '../dates.js';
import { finalWording, type Crediting } from './final-wording.js';
import type { Setting } from './setting.js';

/** The sentences about money of a notice: each amount, the total, and the billing cut-off by which it is credited. */
export const moneySentences = (
  { compensation, goodwill, undueCharge }: MoneyTold,
  { provider, language, to }: Setting,
): readonly (string | undefined)[] => {
  const words = finalWording[language];
  const { day } = datesIn(provider.zone, language);
  const by = (cutoff: Instant | undefined): Crediting => ({
    by: cutoff === undefined ? undefined : day(cutoff),
    isTheirs: to.part === 'subscriber',
  });
  return [
    compensation &&
      words.compensation(
        written(compensation.proportionalRefund),
        written(compensation.bonus),
        written(sumOf(compensation.proportionalRefund, compensation.bonus)),
        by(compensation.billingCutoff),
      ),
    goodwill &&
      words.goodwill(written(sumOf(goodwill.proportionalRefund, goodwill.bonus)), by(goodwill.billingCutoff)),
    undueCharge &&
      words.undueCharge(
        written(undueCharge.charge),
        written(undueCharge.bonus),
        written(sumOf(undueCharge.charge, undueCharge.bonus)),
        by(undueCharge.billingCutoff),
      ),
  ];
};
