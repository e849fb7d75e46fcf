import {
  type EndingCommands,
  type EndingEvents,
  type ReopeningReason,
  reopeningReasons,
} from '../../../domain/complaint/ending/messages.js';
import { CommandDto } from './command.dto.js';
import { Field } from './field.js';
import { intake, type Intakes } from './intake.js';
import { reference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { text } from './rules/texts.js';
import { anyOf, oneOf } from './rules/values.js';

type Withdrawal = EndingEvents['Withdrawn']['reason'];
type Lapse = EndingEvents['Lapsed']['reason'];

export class WithdrawDto extends CommandDto {
  @Field(anyOf<Withdrawal>({ 'solved-by-itself': true, 'no-longer-wanted': true, other: true }))
  reason!: Withdrawal;
  @Field(optional(text(4000))) explanation?: string;
}

export class LapseDto extends CommandDto {
  @Field(anyOf<Lapse>({ 'no-answer': true, 'no-access': true })) reason!: Lapse;
}

export class MarkDuplicateDto extends CommandDto {
  /** Folio of the complaint that goes on. */
  @Field(reference) of!: string;
}

export class CloseDto extends CommandDto {}

export class ReopenDto extends CommandDto {
  @Field(oneOf(reopeningReasons)) reason!: ReopeningReason;
  @Field(optional(text(4000))) explanation?: string;
}

export const endingIntakes = {
  withdraw: intake(WithdrawDto, (fields) => fields),
  lapse: intake(LapseDto, (fields) => fields),
  markDuplicate: intake(MarkDuplicateDto, (fields) => fields),
  close: intake(CloseDto, () => ({})),
  reopen: intake(ReopenDto, (fields) => fields),
} satisfies Intakes<EndingCommands>;
