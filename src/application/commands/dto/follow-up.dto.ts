import type { Instant } from '../../../domain/kernel/instant.js';
import {
  type FollowUpCommands,
  type FollowUpEvents,
  type HoldReason,
  holdReasons,
} from '../../../domain/complaint/follow-up/messages.js';
import { channels, type Channel } from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { nested } from './hydrate.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, moment, oneOf } from './rules/values.js';
import { AttachmentDto, plain } from './shapes.dto.js';

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
}

export class PutOnHoldDto extends CommandDto {
  @Field(oneOf(holdReasons)) reason!: HoldReason;
  @Field(optional(text(4000))) explanation?: string;
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
}

export class OpenWorkOrderDto extends CommandDto {
  @Field(reference) workOrder!: string;
}

export const followUpIntakes = {
  assignTechnician: intake(AssignTechnicianDto, (fields) => fields),
  reassignCase: intake(ReassignCaseDto, (fields) => fields),
  recordContact: intake(RecordContactDto, (fields, at) => ({
    ...fields,
    contactedAt: fields.contactedAt ?? at,
  })),
  requestInformation: intake(RequestInformationDto, (fields) => fields),
  receiveInformation: intake(ReceiveInformationDto, (fields) => fields),
  putOnHold: intake(PutOnHoldDto, (fields) => fields),
  resume: intake(ResumeDto, () => ({})),
  addNote: intake(AddNoteDto, ({ visibility = 'staff', note }) => ({ visibility, note })),
  attachEvidence: intake(AttachEvidenceDto, ({ attachment, ...fields }) => ({
    ...fields,
    attachment: plain(attachment),
  })),
  openWorkOrder: intake(OpenWorkOrderDto, (fields) => fields),
} satisfies Intakes<FollowUpCommands>;
