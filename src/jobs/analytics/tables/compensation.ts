import type { Cell, CellType } from '../../../application/ports/table-file.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { Money } from '../../../domain/kernel/money.js';
import { partOf } from '../../../domain/complaint/compensation/uncredited.js';
import type { GrantPart } from '../../../domain/complaint/compensation/messages.js';
import { defineTable, type Column } from './define-table.js';
import type { Step, ToldComplaint } from './told-complaint.js';
import { complaintColumn } from './common.js';

/** An act about money of a complaint. */
export interface MoneyAct {
  readonly act: 'assessed' | 'granted' | 'corrected' | 'nothing-due' | 'credited' | 'credit-corrected';
  readonly step: Step;
  /** Whether what it grants still stands. */
  readonly holds: boolean;
  /** Which part of what is granted it is about; absent where it grants nothing. */
  readonly part?: GrantPart;
  readonly ground?: string | undefined;
  readonly refund?: Money;
  readonly bonus?: Money;
  readonly price?: Money;
  readonly periodDays?: number;
  readonly affected?: { readonly from: Instant; readonly to: Instant };
  readonly billingCutoff?: Instant | undefined;
}

const actOf = (step: Step): Omit<MoneyAct, 'step' | 'holds'> | undefined => {
  const { type, data } = step.event;
  switch (type) {
    case 'CompensationAssessed': {
      const { proportionalRefund: refund, bonus, price, periodDays, affected } = data;
      return { act: 'assessed', refund, bonus, price, periodDays, affected };
    }
    case 'CompensationGranted': {
      const { proportionalRefund: refund, bonus, reason: ground, billingCutoff } = data;
      return { act: 'granted', part: partOf(ground), refund, bonus, ground, billingCutoff };
    }
    case 'CompensationCorrected': {
      const { proportionalRefund: refund, bonus, ground } = data;
      const part = ground === undefined ? 'compensation' : partOf(ground);
      return { act: 'corrected', part, refund, bonus, ground };
    }
    case 'NothingDue':
      return { act: 'nothing-due', ground: data.reason };
    case 'CompensationCredited':
      return { act: 'credited', ground: data.reason };
    case 'CreditCorrected':
      return { act: 'credit-corrected', ground: data.of };
    default:
      return undefined;
  }
};

/**
 * The acts about money, in their order. A correction takes the place of all that its cycle had granted of the same part:
 * for the time without service, for an undue charge, or as goodwill.
 */
export const moneyActs = ({ steps }: Pick<ToldComplaint, 'steps'>): readonly MoneyAct[] => {
  const acts = steps.flatMap((step) => {
    const act = actOf(step);
    return act === undefined ? [] : [{ ...act, step }];
  });
  const isCorrected = (at: number, { part, step }: (typeof acts)[number]): boolean =>
    acts.some(
      (later, index) =>
        index > at && later.act === 'corrected' && later.part === part && later.step.cycle === step.cycle,
    );
  return acts.map((each, at) => ({ ...each, holds: each.part !== undefined && !isCorrected(at, each) }));
};

interface Row extends MoneyAct {
  readonly complaint: string;
}

const column = (
  [name, type]: readonly [string, CellType],
  es: string,
  en: string,
  of: (row: Row) => Cell | undefined,
): Column<Row> => ({ name, type, source: 'Compensation…, NothingDue, CreditCorrected', es, en, of });

const maybe = (...given: Parameters<typeof column>): Column<Row> => ({ ...column(...given), nullable: true });

const amount = (name: string, es: string, en: string, of: (row: Row) => Money | undefined): Column<Row> => ({
  ...maybe([name, 'integer'], es, en, (row) => of(row)?.amount),
  unit: 'minor',
});

export const compensation = defineTable<ToldComplaint, Row>({
  name: 'compensation',
  es: 'Cada acto sobre dinero: lo calculado, otorgado, corregido, acreditado, o que nada se debe',
  en: 'Each act about money: what was assessed, granted, corrected, credited, or that nothing is due',
  of: (told) => moneyActs(told).map((act) => ({ ...act, complaint: told.complaint })),
  columns: [
    complaintColumn(),
    column(
      ['revision', 'integer'],
      'Lugar del hecho en su solicitud',
      'Place of the event in its complaint',
      ({ step }) => step.event.revision,
    ),
    column(
      ['act', 'text'],
      'assessed, granted, corrected, nothing-due, credited o credit-corrected',
      'assessed, granted, corrected, nothing-due, credited or credit-corrected',
      ({ act }) => act,
    ),
    column(
      ['occurred_at', 'instant'],
      'Cuándo ocurrió',
      'When it happened',
      ({ step }) => step.event.occurredAt,
    ),
    column(['cycle', 'integer'], 'Ciclo en que fue', 'Cycle that it was in', ({ step }) => step.cycle),
    column(
      ['holds', 'boolean'],
      'Si lo que otorga sigue valiendo: la suma de éstos es lo otorgado',
      'Whether what it grants still stands: the sum of these is what was granted',
      ({ holds }) => holds,
    ),
    maybe(['ground', 'text'], 'Por qué, en código', 'Why, as a code', ({ ground }) => ground),
    amount(
      'refund_minor',
      'Devolución; de un cargo indebido, el cargo',
      'Refund; of an undue charge, the charge',
      ({ refund }) => refund,
    ),
    amount('bonus_minor', 'Bonificación', 'Bonus', ({ bonus }) => bonus),
    maybe(['currency', 'text'], 'Moneda (ISO 4217)', 'Currency (ISO 4217)', ({ refund }) => refund?.currency),
    amount(
      'price_minor',
      'Precio del periodo del que se calculó',
      'Price of the period that it was assessed from',
      ({ price }) => price,
    ),
    maybe(
      ['period_days', 'integer'],
      'Días de ese periodo',
      'Days of that period',
      ({ periodDays }) => periodDays,
    ),
    maybe(
      ['affected_from', 'instant'],
      'Desde cuándo se calculó',
      'From when it was assessed',
      ({ affected }) => affected?.from,
    ),
    maybe(['affected_to', 'instant'], 'Hasta cuándo', 'Until when', ({ affected }) => affected?.to),
    maybe(
      ['billing_cutoff', 'instant'],
      'Corte en que debe acreditarse',
      'Billing cut-off by which it is credited',
      ({ billingCutoff }) => billingCutoff,
    ),
  ],
});
