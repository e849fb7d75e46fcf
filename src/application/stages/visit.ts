import {
  type VisitCommands,
  type VisitEvents,
  type VisitPurpose,
  visitPurposes,
} from '../../domain/complaint/visit/messages.js';
import {
  type Channel,
  type VisitFailure,
  channels,
  visitFailures,
} from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { line, text } from '../commands/dto/rules/texts.js';
import { anyOf, moment, oneOf, whole, yesOrNo } from '../commands/dto/rules/values.js';
import { VisitWindowDto, plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

type Party = VisitEvents['VisitCancelled']['by'];

const visitNumber = whole(1, 10_000);
const party = anyOf<Party>({ user: true, provider: true });

export class RequestVisitDto extends CommandDto {
  @Field(oneOf(visitPurposes)) purpose!: VisitPurpose;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class ScheduleVisitDto extends CommandDto {
  @Field(reference) visitor!: string;
  @Field(nested(VisitWindowDto)) window!: VisitWindowDto;
  @Field(oneOf(visitPurposes)) purpose!: VisitPurpose;
  /** The visitor's name, for the user to know who comes. */
  @Field(optional(line(200))) visitorName?: string;
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
  /** The visitor's name, for the user to know who comes. */
  @Field(optional(line(200))) visitorName?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export class CompleteVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(moment) startedAt!: Instant;
  @Field(optional(moment)) endedAt?: Instant;
  /** True if it took place though the user had not been told: the event says so. */
  @Field(optional(yesOrNo)) unannounced?: boolean;
  @Field(optional(text(4000))) report?: string;
}

export class FailVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(oneOf(visitFailures)) reason!: VisitFailure;
  @Field(optional(moment)) failedAt?: Instant;
  /** True if no notice of its window was recorded: the event says so, and nothing is put down to the user. */
  @Field(optional(yesOrNo)) unannounced?: boolean;
  @Field(optional(text(4000))) report?: string;
}

export class CancelVisitDto extends CommandDto {
  @Field(visitNumber) visit!: number;
  @Field(party) by!: Party;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export const visit = defineStage<VisitEvents, VisitCommands>()({
  intakes: {
    requestVisit: intake(RequestVisitDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    scheduleVisit: intake(ScheduleVisitDto, ({ window, ...fields }) => ({
      ...fields,
      window: plain(window),
    })),
    notifyVisit: intake(NotifyVisitDto, (fields, at) => ({ ...fields, notifiedAt: fields.notifiedAt ?? at })),
    rescheduleVisit: intake(RescheduleVisitDto, ({ window, saidBy, ...fields }) => ({
      ...fields,
      window: plain(window),
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    completeVisit: intake(CompleteVisitDto, (fields, at) => ({ ...fields, endedAt: fields.endedAt ?? at })),
    failVisit: intake(FailVisitDto, (fields, at) => ({ ...fields, failedAt: fields.failedAt ?? at })),
    cancelVisit: intake(CancelVisitDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
  },
  events: {
    VisitRequested: {
      ...asFirstReleased,
      meaning: {
        es: 'Se pidió una visita al domicilio.',
        en: 'A visit to the home was asked for.',
      },
      obligations: ['O-28'],
      fields: { visit: 'always', purpose: 'always', saidBy: 'sometimes' },
    },
    VisitScheduled: {
      ...asFirstReleased,
      meaning: {
        es: 'Se coordinó una visita y su horario.',
        en: 'A visit and its window were coordinated.',
      },
      obligations: ['O-28', 'O-29'],
      fields: { visit: 'always', visitor: 'always', window: 'always', purpose: 'always' },
    },
    VisitNotified: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario conoce el horario de la visita.',
        en: 'The user knows the window of the visit.',
      },
      obligations: ['O-30', 'I-14'],
      fields: { visit: 'always', channel: 'always', notifiedAt: 'always' },
    },
    VisitRescheduled: {
      ...asFirstReleased,
      meaning: {
        es: 'La visita cambió de horario o de visitante; hay que avisar de nuevo.',
        en: 'The visit has another window or visitor; it must be notified again.',
      },
      obligations: ['O-29', 'O-30', 'I-14'],
      fields: { visit: 'always', window: 'always', by: 'always', visitor: 'always', saidBy: 'sometimes' },
    },
    VisitCompleted: {
      ...asFirstReleased,
      meaning: {
        es: 'La visita se hizo.',
        en: 'The visit took place.',
      },
      obligations: ['O-28', 'I-14'],
      fields: { visit: 'always', startedAt: 'always', endedAt: 'always', unannounced: 'sometimes' },
    },
    VisitFailed: {
      ...asFirstReleased,
      meaning: {
        es: 'La visita no pudo hacerse.',
        en: 'The visit could not take place.',
      },
      obligations: ['O-29', 'I-15'],
      fields: { visit: 'always', reason: 'always', failedAt: 'always', unannounced: 'sometimes' },
    },
    VisitCancelled: {
      ...asFirstReleased,
      meaning: {
        es: 'La visita se canceló.',
        en: 'The visit was cancelled.',
      },
      obligations: ['O-29'],
      fields: { visit: 'always', by: 'always', saidBy: 'sometimes' },
    },
  },
});
