import type { Instant } from '../../../domain/kernel/instant.js';
import {
  type DeadlinesCommands,
  type RecomputeReason,
  recomputeReasons,
} from '../../../domain/complaint/deadlines/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { listOf, moment, oneOf, whole } from './rules/values.js';

/** A deadline of the authorities, or of the provider, that was missed (O-33, I-24). */
export class RecordBreachDto extends CommandDto {
  @Field(reference) clock!: string;
  @Field(whole(1, 10_000)) cycle!: number;
  @Field(moment) dueAt!: Instant;
  /** `id@version`. */
  @Field(reference) policy!: string;
  /** `id@version`. */
  @Field(reference) calendar!: string;
}

export class WarnOfDeadlineDto extends RecordBreachDto {
  /** How much of the time had passed. */
  @Field(whole(1, 100)) percent!: number;
}

export class RecomputeClocksDto extends CommandDto {
  @Field(reference) policy!: string;
  @Field(whole(1, 1_000_000)) policyVersion!: number;
  /** Each `id@version`. */
  @Field(listOf(reference, 50)) calendars!: readonly string[];
  @Field(oneOf(recomputeReasons)) reason!: RecomputeReason;
}

export const deadlinesIntakes = {
  warnOfDeadline: intake(WarnOfDeadlineDto, (fields) => fields),
  recordBreach: intake(RecordBreachDto, (fields) => fields),
  recomputeClocks: intake(RecomputeClocksDto, (fields) => fields),
} satisfies Intakes<DeadlinesCommands>;
