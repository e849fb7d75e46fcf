import type { Instant } from '../../../domain/kernel/instant.js';
import {
  type VisitCommands,
  type VisitEvents,
  type VisitPurpose,
  visitPurposes,
} from '../../../domain/complaint/visit/messages.js';
import {
  channels,
  visitFailures,
  type Channel,
  type VisitFailure,
} from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { nested } from './hydrate.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, moment, oneOf, whole } from './rules/values.js';
import { plain, VisitWindowDto } from './shapes.dto.js';

type Party = VisitEvents['VisitCancelled']['by'];

const visitNumber = whole(1, 10_000);
const party = anyOf<Party>({ user: true, provider: true });

export class RequestVisitDto extends CommandDto {
  @Field(oneOf(visitPurposes)) purpose!: VisitPurpose;
}

export class ScheduleVisitDto extends CommandDto {
  @Field(reference) visitor!: string;
  @Field(nested(VisitWindowDto)) window!: VisitWindowDto;
  @Field(oneOf(visitPurposes)) purpose!: VisitPurpose;
  @Field(optional(text(4000))) address?: string;
}

export class NotifyVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) notifiedAt?: Instant;
}

export class RescheduleVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(nested(VisitWindowDto)) window!: VisitWindowDto;
  @Field(party) by!: Party;
  /** Default: the technician who was to come before. */
  @Field(optional(reference)) visitor?: string;
}

export class CompleteVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(moment) startedAt!: Instant;
  @Field(optional(moment)) endedAt?: Instant;
  @Field(optional(text(4000))) report?: string;
}

export class FailVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(oneOf(visitFailures)) reason!: VisitFailure;
  @Field(optional(moment)) failedAt?: Instant;
  @Field(optional(text(4000))) report?: string;
}

export class CancelVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(party) by!: Party;
}

export const visitIntakes = {
  requestVisit: intake(RequestVisitDto, (fields) => fields),
  scheduleVisit: intake(ScheduleVisitDto, ({ window, ...fields }) => ({ ...fields, window: plain(window) })),
  notifyVisit: intake(NotifyVisitDto, (fields, at) => ({ ...fields, notifiedAt: fields.notifiedAt ?? at })),
  rescheduleVisit: intake(RescheduleVisitDto, ({ window, ...fields }) => ({
    ...fields,
    window: plain(window),
  })),
  completeVisit: intake(CompleteVisitDto, (fields, at) => ({ ...fields, endedAt: fields.endedAt ?? at })),
  failVisit: intake(FailVisitDto, (fields, at) => ({ ...fields, failedAt: fields.failedAt ?? at })),
  cancelVisit: intake(CancelVisitDto, (fields) => fields),
} satisfies Intakes<VisitCommands>;
