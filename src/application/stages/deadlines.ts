import {
  type DeadlinesCommands,
  type DeadlinesEvents,
  type AlertedAct,
  alertedActs,
  type RecomputeReason,
  recomputeReasons,
} from '../../domain/complaint/deadlines/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { intake } from '../commands/dto/intake.js';
import { reference, versionReference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { listOf, moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

/** A deadline of the authorities, or of the provider, that was missed (O-33, I-24). */
export class RecordBreachDto extends CommandDto {
  @Field(reference) clock!: string;
  @Field(whole(1, 10_000)) cycle!: number;
  /** Which one of the clock's in that cycle; absent: the first. */
  @Field(optional(whole(1, 10_000))) run?: number;
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

export class RecordAlertDto extends CommandDto {
  @Field(oneOf(alertedActs)) act!: AlertedAct;
  /** Percent of a warning, level of an escalation. */
  @Field(optional(whole(1, 100))) level?: number;
  /** Absent for an escalation. */
  @Field(optional(reference)) clock?: string;
  @Field(whole(1, 10_000)) cycle!: number;
  /** Which one of the clock's in that cycle; absent: the first. */
  @Field(optional(whole(1, 10_000))) run?: number;
  /** Revision of the last event that staff was told of. */
  @Field(whole(0, 10_000_000)) upTo!: number;
  /** Key of the digest that told of it, where many were due at once. */
  @Field(optional(reference)) digest?: string;
}

export class RecomputeClocksDto extends CommandDto {
  /** Absent: the provider's policy of today. */
  @Field(optional(reference)) policy?: string;
  /** Absent: its version of today. */
  @Field(optional(whole(1, 1_000_000))) policyVersion?: number;
  /** Each `id@version`. What the policy needs and is not named: the provider's of today. */
  @Field(optional(listOf(versionReference, 50))) calendars?: readonly string[];
  @Field(oneOf(recomputeReasons)) reason!: RecomputeReason;
}

export const deadlines = defineStage<DeadlinesEvents, DeadlinesCommands>()({
  intakes: {
    warnOfDeadline: intake(WarnOfDeadlineDto, (fields) => fields),
    recordBreach: intake(RecordBreachDto, (fields) => fields),
    recordAlert: intake(RecordAlertDto, (fields) => fields),
    recomputeClocks: intake(RecomputeClocksDto, (fields) => fields),
  },
  events: {
    SlaWarned: {
      ...asFirstReleased,
      meaning: {
        es: 'Un plazo está por vencer.',
        en: 'A deadline draws near.',
      },
      obligations: ['O-33'],
      fields: {
        clock: 'always',
        cycle: 'always',
        run: 'sometimes',
        dueAt: 'always',
        policy: 'always',
        calendar: 'always',
        percent: 'always',
      },
    },
    SlaBreached: {
      ...asFirstReleased,
      meaning: {
        es: 'Un plazo venció sin cumplirse; ningún cumplimiento posterior lo borra.',
        en: 'A deadline was missed; no later success takes it away.',
      },
      obligations: ['O-33', 'I-24'],
      fields: {
        clock: 'always',
        cycle: 'always',
        run: 'sometimes',
        dueAt: 'always',
        policy: 'always',
        calendar: 'always',
      },
    },
    StaffAlerted: {
      ...asFirstReleased,
      meaning: {
        es: 'Se avisó al personal de lo que venció o está por vencer.',
        en: 'Staff was told of what fell due, or is about to.',
      },
      obligations: ['O-33'],
      fields: {
        act: 'always',
        level: 'sometimes',
        clock: 'sometimes',
        cycle: 'always',
        run: 'sometimes',
        upTo: 'always',
        digest: 'sometimes',
      },
    },
    ClocksRecomputed: {
      ...asFirstReleased,
      meaning: {
        es: 'Los plazos se cuentan con otras reglas, y consta por qué.',
        en: 'Deadlines count by other rules, and it is recorded why.',
      },
      obligations: ['O-33'],
      fields: { policy: 'always', policyVersion: 'always', calendars: 'always', reason: 'always' },
    },
  },
});
