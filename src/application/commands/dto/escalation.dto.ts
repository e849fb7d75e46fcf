import type { Instant } from '../../../domain/kernel/instant.js';
import type { EscalationCommands } from '../../../domain/complaint/escalation/messages.js';
import {
  escalationTriggers,
  type EscalationLevel,
  type EscalationTrigger,
} from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { outsideReference, reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { moment, oneOf } from './rules/values.js';

export class EscalateDto extends CommandDto {
  /** 1 supervisor, 2 competent area, 3 management, 4 external authority. */
  @Field(oneOf([1, 2, 3, 4])) level!: Exclude<EscalationLevel, 0>;
  @Field(oneOf(escalationTriggers)) trigger!: EscalationTrigger;
  @Field(reference) target!: string;
  @Field(optional(outsideReference)) externalReference?: string;
  @Field(optional(moment)) dueAt?: Instant;
  @Field(optional(text(4000))) explanation?: string;
}

export const escalationIntakes = {
  escalate: intake(EscalateDto, (fields) => fields),
} satisfies Intakes<EscalationCommands>;
