import {
  arcoOutcomes,
  authorityOutcomes,
  type ArcoOutcome,
  type ArcoRight,
  type AuthorityOutcome,
  type AuthorityCommands,
  type AuthorityEvents,
} from '../../domain/complaint/authority/messages.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { outsideReference, reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { text } from '../commands/dto/rules/texts.js';
import { anyOf, moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

export class OpenAuthorityProceedingDto extends CommandDto {
  /** `PROFECO`, `CRT`. */
  @Field(reference) authority!: string;
  /** The authority's own file number. */
  @Field(outsideReference) reference!: string;
  @Field(optional(moment)) hearingAt?: Instant;
}

/** What is about one file of an authority. */
class FileDto extends CommandDto {
  /** Only where several authorities gave a file of this request that number. */
  @Field(optional(reference)) authority?: string;
  @Field(outsideReference) reference!: string;
}

export class ReceiveAuthorityRequirementDto extends FileDto {
  @Field(moment) dueAt!: Instant;
  @Field(optional(text(4000))) requirement?: string;
}

export class AnswerAuthorityRequirementDto extends FileDto {
  /** Which of the proceeding's requirements, from 1. */
  @Field(whole(1, 10_000)) requirement!: number;
  @Field(optional(moment)) answeredAt?: Instant;
  @Field(optional(text(4000))) answer?: string;
}

export class SetAuthorityHearingDto extends FileDto {
  @Field(moment) hearingAt!: Instant;
}

export class RecordAuthorityHearingDto extends FileDto {
  @Field(optional(moment)) heldAt?: Instant;
}

export class ResolveAuthorityProceedingDto extends FileDto {
  @Field(oneOf(authorityOutcomes)) outcome!: AuthorityOutcome;
  @Field(optional(text(4000))) agreement?: string;
  /** Until when it has to be carried out, where the resolution or the agreement says so. */
  @Field(optional(moment)) dueAt?: Instant;
}

export class CarryOutResolutionDto extends FileDto {
  @Field(optional(moment)) carriedOutAt?: Instant;
  /** What was done, for the user to read. */
  @Field(text(4000)) done!: string;
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
  @Field(anyOf<ArcoRight>({ access: true, rectification: true, cancellation: true, opposition: true }))
  right!: ArcoRight;
  @Field(optional(text(4000))) request?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class AnswerArcoDto extends CommandDto {
  /** Which of the requests over personal data, from 1; may be left out where there was one alone. */
  @Field(optional(whole(1, 10_000))) request?: number;
  @Field(oneOf(arcoOutcomes)) outcome!: ArcoOutcome;
  @Field(optional(moment)) answeredAt?: Instant;
  /** What the user reads: why it is refused or what is lacking, which has to be said, or how it is granted. */
  @Field(optional(text(4000))) answer?: string;
}

export const authority = defineStage<AuthorityEvents, AuthorityCommands>()({
  intakes: {
    openAuthorityProceeding: intake(OpenAuthorityProceedingDto, (fields) => fields),
    receiveAuthorityRequirement: intake(ReceiveAuthorityRequirementDto, (fields) => fields),
    answerAuthorityRequirement: intake(AnswerAuthorityRequirementDto, (fields, at) => ({
      ...fields,
      answeredAt: fields.answeredAt ?? at,
    })),
    setAuthorityHearing: intake(SetAuthorityHearingDto, (fields) => fields),
    recordAuthorityHearing: intake(RecordAuthorityHearingDto, (fields, at) => ({
      ...fields,
      heldAt: fields.heldAt ?? at,
    })),
    resolveAuthorityProceeding: intake(ResolveAuthorityProceedingDto, (fields) => fields),
    carryOutResolution: intake(CarryOutResolutionDto, (fields, at) => ({
      ...fields,
      carriedOutAt: fields.carriedOutAt ?? at,
    })),
    placeLegalHold: intake(PlaceLegalHoldDto, (fields) => fields),
    liftLegalHold: intake(LiftLegalHoldDto, (fields) => fields),
    requestArco: intake(RequestArcoDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    answerArco: intake(AnswerArcoDto, (fields, at) => ({
      ...fields,
      answeredAt: fields.answeredAt ?? at,
    })),
  },
  events: {
    AuthorityProceedingOpened: {
      ...asFirstReleased,
      meaning: {
        es: 'Una autoridad abrió un expediente; mientras siga abierto no se cierra la solicitud ni se corta el servicio por falta de pago.',
        en: 'An authority opened a proceeding; while it is open the request is not closed nor the service cut off for non-payment.',
      },
      obligations: ['O-33', 'I-17'],
      fields: { authority: 'always', reference: 'always', hearingAt: 'sometimes' },
    },
    AuthorityRequirementReceived: {
      ...asFirstReleased,
      meaning: {
        es: 'La autoridad pidió algo, con un plazo.',
        en: 'The authority asked for something, with a deadline.',
      },
      obligations: ['O-33'],
      fields: { authority: 'always', reference: 'always', requirement: 'always', dueAt: 'always' },
    },
    AuthorityRequirementAnswered: {
      ...asFirstReleased,
      meaning: {
        es: 'Se respondió a la autoridad.',
        en: 'The authority was answered.',
      },
      obligations: ['O-33'],
      fields: { authority: 'always', reference: 'always', requirement: 'always', answeredAt: 'always' },
    },
    AuthorityHearingSet: {
      ...asFirstReleased,
      meaning: {
        es: 'Se fijó o se cambió la fecha de la audiencia.',
        en: 'The hearing was fixed, or moved.',
      },
      obligations: ['O-33'],
      fields: { authority: 'always', reference: 'always', hearingAt: 'always', from: 'sometimes' },
    },
    AuthorityHearingHeld: {
      ...asFirstReleased,
      meaning: {
        es: 'La audiencia se celebró.',
        en: 'The hearing took place.',
      },
      obligations: ['O-33'],
      fields: { authority: 'always', reference: 'always', heldAt: 'always' },
    },
    AuthorityResolved: {
      ...asFirstReleased,
      meaning: {
        es: 'La autoridad resolvió.',
        en: 'The authority resolved.',
      },
      obligations: ['O-33', 'I-17'],
      fields: { authority: 'always', reference: 'always', outcome: 'always', dueAt: 'sometimes' },
    },
    ResolutionCarriedOut: {
      ...asFirstReleased,
      meaning: {
        es: 'Se cumplió lo que la autoridad resolvió a favor del usuario, o lo acordado ante ella.',
        en: 'What an authority resolved for the user, or what was agreed before it, was carried out.',
      },
      obligations: ['I-17'],
      fields: { authority: 'always', reference: 'always', carriedOutAt: 'always' },
    },
    LegalHoldPlaced: {
      ...asFirstReleased,
      meaning: {
        es: 'Nada de esta solicitud puede borrarse por ahora.',
        en: 'Nothing of this request may be erased for now.',
      },
      obligations: ['I-23'],
      fields: { hold: 'always', basis: 'always' },
    },
    LegalHoldLifted: {
      ...asFirstReleased,
      meaning: {
        es: 'Terminó una conservación legal.',
        en: 'A legal hold ended.',
      },
      obligations: ['I-23'],
      fields: { hold: 'always' },
    },
    ArcoRequested: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario ejerció un derecho sobre sus datos.',
        en: 'The user exercised a right over their data.',
      },
      obligations: ['I-23'],
      fields: { right: 'always', request: 'sometimes', saidBy: 'sometimes' },
    },
    ArcoAnswered: {
      ...asFirstReleased,
      meaning: {
        es: 'Se respondió lo que el usuario pidió sobre sus datos: procede, no procede o falta algo.',
        en: 'What the user asked of their data was answered: granted, refused, or something is lacking.',
      },
      obligations: ['I-23'],
      fields: { request: 'always', outcome: 'always', answeredAt: 'always' },
    },
  },
});
