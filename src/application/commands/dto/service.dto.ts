import type { Instant } from '../../../domain/kernel/instant.js';
import type { ServiceCommands } from '../../../domain/complaint/service/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { optional } from './rules/rule.js';
import { moment, yesOrNo } from './rules/values.js';

export class CureSuspensionDto extends CommandDto {
  @Field(optional(moment)) curedAt?: Instant;
}

export class ReconnectDto extends CommandDto {
  @Field(optional(moment)) reconnectedAt?: Instant;
  /** True if a technician had to go there. */
  @Field(yesOrNo) physical!: boolean;
}

export const serviceIntakes = {
  cureSuspension: intake(CureSuspensionDto, ({ curedAt }, at) => ({ curedAt: curedAt ?? at })),
  reconnect: intake(ReconnectDto, (fields, at) => ({
    ...fields,
    reconnectedAt: fields.reconnectedAt ?? at,
  })),
} satisfies Intakes<ServiceCommands>;
