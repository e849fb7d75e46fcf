import type { Instant } from '../../../domain/kernel/instant.js';
import type { DiagnosisCommands } from '../../../domain/complaint/diagnosis/messages.js';
import { attributions, type Attribution } from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { optional } from './rules/rule.js';
import { code, contentHash, text } from './rules/texts.js';
import { listOf, moment, oneOf, yesOrNo } from './rules/values.js';

export class VerifyCauseDto extends CommandDto {
  @Field(listOf(code, 20)) causes!: readonly string[];
  @Field(yesOrNo) faultFound!: boolean;
  @Field(oneOf(attributions)) attribution!: Attribution;
  @Field(optional(moment)) affectedFrom?: Instant;
  @Field(optional(listOf(contentHash, 20))) evidence?: readonly string[];
  @Field(optional(text(4000))) explanation?: string;
}

export const diagnosisIntakes = {
  verifyCause: intake(VerifyCauseDto, (fields) => fields),
} satisfies Intakes<DiagnosisCommands>;
