import { instantOf, millisecondsOf, type Instant } from '../../../domain/kernel/instant.js';
import { flag } from '../flags/flag.js';
import { momentOption, numberOption, textOf } from '../flags/option-values.js';
import type { Subcommand } from '../program/subcommand.js';
import { restGroup } from '../reading/groups.js';
import type { Session } from '../session/session.js';

const dayMs = 86_400_000;

/** Both providers are in it: a local time that is typed is meant by its clocks. */
const zone = 'America/Mexico_City';

/** So many days, and one more, before the day of the clock: far enough back for all of them to be over. */
const daysBefore = async (session: Session, days: number): Promise<Instant> => {
  const clock = await session.clockIn(zone);
  return instantOf(Math.floor(millisecondsOf(clock()) / dayMs) * dayMs - (days + 1) * dayMs);
};

export const demo: Subcommand = {
  name: 'demo',
  aliases: [],
  group: restGroup,
  about: {
    es: 'Una quincena inventada de ambos proveedores, en una carpeta temporal',
    en: 'An invented fortnight of both providers, in a temporary folder',
  },
  flags: [
    flag(
      'seed',
      'text',
      'La misma semilla da la misma quincena (si falta: quejas)',
      'The same seed gives the same fortnight (default: quejas)',
    ),
    flag(
      'from',
      'instant',
      'Cuándo empieza (si falta: terminó ayer)',
      'When it begins (default: it ended yesterday)',
    ),
    flag(
      'days',
      'integer',
      'Cuántos días, de 1 a 366 (si falta: 14)',
      'How many days, 1 to 366 (default: 14)',
    ),
    flag(
      'accesses',
      'integer',
      'Líneas de cada proveedor (si falta: 10000)',
      'Lines of each provider (default: 10000)',
    ),
  ],
  ifInterrupted: {
    es: 'La carpeta temporal queda como está y puede borrarse; el mismo comando empieza otra en otra carpeta.',
    en: 'The temporary folder is left as it is and may be removed; the same command begins anew in another one.',
  },
  run: async (session, { options }) => {
    const days = numberOption(options, 'days', [1, 366]) ?? 14;
    const accesses = numberOption(options, 'accesses', [1, 10_000_000]);
    const asked = momentOption(options, 'from');
    const from = asked === undefined ? await daysBefore(session, days) : await asked(zone);
    const { runDemo } = await import('./run-demo.js');
    return runDemo(session, from, days, textOf(options, 'seed') ?? 'quejas', accesses);
  },
};
