import { changedSince } from '../../../application/calendars/publish-calendar.js';
import { localMoment } from '../../../domain/texts/deadlines/due-summary.js';
import { millisecondsOf } from '../../../domain/kernel/instant.js';
import { zoneTableOf } from '../../../domain/sla/zone.js';
import { machineTransitions } from '../../../infrastructure/shared/system/zone-transitions.js';
import { fault } from '../faults.js';
import { textsOf } from '../flags/option-values.js';
import { printJson, say, type Session } from '../session/session.js';
import { calendarFromFile } from './calendar-file.js';
import type { Given } from '../program/subcommand.js';
import type { ExitStatus } from '../exit-status.js';

export const runCalendars = async (session: Session, { operand, options }: Given): Promise<ExitStatus> => {
  if (operand !== 'check')
    throw fault('choice-invalid', { name: 'calendars', value: operand ?? '', allowed: ['check'] });
  const files = textsOf(options, 'calendar');
  if (files.length === 0) throw fault('argument-missing', { name: '--calendar' });
  const checked = [];
  for (const file of files) {
    const calendar = await calendarFromFile(session, file);
    if (!('transitions' in calendar)) throw fault('calendar-not-published', { file });
    const { id, version, zone, transitions } = calendar;
    checked.push({
      id,
      version,
      zone,
      changedSince: changedSince(calendar, machineTransitions),
      transitions,
    });
  }
  const ok = checked.every((each) => each.changedSince === null);
  if (session.json)
    await printJson(session, {
      ok,
      calendars: checked.map(({ id, version, zone, changedSince: since }) => ({
        id,
        version,
        zone,
        changedSince: since,
      })),
    });
  else
    for (const { id, version, zone, changedSince: since, transitions } of checked) {
      const what =
        since === null
          ? say(session, { es: 'sin cambios', en: 'unchanged' })
          : say(
              session,
              { es: 'la ley cambió a partir del {since}', en: 'the law has changed as of {since}' },
              { since: localMoment(zoneTableOf(transitions), millisecondsOf(since), session.language) },
            );
      await session.out.write(`${id}, ${String(version)}, ${zone}: ${what}\n`);
    }
  return ok ? 0 : 1;
};
