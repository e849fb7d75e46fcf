import type { Instant } from '../../../domain/kernel/instant.js';
import type {
  CompensationCommands,
  CompensationEvents,
} from '../../../domain/complaint/compensation/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { nested } from './hydrate.js';
import { intake, type Intakes } from './intake.js';
import { outsideReference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { anyOf, moment, whole } from './rules/values.js';
import { MoneyDto, plain } from './shapes.dto.js';

type GrantReason = CompensationEvents['CompensationGranted']['reason'];

export class AssessCompensationDto extends CommandDto {
  @Field(optional(nested(MoneyDto))) price?: MoneyDto;
  @Field(optional(whole(1, 3660))) periodDays?: number;
  @Field(optional(moment)) from?: Instant;
  @Field(optional(moment)) to?: Instant;
}

export class GrantCompensationDto extends CommandDto {
  @Field(nested(MoneyDto)) proportionalRefund!: MoneyDto;
  @Field(nested(MoneyDto)) bonus!: MoneyDto;
  @Field(
    anyOf<GrantReason>({
      'attributable-to-provider': true,
      'force-majeure': true,
      'undue-charge': true,
      goodwill: true,
    }),
  )
  reason!: GrantReason;
  @Field(optional(moment)) billingCutoff?: Instant;
}

export class CreditCompensationDto extends CommandDto {
  @Field(optional(moment)) creditedAt?: Instant;
  @Field(optional(outsideReference)) statement?: string;
}

export const compensationIntakes = {
  assessCompensation: intake(AssessCompensationDto, ({ price, ...fields }) => ({
    ...fields,
    ...(price && { price: plain(price) }),
  })),
  grantCompensation: intake(GrantCompensationDto, ({ proportionalRefund, bonus, ...fields }) => ({
    ...fields,
    proportionalRefund: plain(proportionalRefund),
    bonus: plain(bonus),
  })),
  creditCompensation: intake(CreditCompensationDto, (fields, at) => ({
    ...fields,
    creditedAt: fields.creditedAt ?? at,
  })),
} satisfies Intakes<CompensationCommands>;
