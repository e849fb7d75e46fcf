import type { Quejas } from '../../../composition/quejas.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';

const titles = {
  es: ['Proveedor', 'Registradas', 'Abiertas', 'Terminadas', 'Reabiertas', 'Con espera'],
  en: ['Provider', 'Filed', 'Open', 'Ended', 'Reopened', 'With waits'],
} as const;

/** How many requests each provider has, for a person's eye; counted in the rows. */
export const totalsTable = async (
  { language, space }: Session,
  served: readonly Quejas[],
): Promise<string> => {
  const rows: string[][] = [];
  for (const quejas of served) {
    const { filed, open, closed, casesReopened, casesWithWait } = await quejas.totals();
    rows.push([quejas.provider.name, ...[filed, open, closed, casesReopened, casesWithWait].map(String)]);
  }
  return renderTable(
    space,
    titles[language].map((title, place) => ({ title, rank: place > 3 ? 1 : 0 })),
    rows,
  );
};
