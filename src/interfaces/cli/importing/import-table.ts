import { isRefusalCode, refusals, refusalText } from '../../../application/commands/refusals.js';
import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import { isComplaintEventType } from '../../../domain/complaint/evolve.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { namesIn } from '../../../domain/kernel/rejection-text.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import type { ImportResult } from '../../../jobs/import/import-result.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { momentsFor } from '../reading/moments.js';
import type { Session } from '../session/session.js';
import { labelledLines, type LabelledLine } from '../terminal/labelled-lines.js';
import { complaintSubcommandList } from '../writing/complaint-subcommands.js';
import { kebabCase } from '../flags/flag.js';

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

/** What a command does, as help says it. */
const commandTold = (type: ComplaintCommandType, language: Language): string =>
  complaintSubcommandList.find(({ name }) => name === kebabCase(type))?.about[language] ?? kebabCase(type);

/** Refusals of many cases are counted together: what differs between them is left open. */
const refusalTold = (code: string, language: Language): string => {
  if (!isRefusalCode(code)) return `[${code}]`;
  const leftOpen = Object.fromEntries(namesIn(refusals[code].es).map((name) => [name, '…']));
  return `${refusalText(code, leftOpen)[language]} [${code}]`;
};

/** What came of an import, for a person's eye, in the zone of the provider: the counts, then what could not be mapped or was refused. */
export const importText = (
  { language, space }: Pick<Session, 'language' | 'space'>,
  result: ImportResult,
  zone: string,
): string => {
  const moment = momentsFor(zone, language);
  const counts = Object.keys(labels)
    .filter(isCount)
    .map((name): LabelledLine => [labels[name][language], result[name]]);
  const differences = result.firstDifferences.map(
    ({ case: name, activity, command, occurredAt }): LabelledLine => [
      { es: 'Diferencia', en: 'Difference' }[language],
      [name, activity, commandTold(command, language), moment(occurredAt)],
    ],
  );
  const gone = result.firstGone.map(({ case: name, event, occurredAt }): LabelledLine => [
    { es: 'Ya no está en el registro', en: 'No longer in the log' }[language],
    [name, isComplaintEventType(event) ? eventLabels[event][language] : event, moment(occurredAt)],
  ]);
  const outOfOrder = result.firstOutOfOrder.map(({ case: name, event }): LabelledLine => [
    { es: 'Fuera de orden', en: 'Out of order' }[language],
    [name, String(event)],
  ]);
  const unmapped = result.unmapped.map(({ activity, count }): LabelledLine => [
    { es: 'Sin regla', en: 'No rule' }[language],
    [activity, String(count)],
  ]);
  const refused = result.refused.map(({ activity, command, code, count }): LabelledLine => [
    { es: 'Rechazado', en: 'Refused' }[language],
    [activity, commandTold(command, language), refusalTold(code, language), String(count)],
  ]);
  return labelledLines(space, [...counts, ...differences, ...gone, ...outOfOrder, ...unmapped, ...refused]);
};
