import type { ServiceCommands, ServiceEvents } from '../../domain/complaint/service/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { intake } from '../commands/dto/intake.js';
import { optional } from '../commands/dto/rules/rule.js';
import { moment, yesOrNo } from '../commands/dto/rules/values.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class CureSuspensionDto extends CommandDto {
  @Field(optional(moment)) curedAt?: Instant;
}

export class ReconnectDto extends CommandDto {
  @Field(optional(moment)) reconnectedAt?: Instant;
  /** True if a technician had to go there. */
  @Field(yesOrNo) physical!: boolean;
}

export const service = defineStage<ServiceEvents, ServiceCommands>()({
  intakes: {
    cureSuspension: intake(CureSuspensionDto, ({ curedAt }, at) => ({ curedAt: curedAt ?? at })),
    reconnect: intake(ReconnectDto, (fields, at) => ({
      ...fields,
      reconnectedAt: fields.reconnectedAt ?? at,
    })),
  },
  events: {
    SuspensionCured: {
      ...asFirstReleased,
      meaning: {
        es: 'Se resolvió la causa por la que el servicio estaba suspendido.',
        en: 'The cause of the suspension was cured.',
      },
      obligations: ['O-34'],
      fields: { curedAt: 'always' },
    },
    Reconnected: {
      ...asFirstReleased,
      meaning: {
        es: 'El servicio se conectó de nuevo.',
        en: 'The service was connected again.',
      },
      obligations: ['O-34'],
      fields: { reconnectedAt: 'always', physical: 'always' },
    },
  },
});
