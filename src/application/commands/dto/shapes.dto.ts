import type { Instant } from '../../../domain/kernel/instant.js';
import { relationshipKinds, type RelationshipKind } from '../../../domain/complaint/shapes.js';
import { channels, type Channel } from '../../../domain/complaint/vocabulary.js';
import { Field } from './field.js';
import { optional } from './rules/rule.js';
import { outsideReference, reference } from './rules/references.js';
import { contentHash, currency, email, line, mediaType } from './rules/texts.js';
import { moment, moreThanNothing, oneOf, whole, yesOrNo } from './rules/values.js';

/** A thousand million pesos, in centavos: more than any bill, and exact in every sum made of it. */
export const mostMoney = 100_000_000_000;

export class PersonDto {
  @Field(reference) ref!: string;
  @Field(optional(line(200))) name?: string;
  @Field(optional(line(40))) phone?: string;
  @Field(optional(email)) email?: string;
}

/** A party's own word, as staff took it down. */
export class SaidByDto {
  @Field(reference) party!: string;
  @Field(oneOf(channels)) channel!: Channel;
  /** The call or message it was said in, as the host names it. */
  @Field(optional(reference)) contact?: string;
}

/** A price or a refund, in minor units. */
export class MoneyDto {
  @Field(whole(0, mostMoney)) amount!: number;
  @Field(currency) currency!: string;
}

/** A charge that is disputed, or found undue, in minor units: it is more than nothing. */
export class ChargeDto {
  @Field(moreThanNothing(mostMoney)) amount!: number;
  @Field(currency) currency!: string;
}

/** What is owed by either side, in minor units: negative where the provider owes. */
export class BalanceDto {
  @Field(whole(-mostMoney, mostMoney)) amount!: number;
  @Field(currency) currency!: string;
}

export class AttachmentDto {
  @Field(contentHash) sha256!: string;
  @Field(mediaType) mediaType!: string;
  @Field(whole(0, Number.MAX_SAFE_INTEGER)) size!: number;
  @Field(yesOrNo) personal!: boolean;
}

export class ExternalReferenceDto {
  @Field(reference) system!: string;
  @Field(outsideReference) id!: string;
}

export class RelationshipDto {
  @Field(reference) folio!: string;
  @Field(oneOf(relationshipKinds)) kind!: RelationshipKind;
}

export class VisitWindowDto {
  @Field(moment) from!: Instant;
  @Field(moment) to!: Instant;
}

/** The same fields without the class they came in: what is stored is plain data. */
export const plain = <T extends object>(dto: T): T => ({ ...dto });
