import type { RepairCommands, RepairEvents } from '../../domain/complaint/repair/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, text } from '../commands/dto/rules/texts.js';
import { anyOf, listOf, moment, yesOrNo } from '../commands/dto/rules/values.js';
import { plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

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
  /** For the user: in their history, certificate and notice. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
}

export class ReportRepairDto extends CommandDto {
  @Field(
    anyOf<RepairOutcome>({
      repaired: true,
      'no-repair-needed': true,
      'repair-impossible': true,
      'not-ours': true,
    }),
  )
  outcome!: RepairOutcome;
  @Field(optional(text(4000))) explanation?: string;
}

export class RequestRestorationConfirmationDto extends CommandDto {
  @Field(optional(moment)) requestedAt?: Instant;
}

export class ConfirmRestorationDto extends CommandDto {
  @Field(anyOf<Confirmer>({ user: true, measurement: true })) by!: Confirmer;
  @Field(optional(moment)) confirmedAt?: Instant;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class DisputeRestorationDto extends CommandDto {
  @Field(optional(moment)) disputedAt?: Instant;
  @Field(optional(text(4000))) explanation?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export const repair = defineStage<RepairEvents, RepairCommands>()({
  intakes: {
    repair: intake(RepairDto, (fields, at) => ({
      ...fields,
      atHome: fields.atHome ?? false,
      restoredAt: fields.restoredAt ?? at,
    })),
    reportRepair: intake(ReportRepairDto, (fields) => fields),
    requestRestorationConfirmation: intake(RequestRestorationConfirmationDto, ({ requestedAt }, at) => ({
      requestedAt: requestedAt ?? at,
    })),
    confirmRestoration: intake(ConfirmRestorationDto, ({ saidBy, ...fields }, at) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
      confirmedAt: fields.confirmedAt ?? at,
    })),
    disputeRestoration: intake(DisputeRestorationDto, ({ saidBy, ...fields }, at) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
      disputedAt: fields.disputedAt ?? at,
    })),
  },
  events: {
    Repaired: {
      ...asFirstReleased,
      meaning: {
        es: 'La falla se corrigió conforme al contrato de servicio.',
        en: 'The failure was corrected, by the service contract.',
      },
      obligations: ['O-20', 'O-21', 'I-07'],
      fields: {
        action: 'always',
        parts: 'sometimes',
        atHome: 'always',
        restoredAt: 'always',
        contract: 'sometimes',
        exception: 'sometimes',
      },
    },
    RepairReported: {
      ...asFirstReleased,
      meaning: {
        es: 'El responsable técnico informó el resultado a Servicio al Cliente.',
        en: 'The technical lead told customer service the outcome.',
      },
      obligations: ['O-22', 'O-27', 'I-05'],
      fields: { outcome: 'always' },
    },
    RestorationConfirmationRequested: {
      ...asFirstReleased,
      meaning: {
        es: 'Se pidió confirmar que el servicio volvió.',
        en: 'Confirmation was asked for that the service is back.',
      },
      obligations: ['O-26'],
      fields: { requestedAt: 'always' },
    },
    RestorationConfirmed: {
      ...asFirstReleased,
      meaning: {
        es: 'Se confirmó que el servicio quedó restablecido.',
        en: 'It was confirmed that the service is restored.',
      },
      obligations: ['O-26', 'I-09'],
      fields: { by: 'always', confirmedAt: 'always', saidBy: 'sometimes' },
    },
    RestorationDisputed: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario niega que el servicio haya vuelto.',
        en: 'The user denies that the service is back.',
      },
      obligations: ['O-26', 'I-09'],
      fields: { disputedAt: 'always', saidBy: 'sometimes' },
    },
  },
});
