import type { Instant } from '../../../domain/kernel/instant.js';
import { Field } from './field.js';
import { commandReference } from './rules/references.js';
import { optional } from './rules/rule.js';
import { moment, whole } from './rules/values.js';

/** What every command brings besides its own fields. */
export class CommandDto {
  /** By this id the command is known for ever: sent again, it gives its first outcome (I-25). */
  @Field(commandReference) commandId!: string;
  /** When it happened; the clock where absent. */
  @Field(optional(moment)) occurredAt?: Instant;
  /** The revision it was decided on; another one by now refuses it. */
  @Field(optional(whole(0, 1_000_000_000))) expectedRevision?: number;
}

/** What goes with every command, as plain data. */
export type CommandFrame = Readonly<Pick<CommandDto, keyof CommandDto>>;
