import { flag, type Flag } from '../flags/flag.js';
import { numberOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { note, type Session } from '../session/session.js';

export const pageFlags: readonly Flag[] = [
  flag('limit', 'integer', 'Cuántas, de 1 a 1000 (si falta: 50)', 'How many, from 1 to 1000 (default: 50)'),
  flag(
    'after',
    'text',
    'Desde dónde seguir: el «next» de la página anterior',
    'Where to go on: "next" of the page before',
  ),
];

/** Throws `number-invalid`. */
export const pageAsked = (options: Options): { limit: number; after?: string } => {
  const after = textOf(options, 'after');
  return {
    limit: numberOption(options, 'limit', [1, 1000]) ?? 50,
    ...(after === undefined ? {} : { after }),
  };
};

interface Footed {
  readonly shown: number;
  readonly total: number;
  readonly next: string | null;
}

/** What stands under a table on a terminal: how many there are, where the rest is, whose clock it shows. */
export const pageFooter = async (
  session: Session,
  { shown, total, next }: Footed,
  zone: string,
): Promise<void> => {
  if (!session.space.isTTY) return;
  const { zoneInWords } = await import('../../../domain/texts/zone-words.js');
  await note(
    session,
    { es: '{shown} de {total}; {zone}.', en: '{shown} of {total}; {zone}.' },
    { shown, total, zone: zoneInWords(zone, session.language) },
  );
  if (next !== null)
    await note(session, { es: 'Sigue con: --after {next}', en: 'Go on with: --after {next}' }, { next });
};
