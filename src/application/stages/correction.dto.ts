import { authorityOutcomes, type AuthorityOutcome } from '../../domain/complaint/authority/messages.js';
import { grantParts, type GrantPart } from '../../domain/complaint/compensation/messages.js';
import { correctionReasons, type CorrectionReason } from '../../domain/complaint/correction/messages.js';
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
import { outsideReference, reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { code, contentHash, ground, text } from '../commands/dto/rules/texts.js';
import { listOf, moment, oneOf, whole, yesOrNo } from '../commands/dto/rules/values.js';
import { BalanceDto, MoneyDto } from '../commands/dto/shapes.dto.js';

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
  @Field(oneOf(authorityOutcomes)) outcome!: AuthorityOutcome;
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

export class CorrectMassOutageDto extends CorrectionDto {
  /** The one that it was linked to wrongly. */
  @Field(reference) from!: string;
  /** The one that it belongs to. Left out: it belongs to none. */
  @Field(optional(reference)) outage?: string;
}

export class CorrectDuplicateDto extends CorrectionDto {
  /** Folio of the complaint that goes on. */
  @Field(reference) of!: string;
}
