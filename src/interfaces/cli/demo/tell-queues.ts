import { roleLabels } from '../../../domain/texts/labels/people.js';
import { capitalised } from '../../../domain/texts/plain-text.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Quejas } from '../../../composition/quejas.js';
import { namedQueues, type Queue } from '../../../queries/queue-names.js';
import { queueTable } from '../reading/queue-table.js';
import { say, type Session } from '../session/session.js';
import { exampleViewer } from './example.js';

const texts = {
  title: { es: 'Qué hay que hacer en {provider}', en: 'What there is to do at {provider}' },
  supervisor: { es: 'Supervisión', en: 'Supervisors' },
  idle: { es: 'Sin pendientes: {queues}.', en: 'Nothing to do: {queues}.' },
  none: {
    es: 'Solicitudes abiertas: {open}. Fuera de toda cola: ninguna.',
    en: 'Open requests: {open}. In no queue: none.',
  },
  some: {
    es: 'Solicitudes abiertas: {open}. Fuera de toda cola: {missing}.',
    en: 'Open requests: {open}. In no queue: {missing}.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const shown = 5;
const ended: readonly string[] = ['closed', 'cancelled', 'rejected'];

/** A queue of a provider, and what people call it. */
interface Named {
  readonly queue: Queue;
  readonly label: Bilingual;
}

const labelOf = (name: Exclude<(typeof namedQueues)[number], 'all'>): Bilingual =>
  name === 'supervisor' ? texts.supervisor : roleLabels[name];

/** Every queue of a provider once: an area that has a role's name shares its queue. */
const queuesOf = ({ areas }: ProviderProfile): readonly Named[] => [
  ...namedQueues.flatMap((name) => (name === 'all' ? [] : [{ queue: name, label: labelOf(name) }])),
  ...areas
    .filter(({ id }) => !namedQueues.some((name) => name === id))
    .map(({ id, label }) => ({ queue: { area: id }, label })),
];

/** How many open requests a provider has, and how many of them stand in no queue. */
export interface Attended {
  readonly open: number;
  readonly inNoQueue: number;
}

/** Counts what stands in the queues of a provider by itself, and compares it with all that is open. */
export const attendedOf = async (quejas: Quejas): Promise<Attended> => {
  const folios = new Set<string>();
  for (const { queue } of queuesOf(quejas.provider)) {
    let after: string | undefined;
    do {
      const page = await quejas.queue(queue, exampleViewer, {
        limit: 1000,
        ...(after === undefined ? {} : { after }),
      });
      for (const { folio, status } of page.items) if (!ended.includes(status)) folios.add(folio);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  const { open } = await quejas.totals();
  return { open, inNoQueue: open - folios.size };
};

/** The work of a provider: the beginning of each queue, which ones are empty, and that nothing open is in none. */
export const queuesText = async (session: Session, quejas: Quejas): Promise<string> => {
  const { provider } = quejas;
  const { bold } = session.space.colours;
  const idle: string[] = [];
  let text = `\n${bold(say(session, texts.title, { provider: provider.name }))}\n`;
  for (const { queue, label } of queuesOf(provider)) {
    const { items, total } = await quejas.queue(queue, exampleViewer, { limit: shown });
    const name = capitalised(say(session, label));
    if (total === 0) idle.push(name);
    else text += `\n${bold(`${name} (${String(total)})`)}\n${await queueTable(session, items, provider)}`;
  }
  if (idle.length > 0) text += `\n${say(session, texts.idle, { queues: idle.join(', ') })}\n`;
  const { open, inNoQueue: missing } = await attendedOf(quejas);
  return `${text}${say(session, missing === 0 ? texts.none : texts.some, { open, missing })}\n`;
};
