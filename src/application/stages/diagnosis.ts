import type { DiagnosisCommands, DiagnosisEvents } from '../../domain/complaint/diagnosis/messages.js';
import { type Attribution, attributions } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { intake } from '../commands/dto/intake.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, contentHash, text } from '../commands/dto/rules/texts.js';
import { listOf, moment, oneOf, yesOrNo } from '../commands/dto/rules/values.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class VerifyCauseDto extends CommandDto {
  @Field(listOf(code, 20)) causes!: readonly string[];
  @Field(yesOrNo) faultFound!: boolean;
  @Field(oneOf(attributions)) attribution!: Attribution;
  @Field(optional(moment)) affectedFrom?: Instant;
  @Field(optional(listOf(contentHash, 20))) evidence?: readonly string[];
  @Field(optional(text(4000))) explanation?: string;
  /** For the user: in their history, certificate and notice. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
}

export const diagnosis = defineStage<DiagnosisEvents, DiagnosisCommands>()({
  intakes: {
    verifyCause: intake(VerifyCauseDto, (fields) => fields),
  },
  events: {
    CauseVerified: {
      ...asFirstReleased,
      meaning: {
        es: 'Se verificaron las causas, o que no hubo falla.',
        en: 'The causes were verified, or that there was no fault.',
      },
      obligations: ['O-19', 'I-06'],
      fields: {
        causes: 'always',
        faultFound: 'always',
        attribution: 'always',
        affectedFrom: 'sometimes',
        evidence: 'sometimes',
      },
    },
  },
});
