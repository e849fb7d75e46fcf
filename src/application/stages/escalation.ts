import type { EscalationCommands, EscalationEvents } from '../../domain/complaint/escalation/messages.js';
import {
  type EscalationLevel,
  type EscalationTrigger,
  escalationTriggers,
} from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { outsideReference, reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { text } from '../commands/dto/rules/texts.js';
import { moment, oneOf } from '../commands/dto/rules/values.js';
import { plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class EscalateDto extends CommandDto {
  /** 1 supervisor, 2 competent area, 3 management, 4 external authority. */
  @Field(oneOf([1, 2, 3, 4])) level!: Exclude<EscalationLevel, 0>;
  @Field(oneOf(escalationTriggers)) trigger!: EscalationTrigger;
  @Field(reference) target!: string;
  @Field(optional(outsideReference)) externalReference?: string;
  @Field(optional(moment)) dueAt?: Instant;
  @Field(optional(text(4000))) explanation?: string;
  /** For the user: in their history, certificate and notice. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class DeclineReopeningDto extends CommandDto {
  /** For the user. Blank reasons are refused by the decision itself (I-08). */
  @Field(text(4000, { blank: true })) reasons!: string;
  /** Default: that of the terms. */
  @Field(optional(reference)) nextInstance?: string;
}

export const escalation = defineStage<EscalationEvents, EscalationCommands>()({
  intakes: {
    escalate: intake(EscalateDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    declineReopening: intake(DeclineReopeningDto, (fields) => fields),
  },
  events: {
    Escalated: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud subió de nivel, en la casa o ante una autoridad.',
        en: 'The request went up a level, in the house or to an authority.',
      },
      obligations: ['O-33', 'I-08', 'I-23'],
      fields: {
        level: 'always',
        trigger: 'always',
        target: 'always',
        externalReference: 'sometimes',
        dueAt: 'sometimes',
        saidBy: 'sometimes',
      },
    },
    ReopeningDeclined: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario se inconformó con la conclusión, y no procedió reabrir la solicitud.',
        en: 'The user did not accept how it ended, and the request was not opened again.',
      },
      obligations: ['I-08', 'I-10', 'I-23'],
      fields: { nextInstance: 'always', exception: 'sometimes' },
    },
  },
});
