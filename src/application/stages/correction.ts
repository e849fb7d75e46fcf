import { grantParts, type GrantPart } from '../../domain/complaint/compensation/messages.js';
import {
  correctionReasons,
  type CorrectionCommands,
  type CorrectionEvents,
  type CorrectionReason,
} from '../../domain/complaint/correction/messages.js';
import {
  type Attribution,
  attributions,
  type Channel,
  channels,
  type ConciliationOutcome,
  conciliationOutcomes,
  type RulingOutcome,
  rulings,
  type VisitOutcome,
  visitOutcomes,
} from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { outsideReference, reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, contentHash, ground, text } from '../commands/dto/rules/texts.js';
import { anyOf, listOf, moment, oneOf, whole, yesOrNo } from '../commands/dto/rules/values.js';
import { BalanceDto, MoneyDto, plain } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

type Resolution = CorrectionEvents['ResolutionCorrected']['outcome'];

class CorrectionDto extends CommandDto {
  @Field(oneOf(correctionReasons)) reason!: CorrectionReason;
  /** What was recorded wrongly, or learned later, and how. */
  @Field(text(4000)) explanation!: string;
}

export class CorrectRulingDto extends CorrectionDto {
  @Field(oneOf(rulings)) outcome!: RulingOutcome;
  @Field(ground) basis!: string;
  @Field(text(4000, { blank: true })) reasons!: string;
  @Field(optional(reference)) nextInstance?: string;
}

export class CorrectCauseDto extends CorrectionDto {
  @Field(listOf(code, 20)) causes!: readonly string[];
  @Field(yesOrNo) faultFound!: boolean;
  @Field(oneOf(attributions)) attribution!: Attribution;
  @Field(optional(moment)) affectedFrom?: Instant;
  @Field(optional(listOf(contentHash, 20))) evidence?: readonly string[];
  /** For the user, in place of what was said beside the first cause. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
}

export class CorrectRestorationDto extends CorrectionDto {
  @Field(moment) restoredAt!: Instant;
}

export class CorrectCompensationDto extends CorrectionDto {
  @Field(optional(oneOf(grantParts))) of?: GrantPart;
  @Field(nested(MoneyDto)) proportionalRefund!: MoneyDto;
  @Field(nested(MoneyDto)) bonus!: MoneyDto;
}

export class CorrectCreditDto extends CorrectionDto {
  /** Its number: the revision of the event that recorded it. */
  @Field(whole(0, 1_000_000_000)) credit!: number;
  /** False where it never reached the account: it is to be credited again. */
  @Field(yesOrNo) credited!: boolean;
  @Field(optional(moment)) creditedAt?: Instant;
  @Field(optional(outsideReference)) statement?: string;
}

export class CorrectCancellationDto extends CorrectionDto {
  @Field(moment) effectiveAt!: Instant;
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(nested(BalanceDto))) balance?: BalanceDto;
}

export class CorrectResolutionDto extends CorrectionDto {
  @Field(outsideReference) authority!: string;
  @Field(outsideReference) reference!: string;
  @Field(
    anyOf<Resolution>({
      agreement: true,
      'for-user': true,
      'for-provider': true,
      withdrawn: true,
      'no-jurisdiction': true,
    }),
  )
  outcome!: Resolution;
  /** When the authority resolved. Default: as recorded. */
  @Field(optional(moment)) resolvedAt?: Instant;
  /** Until when it has to be carried out. Default: as recorded. */
  @Field(optional(moment)) dueAt?: Instant;
  /** What was agreed; sealed. */
  @Field(optional(text(4000))) agreement?: string;
}

export class CorrectConciliationDto extends CorrectionDto {
  /** The revision of the event that recorded it. Default: the only one. */
  @Field(optional(whole(0, 1_000_000_000))) recordedAs?: number;
  @Field(oneOf(conciliationOutcomes)) outcome!: ConciliationOutcome;
  /** Until when what was agreed has to be carried out. Default: as recorded. */
  @Field(optional(moment)) dueAt?: Instant;
  /** What was agreed; sealed. Default: as recorded. */
  @Field(optional(text(4000))) agreement?: string;
}

export class CorrectDeliveryDto extends CorrectionDto {
  /** Its number: the revision of the event that recorded it. */
  @Field(whole(0, 1_000_000_000)) delivery!: number;
  /** False where no notice arrived. */
  @Field(yesOrNo) delivered!: boolean;
  /** The notice that arrived truly. Default: as recorded. */
  @Field(optional(whole(0, 1_000_000_000))) notice?: number;
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) deliveredAt?: Instant;
}

export class CorrectVisitDto extends CorrectionDto {
  @Field(whole(1, 10_000)) visit!: number;
  @Field(oneOf(visitOutcomes)) outcome!: VisitOutcome;
  /** Only where it took place. Default: as recorded. */
  @Field(optional(moment)) startedAt?: Instant;
  /** When it ended, or was tried in vain. Default: as recorded. */
  @Field(optional(moment)) endedAt?: Instant;
}

export class CorrectTechnicianDto extends CorrectionDto {
  @Field(reference) technician!: string;
}

export class CorrectDuplicateDto extends CorrectionDto {
  /** Folio of the complaint that goes on. */
  @Field(reference) of!: string;
}

const corrected = { corrects: 'always', reason: 'always' } as const;
const proof = { from: 'always', delivered: 'always', notice: 'always', final: 'always' } as const;
const arrival = { channel: 'sometimes', deliveredAt: 'sometimes', finalAgain: 'sometimes' } as const;

export const correction = defineStage<CorrectionEvents, CorrectionCommands>()({
  intakes: {
    correctRuling: intake(CorrectRulingDto, (fields) => fields),
    correctCause: intake(CorrectCauseDto, (fields) => fields),
    correctRestoration: intake(CorrectRestorationDto, (fields) => fields),
    correctCompensation: intake(CorrectCompensationDto, ({ proportionalRefund, bonus, ...fields }) => ({
      ...fields,
      proportionalRefund: plain(proportionalRefund),
      bonus: plain(bonus),
    })),
    correctCredit: intake(CorrectCreditDto, (fields) => fields),
    correctCancellation: intake(CorrectCancellationDto, ({ balance, ...fields }) => ({
      ...fields,
      ...(balance && { balance: plain(balance) }),
    })),
    correctResolution: intake(CorrectResolutionDto, (fields) => fields),
    correctConciliation: intake(CorrectConciliationDto, (fields) => fields),
    correctDelivery: intake(CorrectDeliveryDto, (fields) => fields),
    correctVisit: intake(CorrectVisitDto, (fields) => fields),
    correctTechnician: intake(CorrectTechnicianDto, (fields) => fields),
    correctDuplicate: intake(CorrectDuplicateDto, (fields) => fields),
  },
  events: {
    RulingCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La resolución fue otra que la registrada; el usuario la conoce de nuevo.',
        en: 'The ruling was another one than was recorded; the user is told anew.',
      },
      obligations: ['O-25', 'I-08', 'I-10', 'I-23'],
      fields: {
        ...corrected,
        outcome: 'always',
        basis: 'always',
        cause: 'always',
        nextInstance: 'sometimes',
        exception: 'sometimes',
      },
    },
    CauseCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Las causas fueron otras que las verificadas; lo resuelto se resuelve de nuevo.',
        en: 'The causes were others than were verified; what was ruled is ruled on again.',
      },
      obligations: ['O-19', 'I-06', 'I-23'],
      fields: {
        ...corrected,
        causes: 'always',
        faultFound: 'always',
        attribution: 'always',
        affectedFrom: 'sometimes',
        evidence: 'sometimes',
      },
    },
    RestorationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El servicio volvió a otra hora que la registrada.',
        en: 'The service was back at another time than was recorded.',
      },
      obligations: ['O-26', 'I-16', 'I-23'],
      fields: { ...corrected, restoredAt: 'always', unconfirmed: 'sometimes' },
    },
    CompensationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Se otorgó otra compensación que la registrada.',
        en: 'Another compensation was granted than was recorded.',
      },
      obligations: ['I-16', 'I-23'],
      fields: { ...corrected, proportionalRefund: 'always', bonus: 'always', ground: 'sometimes' },
    },
    CreditCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El abono fue en otra fecha o con otra referencia que las registradas, o no se hizo: entonces sigue pendiente.',
        en: 'It was credited at another time or under another reference than was recorded, or never: then it still is to be.',
      },
      obligations: ['I-16', 'I-23'],
      fields: {
        ...corrected,
        of: 'always',
        credited: 'always',
        creditedAt: 'sometimes',
        statement: 'sometimes',
      },
    },
    CancellationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La cancelación surtió efecto en otra fecha, o dejó otro saldo, que lo registrado.',
        en: 'The cancellation took effect at another date, or left another balance, than was recorded.',
      },
      obligations: ['O-06', 'I-23'],
      fields: {
        ...corrected,
        effectiveAt: 'always',
        channel: 'always',
        balance: 'sometimes',
        balanceStands: 'sometimes',
      },
    },
    ResolutionCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La autoridad resolvió otra cosa que la registrada, o en otra fecha.',
        en: 'The authority resolved something else than was recorded, or on another date.',
      },
      obligations: ['I-17', 'I-23'],
      fields: {
        ...corrected,
        authority: 'always',
        reference: 'always',
        outcome: 'always',
        resolvedAt: 'always',
        dueAt: 'sometimes',
      },
    },
    ConciliationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'De la conciliación resultó otra cosa que la registrada, o lo acordado se cumple en otra fecha.',
        en: 'Something else came of the conciliation than was recorded, or it is carried out by another date.',
      },
      obligations: ['O-32', 'I-16', 'I-23'],
      fields: {
        ...corrected,
        outcome: 'always',
        dueAt: 'sometimes',
        conciliation: 'sometimes',
        carriedOut: 'sometimes',
      },
    },
    DeliveryCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La entrega fue de otro aviso que el registrado, en otra fecha o por otro medio, o no la hubo.',
        en: 'The delivery was of another notice than was recorded, at another time or by another channel, or never.',
      },
      obligations: ['O-27', 'I-12', 'I-23'],
      fields: { ...corrected, ...proof, ...arrival },
    },
    VisitCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'De la visita resultó otra cosa que la registrada, o a otra hora.',
        en: 'Something else came of the visit than was recorded, or at another time.',
      },
      obligations: ['O-28', 'O-30', 'I-15', 'I-23'],
      fields: {
        ...corrected,
        visit: 'always',
        outcome: 'always',
        startedAt: 'sometimes',
        endedAt: 'always',
        unannounced: 'sometimes',
        latest: 'sometimes',
        excused: 'sometimes',
      },
    },
    TechnicianCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El responsable técnico era otro que el registrado.',
        en: 'The technical lead was another one than was recorded.',
      },
      obligations: ['O-18', 'I-23'],
      fields: { ...corrected, from: 'always', technician: 'always' },
    },
    DuplicateCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Es duplicada de otra solicitud que la registrada.',
        en: 'It is the duplicate of another request than was recorded.',
      },
      obligations: ['I-12', 'I-23', 'I-25'],
      fields: { ...corrected, from: 'always', of: 'always', toldTo: 'always' },
    },
  },
});
