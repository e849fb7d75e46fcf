import type { CaseBrief, CaseFull, CaseView } from '../../../queries/case-view.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { attributionLabels, holdLabels } from '../../../domain/texts/labels/work.js';
import { levelLabels } from '../../../domain/texts/labels/people.js';
import { rulingLabels } from '../../../domain/texts/labels/outcomes.js';
import {
  channelLabels,
  endingLabels,
  kindLabels,
  reportLabels,
  severityLabels,
  statusLabels,
} from '../../../domain/texts/labels/requests.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { hanging } from '../terminal/records.js';
import type { Session } from '../session/session.js';
import { historyText } from './history-text.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

/** What a view may tell; a brief one tells less. */
type Seen = Omit<CaseBrief, 'view'> & Partial<Omit<CaseFull, keyof CaseBrief>>;
type Line = readonly [title: Bilingual, value: (view: Seen) => string];
type Words = ReturnType<typeof wordsFor>;

const title = (es: string, en: string): Bilingual => ({ es, en });

const linesOf = (
  word: Words,
  moment: (at: string | null | undefined) => string,
  { areas }: ProviderProfile,
): readonly Line[] => [
  [title('Folio', 'Folio'), ({ folio }) => folio],
  [title('Tipo', 'Kind'), ({ kind }) => word(kindLabels, kind)],
  [title('Estado', 'Status'), ({ status }) => word(statusLabels, status)],
  [title('Recibida', 'Received'), ({ receivedAt }) => moment(receivedAt)],
  [title('Reporte', 'Report'), ({ report }) => (report === 'none' ? '' : word(reportLabels, report))],
  [title('Medio', 'Channel'), ({ channel }) => word(channelLabels, channel)],
  [title('Gravedad', 'Severity'), ({ severity }) => word(severityLabels, severity)],
  [title('Suscriptor', 'Subscriber'), ({ subscriber }) => subscriber ?? ''],
  [title('Reporta', 'Reported by'), ({ reporter }) => reporter ?? ''],
  [title('Contrato', 'Contract'), ({ contract }) => contract ?? ''],
  [title('Da seguimiento', 'Followed up by'), ({ owner }) => owner ?? ''],
  [title('Responsable técnico', 'Technical lead'), ({ technician }) => technician ?? ''],
  [
    title('Área', 'Area'),
    ({ area }) => word(Object.fromEntries(areas.map(({ id, label }) => [id, label])), area),
  ],
  [title('En espera', 'On hold'), ({ hold }) => word(holdLabels, hold)],
  [title('Atribución', 'Attribution'), ({ attribution }) => word(attributionLabels, attribution)],
  [title('Resolución', 'Ruling'), ({ ruling }) => (ruling === 'none' ? '' : word(rulingLabels, ruling))],
  [title('Nivel', 'Level'), ({ escalation }) => (escalation === 0 ? '' : word(levelLabels, escalation))],
  [title('Final', 'Ending'), ({ ending }) => (ending === 'open' ? '' : word(endingLabels, ending))],
  [title('Ciclo', 'Cycle'), ({ cycle }) => (cycle === 1 ? '' : String(cycle ?? ''))],
];

/** A case for a person's eye: how it stands, then what happened. What is not known or not so is left out. */
export const caseText = async (
  session: Session,
  view: CaseView,
  provider: ProviderProfile,
): Promise<string> => {
  const { language, space } = session;
  const known = linesOf(wordsFor(language), momentsFor(provider.zone, language), provider)
    .map(([name, value]) => [name[language], inline(value(view))] as const)
    .filter(([, value]) => value !== '');
  const width = Math.max(...known.map(([name]) => name.length));
  const head = known.map(([name, value]) =>
    space.isTTY
      ? `${space.colours.bold(name.padEnd(width))}  ${hanging(value, width + 2, space.columns)}\n`
      : `${name}\t${value}\n`,
  );
  return head.join('') + (await historyText(session, view.view === 'full' ? view.history : [], provider));
};
