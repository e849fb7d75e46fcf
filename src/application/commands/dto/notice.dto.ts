import type { Instant } from '../../../domain/kernel/instant.js';
import type { NoticeCommands, NoticeEvents } from '../../../domain/complaint/notice/messages.js';
import { channels, type Channel } from '../../../domain/complaint/vocabulary.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { nested } from './hydrate.js';
import { intake, type Intakes } from './intake.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, moment, oneOf, whole } from './rules/values.js';
import { BalanceDto, plain } from './shapes.dto.js';

type Recipient = NoticeEvents['UserNotified']['recipient'];
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
  /** Default: the subscriber. */
  @Field(optional(anyOf<Recipient>({ subscriber: true, reporter: true }))) recipient?: Recipient;
  /** Default: where the user chose to be answered, else the channel they filed by (I-21). */
  @Field(optional(oneOf(channels))) channel?: Channel;
  @Field(optional(moment)) sentAt?: Instant;
  @Field(optional(nested(RestorationImpossibleDto))) restorationImpossible?: RestorationImpossibleDto;
}

export class RecordDeliveryDto extends CommandDto {
  @Field(noticeNumber) notice!: number;
  @Field(oneOf(channels)) channel!: Channel;
  @Field(optional(moment)) deliveredAt?: Instant;
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

export class RateDto extends CommandDto {
  @Field(oneOf([1, 2, 3, 4, 5])) rating!: Rating;
  @Field(optional(text(4000))) comment?: string;
}

export const noticeIntakes = {
  notifyUser: intake(NotifyUserDto, ({ recipient, sentAt, restorationImpossible, ...fields }, at) => ({
    ...fields,
    recipient: recipient ?? 'subscriber',
    sentAt: sentAt ?? at,
    ...(restorationImpossible && { restorationImpossible: plain(restorationImpossible) }),
  })),
  recordDelivery: intake(RecordDeliveryDto, (fields, at) => ({
    ...fields,
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
  rate: intake(RateDto, (fields) => fields),
} satisfies Intakes<NoticeCommands>;
