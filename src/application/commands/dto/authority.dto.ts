import type { Instant } from '../../../domain/kernel/instant.js';
import type { AuthorityCommands, AuthorityEvents } from '../../../domain/complaint/authority/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { outsideReference, reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, moment } from './rules/values.js';

type Resolution = AuthorityEvents['AuthorityResolved']['outcome'];
type Right = AuthorityEvents['ArcoRequested']['right'];

export class OpenAuthorityProceedingDto extends CommandDto {
  /** `PROFECO`, `CRT`. */
  @Field(reference) authority!: string;
  /** The authority's own file number. */
  @Field(outsideReference) reference!: string;
  @Field(optional(moment)) hearingAt?: Instant;
}

export class ReceiveAuthorityRequirementDto extends CommandDto {
  @Field(outsideReference) reference!: string;
  @Field(moment) dueAt!: Instant;
  @Field(optional(text(4000))) requirement?: string;
}

export class ResolveAuthorityProceedingDto extends CommandDto {
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
  @Field(optional(text(4000))) agreement?: string;
}

export class PlaceLegalHoldDto extends CommandDto {
  @Field(reference) hold!: string;
  /** What it rests on, as a reference. It stands in clear. */
  @Field(outsideReference) basis!: string;
}

export class LiftLegalHoldDto extends CommandDto {
  @Field(reference) hold!: string;
}

export class RequestArcoDto extends CommandDto {
  @Field(anyOf<Right>({ access: true, rectification: true, cancellation: true, opposition: true }))
  right!: Right;
  @Field(optional(text(4000))) request?: string;
}

export const authorityIntakes = {
  openAuthorityProceeding: intake(OpenAuthorityProceedingDto, (fields) => fields),
  receiveAuthorityRequirement: intake(ReceiveAuthorityRequirementDto, (fields) => fields),
  resolveAuthorityProceeding: intake(ResolveAuthorityProceedingDto, (fields) => fields),
  placeLegalHold: intake(PlaceLegalHoldDto, (fields) => fields),
  liftLegalHold: intake(LiftLegalHoldDto, (fields) => fields),
  requestArco: intake(RequestArcoDto, (fields) => fields),
} satisfies Intakes<AuthorityCommands>;
