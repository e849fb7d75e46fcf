// Checked by the compiler alone: the inputs as they are written out for editors are those that the DTOs take.
import type { CommandInput, InputByCommand, VerifyCauseInput } from 'quejas';
import type { SentInput } from '../../src/application/commands/parse-command.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Commands whose written input has other fields, or fields of other types, than its DTO. */
type Differing = {
  [C in keyof InputByCommand]: [
    Same<InputByCommand[C], SentInput<C>>,
    Same<keyof InputByCommand[C], keyof SentInput<C>>,
  ] extends [true, true]
    ? never
    : C;
}[keyof InputByCommand];

export const noCommandDiffers: Same<Differing, never> = true;

export const anInputHasAName = (input: VerifyCauseInput): CommandInput<'verifyCause'> => input;

export const timesAreTextsOrDates: CommandInput<'recordContact'> = {
  commandId: 'c-1',
  direction: 'to-user',
  channel: 'phone',
  contactedAt: new Date(),
  occurredAt: '2026-11-25T10:00:00Z',
};
