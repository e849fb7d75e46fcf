import type { RulingCommands, RulingEvents } from '../../domain/complaint/ruling/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import {
  type ConciliationOutcome,
  conciliationOutcomes,
  type RulingOutcome,
  rulings,
} from '../../domain/complaint/vocabulary.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { ground, text } from '../commands/dto/rules/texts.js';
import { moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { ChargeDto, plain } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class RuleDto extends CommandDto {
  @Field(oneOf(rulings)) outcome!: RulingOutcome;
  /** The clause of law or contract, written out, or a ground of the vocabulary. It stands in clear. */
  @Field(ground) basis!: string;
  /** Blank reasons are refused by the ruling itself (I-08). */
  @Field(text(4000, { blank: true })) reasons!: string;
  /** How much was charged unduly, where it was. */
  @Field(optional(nested(ChargeDto))) undueCharge?: ChargeDto;
  @Field(optional(reference)) nextInstance?: string;
}

export class RecordConciliationDto extends CommandDto {
  @Field(oneOf(conciliationOutcomes)) outcome!: ConciliationOutcome;
  @Field(optional(text(4000))) agreement?: string;
  /** Until when what was agreed has to be carried out, where the agreement says so. */
  @Field(optional(moment)) dueAt?: Instant;
}

export class CarryOutAgreementDto extends CommandDto {
  /** Which of the conciliations that ended in an agreement, from 1; of several it has to be named. */
  @Field(optional(whole(1, 10_000))) conciliation?: number;
  @Field(optional(moment)) carriedOutAt?: Instant;
  /** What was done, for the user to read. */
  @Field(text(4000)) done!: string;
}

export const ruling = defineStage<RulingEvents, RulingCommands>()({
  intakes: {
    rule: intake(RuleDto, ({ undueCharge, ...fields }) => ({
      ...fields,
      ...(undueCharge && { undueCharge: plain(undueCharge) }),
    })),
    recordConciliation: intake(RecordConciliationDto, (fields) => fields),
    carryOutAgreement: intake(CarryOutAgreementDto, (fields, at) => ({
      ...fields,
      carriedOutAt: fields.carriedOutAt ?? at,
    })),
  },
  events: {
    Ruled: {
      ...asFirstReleased,
      meaning: {
        es: 'Se resolvió la procedencia o improcedencia, con sus razones.',
        en: 'It was ruled upheld or dismissed, with reasons.',
      },
      obligations: ['O-25', 'O-21', 'O-33', 'I-08', 'I-10'],
      fields: {
        outcome: 'always',
        basis: 'always',
        undueCharge: 'sometimes',
        refundedBefore: 'sometimes',
        cause: 'always',
        policy: 'always',
        policyVersion: 'always',
        nextInstance: 'sometimes',
        exception: 'sometimes',
      },
    },
    ConciliationRecorded: {
      ...asFirstReleased,
      meaning: {
        es: 'Quedó constancia del resultado de una conciliación.',
        en: 'The outcome of a conciliation was recorded.',
      },
      obligations: ['O-32'],
      fields: { outcome: 'always', dueAt: 'sometimes' },
    },
    AgreementCarriedOut: {
      ...asFirstReleased,
      meaning: {
        es: 'Se cumplió lo que se acordó con el usuario en una conciliación.',
        en: 'What was agreed with the user in a conciliation was carried out.',
      },
      obligations: ['O-32'],
      fields: { conciliation: 'always', carriedOutAt: 'always' },
    },
  },
});
