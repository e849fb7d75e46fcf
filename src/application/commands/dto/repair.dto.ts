import type { Instant } from '../../../domain/kernel/instant.js';
import type { RepairCommands, RepairEvents } from '../../../domain/complaint/repair/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { code, text } from './rules/texts.js';
import { anyOf, listOf, moment, yesOrNo } from './rules/values.js';

type RepairOutcome = RepairEvents['RepairReported']['outcome'];
type Confirmer = RepairEvents['RestorationConfirmed']['by'];

export class RepairDto extends CommandDto {
  /** What was done, as a short code: `spliced`, `replaced-modem`. */
  @Field(code) action!: string;
  @Field(optional(listOf(reference, 50))) parts?: readonly string[];
  /** Default: false. */
  @Field(optional(yesOrNo)) atHome?: boolean;
  @Field(optional(moment)) restoredAt?: Instant;
  @Field(optional(reference)) contract?: string;
  @Field(optional(text(4000))) explanation?: string;
}

export class ReportRepairDto extends CommandDto {
  @Field(anyOf<RepairOutcome>({ repaired: true, 'no-repair-needed': true, 'repair-impossible': true }))
  outcome!: RepairOutcome;
  @Field(optional(text(4000))) explanation?: string;
}

export class RequestRestorationConfirmationDto extends CommandDto {
  @Field(optional(moment)) requestedAt?: Instant;
}

export class ConfirmRestorationDto extends CommandDto {
  @Field(anyOf<Confirmer>({ user: true, measurement: true })) by!: Confirmer;
  @Field(optional(moment)) confirmedAt?: Instant;
}

export class DisputeRestorationDto extends CommandDto {
  @Field(optional(moment)) disputedAt?: Instant;
  @Field(optional(text(4000))) explanation?: string;
}

export const repairIntakes = {
  repair: intake(RepairDto, (fields, at) => ({
    ...fields,
    atHome: fields.atHome ?? false,
    restoredAt: fields.restoredAt ?? at,
  })),
  reportRepair: intake(ReportRepairDto, (fields) => fields),
  requestRestorationConfirmation: intake(RequestRestorationConfirmationDto, ({ requestedAt }, at) => ({
    requestedAt: requestedAt ?? at,
  })),
  confirmRestoration: intake(ConfirmRestorationDto, (fields, at) => ({
    ...fields,
    confirmedAt: fields.confirmedAt ?? at,
  })),
  disputeRestoration: intake(DisputeRestorationDto, (fields, at) => ({
    ...fields,
    disputedAt: fields.disputedAt ?? at,
  })),
} satisfies Intakes<RepairCommands>;
