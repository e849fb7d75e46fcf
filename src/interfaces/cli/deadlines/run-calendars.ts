import { zoneLawOf } from '../../../application/calendars/publish-calendar.js';
import { zoneInWords } from '../../../domain/texts/zone-words.js';
import { localMoment } from '../../../domain/texts/deadlines/due-summary.js';
import { millisecondsOf } from '../../../domain/kernel/instant.js';
import { zoneTableOf } from '../../../domain/sla/zone.js';
import { machineTransitions } from '../../../infrastructure/shared/system/zone-transitions.js';
import { fault } from '../faults.js';
import { textsOf } from '../flags/option-values.js';
import { printJson, say, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import type { CalendarCheck } from '../../../queries/calendars.js';
import { calendarFromFile } from './calendar-file.js';
import type { Given } from '../program/subcommand.js';
import type { ExitStatus } from '../exit-status.js';

/** Throws `input-…`, `calendar-not-published`, and the codes of a calendar's faults. */
const checkedFile = async (session: Session, file: string): Promise<CalendarCheck> => {
  const calendar = await calendarFromFile(session, file);
  if (!('transitions' in calendar)) throw fault('calendar-not-published', { file });
  return { calendar, ...zoneLawOf(calendar, machineTransitions) };
};

const lawInWords = (
  session: Session,
  { calendar, zoneKnown, changedSince: since }: CalendarCheck,
): string => {
  if (!zoneKnown)
    return say(session, {
      es: 'esta máquina no conoce la zona horaria; no se sabe si su ley cambió',
      en: 'this machine does not know the time zone; whether its law has changed cannot be told',
    });
  if (since === null) return say(session, { es: 'sin cambios', en: 'unchanged' });
  const moment = localMoment(zoneTableOf(calendar.transitions), millisecondsOf(since), session.language);
  return say(
    session,
    { es: 'la ley cambió a partir del {since}', en: 'the law has changed as of {since}' },
    { since: moment },
  );
};

const lineOf = (session: Session, check: CalendarCheck): string => {
  const { id, version, zone } = check.calendar;
  const named = say(
    session,
    { es: 'Calendario «{id}», versión {version}', en: 'Calendar "{id}", version {version}' },
    { id, version },
  );
  return `${named}, ${zoneInWords(zone, session.language)}: ${lawInWords(session, check)}`;
};

const tell = async (session: Session, checks: readonly CalendarCheck[]): Promise<ExitStatus> => {
  const ok = checks.every((each) => each.zoneKnown && each.changedSince === null);
  if (session.json) {
    const calendars = checks.map(({ calendar: { id, version, zone }, ...law }) => ({
      ...{ id, version, zone, ...law },
    }));
    await printJson(session, { ok, calendars });
  } else {
    const none = say(session, { es: 'Ningún calendario publicado.', en: 'No calendar was published.' });
    const lines = checks.length === 0 ? [none] : checks.map((each) => lineOf(session, each));
    await printText(session, `${lines.join('\n')}\n`);
  }
  return ok ? 0 : 1;
};

export const runCalendars = async (session: Session, { operand, options }: Given): Promise<ExitStatus> => {
  if (operand !== 'check')
    throw fault('choice-invalid', { name: 'calendars', value: operand ?? '', allowed: ['check'] });
  const files = textsOf(options, 'calendar');
  if (files.length === 0)
    return withQuejas(session, 'read', async (quejas) => tell(session, await quejas.calendars()));
  const checks = [];
  for (const file of files) checks.push(await checkedFile(session, file));
  return tell(session, checks);
};
