import {
  type FollowUpCommands,
  type FollowUpEvents,
  type HoldReason,
  type StatementKind,
  holdReasons,
  statementKinds,
} from '../../domain/complaint/follow-up/messages.js';
import { type Channel, channels } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { text } from '../commands/dto/rules/texts.js';
import { anyOf, listOf, moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { AttachmentDto, ExternalReferenceDto, plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

type Direction = FollowUpEvents['ContactMade']['direction'];
type Visibility = FollowUpEvents['NoteAdded']['visibility'];

export class AssignTechnicianDto extends CommandDto {
  @Field(reference) technician!: string;
  /** Customer service's side; the actor, if it is absent and customer service acts itself (O-18). */
  @Field(optional(reference)) owner?: string;
}

export class ReassignCaseDto extends CommandDto {
  @Field(reference) owner!: string;
}

export class TakeCaseDto extends CommandDto {}

export class GiveBackCaseDto extends CommandDto {}

export class RecordContactDto extends CommandDto {
  @Field(anyOf<Direction>({ 'to-user': true, 'from-user': true })) direction!: Direction;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) contactedAt?: Instant;
}

export class RequestInformationDto extends CommandDto {
  @Field(text(4000)) question!: string;
}

export class ReceiveInformationDto extends CommandDto {
  @Field(text(4000)) answer!: string;
  /** Numbers of the questions that it answers; where none is named, all that are open. */
  @Field(optional(listOf(whole(1, 1_000_000), 100))) requests?: readonly number[];
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class RecordStatementDto extends CommandDto {
  @Field(oneOf(statementKinds)) kind!: StatementKind;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) statedAt?: Instant;
  /** What the user says, in their words. */
  @Field(text(8000)) statement!: string;
  /** Numbers that other systems gave to it. */
  @Field(optional(listOf(nested(ExternalReferenceDto), 20)))
  externalReferences?: readonly ExternalReferenceDto[];
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class PutOnHoldDto extends CommandDto {
  @Field(oneOf(holdReasons)) reason!: HoldReason;
  @Field(optional(text(4000))) explanation?: string;
  /** For the user: in their history, certificate and notice. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
}

export class ResumeDto extends CommandDto {}

export class AddNoteDto extends CommandDto {
  /** Default: staff. */
  @Field(optional(anyOf<Visibility>({ staff: true, user: true }))) visibility?: Visibility;
  @Field(text(4000)) note!: string;
}

export class AttachEvidenceDto extends CommandDto {
  @Field(nested(AttachmentDto)) attachment!: AttachmentDto;
  @Field(optional(text(4000))) caption?: string;
  /** For the user: in their history, certificate and notice. `explanation` is for the house. */
  @Field(optional(text(4000))) forUser?: string;
}

export class OpenWorkOrderDto extends CommandDto {
  @Field(reference) workOrder!: string;
}

export const followUp = defineStage<FollowUpEvents, FollowUpCommands>()({
  intakes: {
    assignTechnician: intake(AssignTechnicianDto, (fields) => fields),
    reassignCase: intake(ReassignCaseDto, (fields) => fields),
    takeCase: intake(TakeCaseDto, () => ({})),
    giveBackCase: intake(GiveBackCaseDto, () => ({})),
    recordContact: intake(RecordContactDto, (fields, at) => ({
      ...fields,
      contactedAt: fields.contactedAt ?? at,
    })),
    requestInformation: intake(RequestInformationDto, (fields) => fields),
    receiveInformation: intake(ReceiveInformationDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    recordStatement: intake(RecordStatementDto, ({ saidBy, externalReferences, ...fields }, at) => ({
      ...fields,
      statedAt: fields.statedAt ?? at,
      ...(externalReferences && { externalReferences: externalReferences.map(plain) }),
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    putOnHold: intake(PutOnHoldDto, (fields) => fields),
    resume: intake(ResumeDto, () => ({})),
    addNote: intake(AddNoteDto, ({ visibility = 'staff', note }) => ({ visibility, note })),
    attachEvidence: intake(AttachEvidenceDto, ({ attachment, ...fields }) => ({
      ...fields,
      attachment: plain(attachment),
    })),
    openWorkOrder: intake(OpenWorkOrderDto, (fields) => fields),
  },
  events: {
    TechnicianAssigned: {
      ...asFirstReleased,
      meaning: {
        es: 'Servicio al Cliente y un responsable técnico dan seguimiento juntos.',
        en: 'Customer service and a technical lead follow the request up together.',
      },
      obligations: ['O-18', 'I-05'],
      fields: { technician: 'always', owner: 'always', reason: 'always' },
    },
    CaseReassigned: {
      ...asFirstReleased,
      meaning: {
        es: 'Otra persona de Servicio al Cliente lleva la solicitud.',
        en: 'Another member of customer service owns the request.',
      },
      obligations: ['O-18'],
      fields: { from: 'sometimes', owner: 'always' },
    },
    CaseTaken: {
      ...asFirstReleased,
      meaning: {
        es: 'Una persona del área o del papel tomó la solicitud.',
        en: 'A person of the area or role took the request.',
      },
      obligations: ['O-18'],
      fields: { role: 'always', holder: 'always', from: 'sometimes' },
    },
    CaseGivenBack: {
      ...asFirstReleased,
      meaning: {
        es: 'Quien tenía la solicitud la devolvió.',
        en: 'The person who had the request gave it back.',
      },
      obligations: ['O-18'],
      fields: { role: 'always', holder: 'always' },
    },
    ContactMade: {
      ...asFirstReleased,
      meaning: {
        es: 'Hubo un contacto con el usuario.',
        en: 'There was contact with the user.',
      },
      obligations: ['O-34'],
      fields: { direction: 'always', channel: 'always', contactedAt: 'always' },
    },
    InformationRequested: {
      ...asFirstReleased,
      meaning: {
        es: 'Se pidió información al usuario; los plazos de respuesta se detienen hasta que llegue.',
        en: 'The user was asked for information; the answer clocks pause until it comes.',
      },
      obligations: ['I-15'],
      fields: { request: 'always' },
    },
    InformationReceived: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario contestó; queda atendido lo que se le había pedido en esas preguntas.',
        en: 'The user answered; these requests for information are settled.',
      },
      obligations: ['I-15'],
      fields: { requests: 'always', saidBy: 'sometimes' },
    },
    StatementReceived: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario dijo algo más, o reportó lo mismo por otro medio; queda en la misma solicitud.',
        en: 'The user said something more, or reported the same by another channel; the same request keeps it.',
      },
      obligations: ['O-34', 'I-23', 'I-25'],
      fields: {
        kind: 'always',
        channel: 'always',
        statedAt: 'always',
        externalReferences: 'sometimes',
        saidBy: 'sometimes',
      },
    },
    PutOnHold: {
      ...asFirstReleased,
      meaning: {
        es: 'El proveedor espera algo o a alguien.',
        en: 'The provider waits for something or somebody.',
      },
      obligations: ['I-15'],
      fields: { reason: 'always' },
    },
    Resumed: {
      ...asFirstReleased,
      meaning: {
        es: 'Terminó la espera.',
        en: 'The wait is over.',
      },
      obligations: ['I-15'],
      fields: { reason: 'always' },
    },
    NoteAdded: {
      ...asFirstReleased,
      meaning: {
        es: 'Alguien dejó una nota.',
        en: 'Somebody left a note.',
      },
      obligations: ['O-34'],
      fields: { visibility: 'always' },
    },
    EvidenceAttached: {
      ...asFirstReleased,
      meaning: {
        es: 'Se agregó una prueba, que queda fuera de la historia y se conoce por su huella.',
        en: 'Evidence was added; it lies outside and is known by its hash.',
      },
      obligations: ['O-34'],
      fields: { attachment: 'always' },
    },
    WorkOrderOpened: {
      ...asFirstReleased,
      meaning: {
        es: 'Se abrió una orden de trabajo.',
        en: 'A work order was opened.',
      },
      obligations: ['O-19'],
      fields: { workOrder: 'always' },
    },
  },
});
