import type { ImportResult } from '../../../jobs/import/import-result.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Session } from '../session/session.js';

type Count = {
  readonly [K in keyof ImportResult]: ImportResult[K] extends number ? K : never;
}[keyof ImportResult];

const labels: Readonly<Record<Count, Bilingual>> = {
  cases: { es: 'Solicitudes en el almacén', en: 'Requests in the store' },
  events: { es: 'Eventos leídos', en: 'Events read' },
  appended: { es: 'Eventos guardados', en: 'Events stored' },
  duplicates: { es: 'Comandos que ya se habían tomado', en: 'Commands taken before' },
  differences: { es: 'Diferencias con lo guardado', en: 'Differences from what is stored' },
  outOfOrder: { es: 'Eventos fuera de orden', en: 'Events out of order' },
  emptyTraces: { es: 'Casos sin eventos', en: 'Cases without events' },
  filled: { es: 'Comandos que el registro no dice', en: 'Commands that the log does not say' },
  casesWithWait: { es: 'Solicitudes con espera del usuario', en: 'Requests that waited for the user' },
  waits: { es: 'Esperas del usuario', en: 'Waits for the user' },
  casesReopened: { es: 'Solicitudes reabiertas', en: 'Requests reopened' },
  casesNotClosed: { es: 'Casos que el registro no cierra', en: 'Cases that the log does not close' },
  noNewFact: { es: 'Eventos sin ningún hecho nuevo', en: 'Events with no new fact' },
};

const isCount = (name: string): name is Count => Object.hasOwn(labels, name);

/** What came of an import, for a person's eye: the counts, then what could not be mapped or was refused. */
export const importText = ({ language, space }: Session, result: ImportResult): string => {
  const counts = Object.keys(labels).filter(isCount);
  const width = Math.max(...counts.map((name) => labels[name][language].length));
  const lines = counts.map((name) => {
    const label = labels[name][language];
    const value = String(result[name]);
    return space.isTTY ? `${label.padEnd(width)}  ${value.padStart(9)}\n` : `${label}\t${value}\n`;
  });
  const differences = result.firstDifferences.map(
    ({ case: name, activity, command, occurredAt }) =>
      `${{ es: 'Diferencia', en: 'Difference' }[language]}\t${inline(name)}\t${inline(activity)}\t${command}\t${occurredAt}\n`,
  );
  const outOfOrder = result.firstOutOfOrder.map(
    ({ case: name, event }) =>
      `${{ es: 'Fuera de orden', en: 'Out of order' }[language]}\t${inline(name)}\t${event}\n`,
  );
  const unmapped = result.unmapped.map(
    ({ activity, count }) =>
      `${{ es: 'Sin regla', en: 'No rule' }[language]}\t${inline(activity)}\t${count}\n`,
  );
  const refused = result.refused.map(
    ({ activity, command, code, count }) =>
      `${{ es: 'Rechazado', en: 'Refused' }[language]}\t${inline(activity)}\t${command}\t${code}\t${count}\n`,
  );
  return [...lines, ...differences, ...outOfOrder, ...unmapped, ...refused].join('');
};
