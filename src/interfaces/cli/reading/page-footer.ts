import { note, type Session } from '../session/session.js';

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
