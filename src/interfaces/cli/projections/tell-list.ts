import { toldReason } from '../../../application/errors/store-reasons.js';
import type { ProjectionStatus } from '../../../composition/projections/projections-at-work.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { printJson, say, type Session } from '../session/session.js';
import { renderTable, type Column } from '../terminal/table.js';

const titles: readonly (readonly [Bilingual, number])[] = [
  [{ es: 'Proyección', en: 'Projection' }, 0],
  [{ es: 'Versión', en: 'Version' }, 0],
  [{ es: 'Estado', en: 'State' }, 0],
  [{ es: 'Faltan eventos', en: 'Events missing' }, 1],
  [{ es: 'Faltan bytes', en: 'Bytes missing' }, 3],
  [{ es: 'Segundos de retraso', en: 'Seconds behind' }, 1],
  [{ es: 'Apartados', en: 'Parked' }, 1],
  [{ es: 'Última falla', en: 'Last fault' }, 2],
];

const states: Readonly<Record<ProjectionStatus['state'], Bilingual>> = {
  live: { es: 'al día', en: 'up to date' },
  behind: { es: 'atrasada', en: 'behind' },
  rebuilding: { es: 'se vuelve a hacer', en: 'being rebuilt' },
  paused: { es: 'en pausa', en: 'paused' },
  unused: { es: 'sin uso aquí', en: 'unused here' },
};

const number = (value: number | null): string => (value === null ? '?' : String(Math.round(value)));

const cellsOf = (session: Session, each: ProjectionStatus): readonly string[] => [
  each.name,
  String(each.version),
  say(session, states[each.state]),
  number(each.lagEvents),
  number(each.lagBytes),
  number(each.lagSeconds),
  String(each.parked),
  each.lastError === null ? '' : say(session, each.lastError.text ?? toldReason(each.lastError.message)),
];

/** Tells how the rows of projections do: as one JSON array, or as a table. */
export const tellList = async (session: Session, found: readonly ProjectionStatus[]): Promise<void> => {
  if (session.json) {
    await printJson(
      session,
      found.map(({ name, version, state, position, lagEvents, lagBytes, lagSeconds, parked, lastError }) => ({
        ...{ name, version, state, position, lagEvents, lagBytes, lagSeconds, parked, lastError },
      })),
    );
    return;
  }
  const columns = titles.map(([title, rank]): Column => ({ title: say(session, title), rank }));
  const rows = found.map((each) => cellsOf(session, each));
  await session.out.write(await renderTable(session.space, columns, rows));
};
