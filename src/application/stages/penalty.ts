import type { PenaltyCommands, PenaltyEvents } from '../../domain/complaint/penalty/messages.js';
import { type RulingOutcome, rulings } from '../../domain/complaint/vocabulary.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { ground, text } from '../commands/dto/rules/texts.js';
import { oneOf } from '../commands/dto/rules/values.js';
import { ChargeDto, plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class DisputePenaltyDto extends CommandDto {
  /** How much of it the user does not accept. */
  @Field(optional(nested(ChargeDto))) amount?: ChargeDto;
  @Field(text(4000)) statement!: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class RulePenaltyDto extends CommandDto {
  @Field(oneOf(rulings)) outcome!: RulingOutcome;
  /** The clause of law or contract, as a reference. It stands in clear. */
  @Field(ground) basis!: string;
  /** Blank reasons are refused by the ruling itself (I-08). */
  @Field(text(4000, { blank: true })) reasons!: string;
  /** How much of it was undue, where that is not all that the user disputes. */
  @Field(optional(nested(ChargeDto))) undueCharge?: ChargeDto;
  @Field(optional(reference)) nextInstance?: string;
}

export const penalty = defineStage<PenaltyEvents, PenaltyCommands>()({
  intakes: {
    disputePenalty: intake(DisputePenaltyDto, ({ amount, saidBy, ...fields }) => ({
      ...fields,
      ...(amount && { amount: plain(amount) }),
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    rulePenalty: intake(RulePenaltyDto, ({ undueCharge, ...fields }) => ({
      ...fields,
      ...(undueCharge && { undueCharge: plain(undueCharge) }),
    })),
  },
  events: {
    PenaltyDisputed: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario no aceptó la penalización o el saldo que cobró su cancelación.',
        en: 'The user did not accept the penalty or the balance that their cancellation charged.',
      },
      obligations: ['O-06', 'I-16'],
      fields: { amount: 'sometimes', saidBy: 'sometimes' },
    },
    PenaltyRuled: {
      ...asFirstReleased,
      meaning: {
        es: 'Se resolvió si es procedente la inconformidad con lo que cobró la cancelación.',
        en: 'It was ruled whether the user is right about what the cancellation charged.',
      },
      obligations: ['O-06', 'I-10', 'I-16'],
      fields: {
        outcome: 'always',
        undueCharge: 'sometimes',
        basis: 'always',
        nextInstance: 'sometimes',
        exception: 'sometimes',
      },
    },
  },
});
