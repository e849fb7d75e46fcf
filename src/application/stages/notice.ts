import {
  type NoticeCommands,
  type NoticeEvents,
  type Recipient,
  recipients,
} from '../../domain/complaint/notice/messages.js';
import { type Channel, channels } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { optional } from '../commands/dto/rules/rule.js';
import { line, text } from '../commands/dto/rules/texts.js';
import { anyOf, moment, oneOf, whole } from '../commands/dto/rules/values.js';
import { BalanceDto, plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

type Offer = NonNullable<NoticeEvents['UserNotified']['offer']>;
type FailureReason = NoticeEvents['NotificationFailed']['reason'];
type AnswerOutcome = NoticeEvents['AnswerProvided']['outcome'];
type Rating = NoticeEvents['SatisfactionRated']['rating'];

/** The revision of the event that sent the notice. */
const noticeNumber = whole(0, 1_000_000_000);

export class RestorationImpossibleDto {
  /** A blank reason is refused by the notice itself (I-09). */
  @Field(text(4000, { blank: true })) reason!: string;
  @Field(anyOf<Offer>({ compensation: true, cancellation: true })) offer!: Offer;
}

export class NotifyUserDto extends CommandDto {
  /** Default: whom the provider's procedure names, the subscriber or the user who reported it (O-36). */
  @Field(optional(oneOf(recipients))) recipient?: Recipient;
  /** Default: where the user chose to be answered, else the channel they filed by (I-21). */
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) sentAt?: Instant;
  @Field(optional(nested(RestorationImpossibleDto))) restorationImpossible?: RestorationImpossibleDto;
}

export class SentLetterDto {
  @Field(line(400)) subject!: string;
  @Field(text(10_000)) body!: string;
}

export class RecordDeliveryDto extends CommandDto {
  @Field(noticeNumber) notice!: number;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) deliveredAt?: Instant;
  /** The text as it was sent: it is kept, sealed, and rendered from then on. */
  @Field(optional(nested(SentLetterDto))) letter?: SentLetterDto;
}

export class RecordDeliveryFailureDto extends CommandDto {
  @Field(noticeNumber) notice!: number;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) failedAt?: Instant;
  @Field(anyOf<FailureReason>({ bounced: true, unreachable: true, refused: true, other: true }))
  reason!: FailureReason;
}

export class ProvideAnswerDto extends CommandDto {
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) answeredAt?: Instant;
  @Field(anyOf<AnswerOutcome>({ answered: true, acknowledged: true, done: true, 'not-possible': true }))
  outcome!: AnswerOutcome;
  /** A blank answer is refused by the answer itself. */
  @Field(text(4000, { blank: true })) answer!: string;
}

export class ExecuteCancellationDto extends CommandDto {
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) effectiveAt?: Instant;
  @Field(optional(nested(BalanceDto))) balance?: BalanceDto;
}

export class GiveFurtherNoticeDto extends CommandDto {
  /** Default: where the user chose to be answered, else the channel they filed by (I-21). */
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) sentAt?: Instant;
}

export class RateDto extends CommandDto {
  @Field(oneOf([1, 2, 3, 4, 5])) rating!: Rating;
  @Field(optional(text(4000))) comment?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export const notice = defineStage<NoticeEvents, NoticeCommands>()({
  intakes: {
    notifyUser: intake(NotifyUserDto, ({ sentAt, restorationImpossible, ...fields }, at) => ({
      ...fields,
      sentAt: sentAt ?? at,
      ...(restorationImpossible && { restorationImpossible: plain(restorationImpossible) }),
    })),
    recordDelivery: intake(RecordDeliveryDto, ({ letter, ...fields }, at) => ({
      ...fields,
      ...(letter && { letter: plain(letter) }),
      deliveredAt: fields.deliveredAt ?? at,
    })),
    recordDeliveryFailure: intake(RecordDeliveryFailureDto, (fields, at) => ({
      ...fields,
      failedAt: fields.failedAt ?? at,
    })),
    provideAnswer: intake(ProvideAnswerDto, (fields, at) => ({
      ...fields,
      answeredAt: fields.answeredAt ?? at,
    })),
    executeCancellation: intake(ExecuteCancellationDto, ({ balance, ...fields }, at) => ({
      ...fields,
      effectiveAt: fields.effectiveAt ?? at,
      ...(balance && { balance: plain(balance) }),
    })),
    giveFurtherNotice: intake(GiveFurtherNoticeDto, (fields, at) => ({
      ...fields,
      sentAt: fields.sentAt ?? at,
    })),
    rate: intake(RateDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
  },
  events: {
    UserNotified: {
      ...asFirstReleased,
      meaning: {
        es: 'Aviso final: causas, procedencia y restablecimiento, como quedaron registrados.',
        en: 'The final notice: causes, ruling and restoration, as they were recorded.',
      },
      obligations: ['O-23', 'O-24', 'O-25', 'O-26', 'O-27', 'O-36', 'I-09', 'I-11', 'I-21'],
      fields: {
        folio: 'always',
        causes: 'always',
        cause: 'always',
        outcome: 'always',
        ruling: 'always',
        restoration: 'always',
        recipient: 'always',
        representative: 'sometimes',
        channel: 'always',
        sentAt: 'always',
        nextInstance: 'sometimes',
        compensation: 'sometimes',
        goodwill: 'sometimes',
        undueCharge: 'sometimes',
        offer: 'sometimes',
        replaces: 'sometimes',
      },
    },
    NotificationDelivered: {
      ...asFirstReleased,
      meaning: {
        es: 'Consta que un aviso llegó.',
        en: 'There is proof that a notice arrived.',
      },
      obligations: ['O-23'],
      fields: { notice: 'always', final: 'always', channel: 'always', deliveredAt: 'always' },
    },
    NotificationFailed: {
      ...asFirstReleased,
      meaning: {
        es: 'Un aviso no llegó.',
        en: 'A notice did not arrive.',
      },
      obligations: ['O-23'],
      fields: {
        notice: 'always',
        final: 'always',
        channel: 'always',
        failedAt: 'always',
        reason: 'always',
        unreachable: 'sometimes',
        again: 'sometimes',
      },
    },
    AnswerProvided: {
      ...asFirstReleased,
      meaning: {
        es: 'Se contestó una consulta, una sugerencia o un trámite.',
        en: 'An inquiry, a suggestion or a procedure was answered.',
      },
      obligations: ['O-02', 'O-03', 'O-05', 'O-06', 'I-12', 'I-21'],
      fields: { channel: 'always', answeredAt: 'always', outcome: 'always' },
    },
    CancellationExecuted: {
      ...asFirstReleased,
      meaning: {
        es: 'La cancelación surtió efecto; su número es el folio.',
        en: 'The cancellation took effect; its number is the folio.',
      },
      obligations: ['O-06', 'I-12'],
      fields: { folio: 'always', effectiveAt: 'always', channel: 'always', balance: 'sometimes' },
    },
    FurtherNoticeGiven: {
      ...asFirstReleased,
      meaning: {
        es: 'Se comunicó al usuario lo que resultó además de la respuesta final: cómo terminó, una compensación, un acuerdo, el cumplimiento de una resolución.',
        en: 'The user was told what came of it beside the final word: how it ended, a compensation, an agreement, a resolution that was carried out.',
      },
      obligations: ['I-10', 'I-11', 'I-21'],
      fields: {
        about: 'always',
        channel: 'always',
        sentAt: 'always',
        compensation: 'sometimes',
        goodwill: 'sometimes',
        undueCharge: 'sometimes',
      },
    },
    SatisfactionRated: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario calificó la atención.',
        en: 'The user rated how the request was handled.',
      },
      obligations: ['I-23'],
      fields: { rating: 'always', saidBy: 'sometimes' },
    },
  },
});
