// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import type { CommandResult, Quejas } from 'quejas';
import { accept, parseInstant, reject, type Decision, type Instant } from 'quejas/domain';

export const aResultIsReadOnlyAfterOneLooksWhatItIs = (result: CommandResult): string => {
  // @ts-expect-error a refusal has no folio
  const early: string = result.folio;
  if (result.ok) {
    // @ts-expect-error an accepted command has no code
    const code: string = result.code;
    return `${early}${code}${result.folio}`;
  }
  return `${result.code}${result.message.es}${result.message.en}`;
};

export const anAnswerMayBeMissing = async (quejas: Quejas): Promise<string> => {
  const shown = await quejas.show('CR-000123-0', { actor: 'cs-7', role: 'customer-service' });
  // @ts-expect-error there may be no such folio
  const { status } = shown;
  if (shown === undefined) return status;
  // @ts-expect-error a brief view has no revision
  const early: number = shown.revision;
  return shown.view === 'full' ? `${String(shown.revision)}${shown.ruling}` : String(early);
};

export const aTextIsNoInstant = (text: string): Instant | undefined => {
  // @ts-expect-error a text becomes an instant by being read, not by being named so
  const claimed: Instant = text;
  return claimed === text ? claimed : parseInstant(text);
};

export const aDecisionHasAtLeastOneEvent = (): Decision<'Filed', 'not-filed'> => {
  // @ts-expect-error nothing was decided
  const empty: Decision<'Filed', 'not-filed'> = { ok: true, events: [] };
  // @ts-expect-error no such code
  const unknown: Decision<'Filed', 'not-filed'> = reject('no-such-code');
  return [empty, unknown].every(({ ok }) => ok) ? accept('Filed') : reject('not-filed');
};
