import {
  creditedFor,
  grantReasons,
  nothingDueReasons,
  type CompensationCommands,
  type CompensationEvents,
  type CreditedFor,
  type GrantReason,
  type NothingDueReason,
} from '../../domain/complaint/compensation/messages.js';
import { owed, type Owed } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { outsideReference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { text } from '../commands/dto/rules/texts.js';
import { moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { MoneyDto, plain } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class AssessCompensationDto extends CommandDto {
  @Field(optional(nested(MoneyDto))) price?: MoneyDto;
  @Field(optional(whole(1, 3660))) periodDays?: number;
  @Field(optional(moment)) from?: Instant;
  @Field(optional(moment)) to?: Instant;
}

export class GrantCompensationDto extends CommandDto {
  @Field(nested(MoneyDto)) proportionalRefund!: MoneyDto;
  @Field(nested(MoneyDto)) bonus!: MoneyDto;
  @Field(oneOf(grantReasons)) reason!: GrantReason;
  @Field(optional(moment)) billingCutoff?: Instant;
  @Field(optional(outsideReference)) reference?: string;
}

export class DeclareNothingDueDto extends CommandDto {
  @Field(oneOf(owed)) of!: Owed;
  @Field(oneOf(nothingDueReasons)) reason!: NothingDueReason;
  @Field(text(4000)) explanation!: string;
}

export class CreditCompensationDto extends CommandDto {
  @Field(optional(moment)) creditedAt?: Instant;
  @Field(optional(outsideReference)) statement?: string;
  @Field(optional(oneOf(creditedFor))) reason?: CreditedFor;
}

export const compensation = defineStage<CompensationEvents, CompensationCommands>()({
  intakes: {
    assessCompensation: intake(AssessCompensationDto, ({ price, ...fields }) => ({
      ...fields,
      ...(price && { price: plain(price) }),
    })),
    grantCompensation: intake(GrantCompensationDto, ({ proportionalRefund, bonus, ...fields }) => ({
      ...fields,
      proportionalRefund: plain(proportionalRefund),
      bonus: plain(bonus),
    })),
    declareNothingDue: intake(DeclareNothingDueDto, (fields) => fields),
    creditCompensation: intake(CreditCompensationDto, (fields, at) => ({
      ...fields,
      creditedAt: fields.creditedAt ?? at,
    })),
  },
  events: {
    CompensationAssessed: {
      ...asFirstReleased,
      meaning: {
        es: 'Se calculó lo que corresponde por regla.',
        en: 'What is due by the rule was assessed.',
      },
      obligations: ['I-16'],
      fields: {
        proportionalRefund: 'always',
        bonus: 'always',
        affected: 'always',
        price: 'always',
        periodDays: 'always',
      },
    },
    CompensationGranted: {
      ...asFirstReleased,
      meaning: {
        es: 'Se otorgó la compensación.',
        en: 'Compensation was granted.',
      },
      obligations: ['I-16'],
      fields: {
        proportionalRefund: 'always',
        bonus: 'always',
        reason: 'always',
        billingCutoff: 'sometimes',
        reference: 'sometimes',
      },
    },
    NothingDue: {
      ...asFirstReleased,
      meaning: {
        es: 'Se razonó que nada se debe al usuario.',
        en: 'It was said, with reasons, that nothing is due to the user.',
      },
      obligations: ['I-16'],
      fields: { of: 'always', reason: 'always' },
    },
    CompensationCredited: {
      ...asFirstReleased,
      meaning: {
        es: 'La compensación se acreditó en la cuenta.',
        en: 'The compensation was credited.',
      },
      obligations: ['I-16'],
      fields: { creditedAt: 'always', statement: 'sometimes', reason: 'sometimes' },
    },
  },
});
