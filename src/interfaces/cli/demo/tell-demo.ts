import type { WorkloadResult } from '../../../jobs/simulate/run-workload.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { JsonObject } from '../../../domain/kernel/json.js';
import { datesIn } from '../../../domain/texts/dates.js';
import { caseText } from '../reading/case-text.js';
import { totalsTable } from '../reading/totals-table.js';
import type { Place } from '../session/opener.js';
import { printJson, say, type Session } from '../session/session.js';
import { wrapped } from '../terminal/wrap.js';
import { chooseExample, type Example } from './example.js';
import { nextLines } from './next-lines.js';
import type { House } from './open-house.js';
import { attendedOf, queuesText } from './tell-queues.js';

export interface DemoOutcome {
  readonly place: Pick<Place, 'store' | 'keys'>;
  readonly house: House;
  readonly result: WorkloadResult;
  readonly seed: string;
  readonly from: Instant;
  readonly days: number;
  readonly seconds: number;
}

const texts = {
  and: { es: ' y ', en: ' and ' },
  headline: {
    es: '{days} {days:día|días} de {providers} desde el {from} (semilla {seed})',
    en: '{days} {days:day|days} of {providers} from {from} (seed {seed})',
  },
  counts: {
    es: '{filed} {filed:solicitud|solicitudes}, {commands} {commands:comando|comandos}, {events} {events:evento|eventos} en {seconds} s; {refused} {refused:lo|los} rechazó una regla, como debía.',
    en: '{filed} {filed:request|requests}, {commands} {commands:command|commands}, {events} {events:event|events} in {seconds} s; a rule refused {refused} of them, as it should.',
  },
  unexpected: {
    es: 'Fuera de lo previsto: {count}. El primero: {first}',
    en: 'Not as planned: {count}. The first: {first}',
  },
  life: { es: 'La vida de una solicitud', en: 'The life of a request' },
  letter: { es: 'Lo que recibió su usuario', en: 'What its user got' },
  totals: { es: 'En total', en: 'In all' },
  next: { es: 'Para seguir mirando', en: 'Where to look next' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const title = (session: Session, text: Bilingual, details: JsonObject = {}): string =>
  `\n${session.space.colours.bold(say(session, text, details))}\n\n`;

const letterText = ({ space }: Session, { letter: { subject, body } }: Example): string =>
  wrapped(space, `${subject}\n\n${body}`, '  ');

const headText = (session: Session, { house, result, seed, from, days, seconds }: DemoOutcome): string => {
  const [first] = result.unexpected;
  const refused = Object.values(result.refused).reduce((sum, count) => sum + count, 0);
  const providers = house.served.map(({ provider }) => provider.name).join(say(session, texts.and));
  const [zone = 'UTC'] = house.served.map(({ provider }) => provider.zone);
  const day = datesIn(zone, session.language).day(from);
  return [
    session.space.colours.bold(
      wrapped(session.space, say(session, texts.headline, { days, providers, from: day, seed })),
    ),
    wrapped(
      session.space,
      say(session, texts.counts, {
        filed: result.folios.size,
        commands: result.commands,
        events: result.events,
        seconds: seconds.toFixed(1),
        refused,
      }),
    ),
    ...(first === undefined
      ? []
      : [say(session, texts.unexpected, { count: result.unexpected.length, first: JSON.stringify(first) })]),
    '',
  ].join('\n');
};

const tellJson = async (
  session: Session,
  outcome: DemoOutcome,
  example: Example | undefined,
): Promise<void> => {
  const { place, house, result, seed, from, days } = outcome;
  const { commands, accepted, duplicates, events, refused, unexpected } = result;
  const providers = [];
  for (const quejas of house.served)
    providers.push({
      provider: quejas.provider.id,
      ...(await quejas.totals()),
      inNoQueue: (await attendedOf(quejas)).inNoQueue,
    });
  const counts = { commands, accepted, duplicates, events, refused, unexpected };
  await printJson(session, {
    ...place,
    seed,
    from,
    days,
    ...counts,
    providers,
    example: example?.view.folio ?? null,
  });
};

/** Says what the demo did: one life and its letter, the queues, the totals, and where to look next. */
export const tellDemo = async (session: Session, outcome: DemoOutcome): Promise<void> => {
  const { house, result } = outcome;
  const example = await chooseExample(house.served, [...result.folios.values()]);
  if (session.json) return tellJson(session, outcome, example);
  const { out } = session;
  await out.write(headText(session, outcome));
  if (example !== undefined) {
    const { quejas, view } = example;
    await out.write(title(session, texts.life) + (await caseText(session, view, quejas.provider)));
    await out.write(`${title(session, texts.letter)}${letterText(session, example)}\n`);
  }
  for (const quejas of house.served) await out.write(await queuesText(session, quejas));
  await out.write(title(session, texts.totals) + (await totalsTable(session, house.served)));
  const next = nextLines(session.env, outcome.place, example).map((line) => `  ${line}\n`);
  await out.write(title(session, texts.next) + next.join(''));
};
