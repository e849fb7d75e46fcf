import {
  type EndingCommands,
  type EndingEvents,
  type ReopeningReason,
  reopeningReasons,
} from '../../domain/complaint/ending/messages.js';
import { type Waivable, waivables } from '../../domain/complaint/vocabulary.js';
import { CommandDto } from '../commands/dto/command.dto.js';
import { Field } from '../commands/dto/field.js';
import { nested } from '../commands/dto/hydrate.js';
import { intake } from '../commands/dto/intake.js';
import { reference } from '../commands/dto/rules/references.js';
import { optional } from '../commands/dto/rules/rule.js';
import { text } from '../commands/dto/rules/texts.js';
import { anyOf, listOf, oneOf } from '../commands/dto/rules/values.js';
import { plain, SaidByDto } from '../commands/dto/shapes.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

type Withdrawal = EndingEvents['Withdrawn']['reason'];
type Lapse = EndingEvents['Lapsed']['reason'];

export class WithdrawDto extends CommandDto {
  @Field(anyOf<Withdrawal>({ 'solved-by-itself': true, 'no-longer-wanted': true, other: true }))
  reason!: Withdrawal;
  /** What is owed to the user, and the user does without. */
  @Field(optional(listOf(oneOf(waivables), 3))) waives?: readonly Waivable[];
  @Field(optional(text(4000))) explanation?: string;
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
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
  /** Who said so, where staff record it for a user who spoke to them. */
  @Field(optional(nested(SaidByDto))) saidBy?: SaidByDto;
}

export const ending = defineStage<EndingEvents, EndingCommands>()({
  intakes: {
    withdraw: intake(WithdrawDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
    lapse: intake(LapseDto, (fields) => fields),
    markDuplicate: intake(MarkDuplicateDto, (fields) => fields),
    close: intake(CloseDto, () => ({})),
    reopen: intake(ReopenDto, ({ saidBy, ...fields }) => ({
      ...fields,
      ...(saidBy && { saidBy: plain(saidBy) }),
    })),
  },
  events: {
    Withdrawn: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario desistió.',
        en: 'The user took the request back.',
      },
      obligations: ['I-12', 'I-16'],
      fields: { reason: 'always', waives: 'sometimes', saidBy: 'sometimes' },
    },
    Lapsed: {
      ...asFirstReleased,
      meaning: {
        es: 'El usuario no atendió lo que se le pidió.',
        en: 'The user did not follow up on what was asked of them.',
      },
      obligations: ['I-12'],
      fields: { reason: 'always' },
    },
    MarkedDuplicate: {
      ...asFirstReleased,
      meaning: {
        es: 'Otra solicitud sigue en lugar de ésta.',
        en: 'Another request goes on in place of this one.',
      },
      obligations: ['I-12', 'I-25'],
      fields: { of: 'always', toldTo: 'always' },
    },
    Closed: {
      ...asFirstReleased,
      meaning: {
        es: 'La solicitud terminó después de la respuesta final.',
        en: 'The request ended after the final word.',
      },
      obligations: ['I-12', 'I-16', 'I-17'],
      fields: { reason: 'always' },
    },
    Reopened: {
      ...asFirstReleased,
      meaning: {
        es: 'El trabajo empieza de nuevo con el mismo folio.',
        en: 'Work begins again under the same folio.',
      },
      obligations: ['I-02', 'I-23'],
      fields: { cycle: 'always', reason: 'always', saidBy: 'sometimes' },
    },
  },
});
