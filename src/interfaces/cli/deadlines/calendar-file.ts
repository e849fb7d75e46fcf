import { resolve } from 'node:path';
import { errorOf } from '../../../application/errors/coded-error.js';
import { readCalendar } from '../../../application/calendars/publish-calendar.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { calendarFaultText, type CalendarFault } from '../../../domain/sla/calendar-faults.js';
import type { CalendarSource, PublishedCalendar } from '../../../domain/sla/calendar.js';
import type { ParsedCalendar } from '../../../domain/sla/parse-calendar.js';
import { fault } from '../faults.js';
import { readJsonFile } from '../flags/read-json-file.js';
import type { Session } from '../session/session.js';

const mostFaults = 10;

const told = (file: string, faults: readonly CalendarFault[], language: Language): string =>
  `${file}: ${faults
    .slice(0, mostFaults)
    .map((each) => calendarFaultText(each)[language])
    .join(' ')}`;

/** What a calendar came to, or its faults thrown: the code is that of the first. */
export const calendarOrThrow = <Calendar>(file: string, parsed: ParsedCalendar<Calendar>): Calendar => {
  if (parsed.ok) return parsed.calendar;
  const { faults } = parsed;
  const [first] = faults;
  throw errorOf(first?.code ?? 'field-invalid', 'invalid', {
    es: told(file, faults, 'es'),
    en: told(file, faults, 'en'),
  });
};

/** The calendar of a file. Throws `argument-missing`, `input-…`, and the codes of a calendar's faults. */
export const calendarFromFile = async (
  session: Session,
  file: string | undefined,
): Promise<CalendarSource | PublishedCalendar> => {
  if (file === undefined) throw fault('argument-missing', { name: '--calendar' });
  return calendarOrThrow(file, readCalendar(await readJsonFile(resolve(session.cwd, file))));
};
