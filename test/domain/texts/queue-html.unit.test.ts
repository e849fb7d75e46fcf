import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { queueHtml } from '../../../src/domain/texts/sheet/queue-html.js';
import type { SheetItem } from '../../../src/domain/texts/sheet/sheet-item.js';
import { faultsOfForm, faultsOfLinks, readOf } from '../../support/page.js';
import { local } from '../sla/calendars.js';

const asOf = local('2026-06-08 12:00');

const item = (number: number, more: Partial<SheetItem>): SheetItem => ({
  folio: `CR-00000${String(number)}-X`,
  kind: 'fault',
  status: 'inProgress',
  reasons: ['verify-cause', 'schedule-visit'],
  dueAt: local('2026-06-08 18:00'),
  deadline: 'running',
  remainingMs: 6 * 3_600_000,
  severity: 'normal',
  technician: 'rt-3',
  area: null,
  holder: null,
  municipality: 'Xalapa',
  ...more,
});

const items = [
  item(1, { deadline: 'breached', dueAt: local('2026-06-07 09:00'), remainingMs: 0, severity: 'critical' }),
  item(2, {}),
  item(3, { dueAt: local('2026-06-10 00:00') }),
  item(4, { dueAt: local('2026-06-12 10:00'), area: 'conciliation' }),
  item(5, { dueAt: null, deadline: 'paused' }),
];

const sheet = { queue: 'technical-lead', person: 'rt-3', asOf, items, total: 5 };

/** What stands between two headings. */
const under = (told: string, heading: string): string =>
  told.slice(told.indexOf(`${heading}: `)).slice(0, 900);

describe('the sheet of a queue', () => {
  it.each(['es', 'en'] as const)('in %s is well formed, and asks nothing of a network', (language) => {
    const page = queueHtml(sheet, conectared, { language });
    expect([...faultsOfForm(page), ...faultsOfLinks(page)]).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=|https?:/);
  });

  it('groups the work by the local day on which it is due; what is due at midnight ends the day before', () => {
    const told = readOf(queueHtml(sheet, conectared, { language: 'es' })).replaceAll('\u00a0', ' ');
    const headings = ['Vencidas', 'Para hoy', 'Para mañana', 'Después', 'En pausa o sin plazo'];
    for (const [place, heading] of headings.entries())
      expect(under(told, heading)).toContain(`CR-00000${String(place + 1)}-X`);
    expect(told).toContain('Mañana, al terminar el día');
    expect(told).toContain('Hoy, 18:00 h');
    expect(told).toContain('27 h de atraso');
    expect(told).toContain('gravedad crítica');
  });

  it('writes the thousands of days and hours apart, as it does those of requests', () => {
    const late = item(1, { deadline: 'breached', dueAt: local('2010-06-08 09:00'), remainingMs: 0 });
    const told = readOf(queueHtml({ ...sheet, items: [late] }, conectared, { language: 'es' }));
    expect(told.replaceAll('\u00a0', ' ')).toContain('5,844 días 4 h de atraso');
  });

  it('tells a day by its end where the zone begins the next one an hour late (I-18)', () => {
    // Havana goes from 7 March 23:59:59 to 8 March 01:00 in 2026.
    const endOfSaturday = instantOf(Date.UTC(2026, 2, 8, 5));
    const ofHavana = { ...conectared, zone: 'America/Havana' };
    const saturday = {
      ...sheet,
      asOf: instantOf(Date.UTC(2026, 2, 7, 15)),
      items: [item(1, { dueAt: endOfSaturday })],
    };
    const told = readOf(queueHtml(saturday, ofHavana, { language: 'es' }));
    expect(told).toContain('Hoy, al terminar el día');
    expect(under(told, 'Para hoy')).toContain('CR-000001-X');
  });

  it('has a box for each thing to do, who does it and where', () => {
    const page = queueHtml(sheet, conectared, { language: 'es' });
    expect([...page.matchAll(/class="box"/g)]).toHaveLength(10);
    const told = readOf(page);
    expect(told).toContain('Hoja del día: Responsable técnico');
    expect(told).toContain('Sólo lo de rt-3');
    for (const words of ['Verificar las causas', 'Programar la visita', 'Xalapa', 'Conciliación'])
      expect(told).toContain(words);
  });

  it('tells in Spanish no code, no instant of a machine and no English word', () => {
    const told = readOf(queueHtml(sheet, conectared, { language: 'es' }));
    expect(told).not.toMatch(/C-\d\d|\d{4}-\d{2}-\d{2}|T\d{2}:|null|undefined|verify-cause/);
    expect(told).not.toMatch(/\b(?:due|overdue|today|left|who|where|fault|paused)\b/i);
  });

  it('says so where more waits than it lists, and where nothing does', () => {
    const some = readOf(queueHtml({ ...sheet, total: 812 }, conectared, { language: 'es' }));
    expect(some).toContain('Se listan 5 de 812');
    expect(some.match(/de 5 que se listan/g)).toHaveLength(5);
    const none = readOf(queueHtml({ ...sheet, items: [], total: 0 }, conectared, { language: 'es' }));
    expect(none).toContain('No hay nada pendiente.');
  });

  it('shows what a store says, and never acts upon it', () => {
    const bad = `"><script>alert('x')</script>&`;
    const hostile = item(1, { folio: bad, technician: bad, municipality: bad, area: bad, reasons: [bad] });
    const page = queueHtml({ ...sheet, queue: bad, person: bad, items: [hostile] }, conectared);
    expect(faultsOfForm(page)).toEqual([]);
    expect(page).not.toContain('<script');
  });
});
