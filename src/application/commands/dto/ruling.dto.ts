import type { RulingCommands, RulingEvents } from '../../../domain/complaint/ruling/messages.js';
import { rulings, type RulingOutcome } from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { outsideReference, reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, oneOf } from './rules/values.js';

type ConciliationOutcome = RulingEvents['ConciliationRecorded']['outcome'];

export class RuleDto extends CommandDto {
  @Field(oneOf(rulings)) outcome!: RulingOutcome;
  /** The clause of law or contract, as a reference: `NOM-184-SCFI-2018:5.1`. It stands in clear. */
  @Field(outsideReference) basis!: string;
  /** Blank reasons are refused by the ruling itself (I-08). */
  @Field(text(4000, { blank: true })) reasons!: string;
  @Field(optional(reference)) nextInstance?: string;
}

export class RecordConciliationDto extends CommandDto {
  @Field(anyOf<ConciliationOutcome>({ agreed: true, 'not-agreed': true, 'user-absent': true }))
  outcome!: ConciliationOutcome;
  @Field(optional(text(4000))) agreement?: string;
}

export const rulingIntakes = {
  rule: intake(RuleDto, (fields) => fields),
  recordConciliation: intake(RecordConciliationDto, (fields) => fields),
} satisfies Intakes<RulingCommands>;
