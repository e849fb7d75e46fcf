import { describe, expect, it } from '@jest/globals';
import { reportPages, type ReportedCase } from '../../../src/domain/texts/audit-report/pages.js';

const setting = {
  provider: 'Conectared',
  zone: 'America/Mexico_City',
  asOf: '2026-11-26T05:19:00.000Z',
  language: 'es',
} as const;

const told: ReportedCase = {
  folio: 'CON-000042-7',
  kind: 'fault',
  status: 'resolved',
  channel: 'phone',
  area: null,
  receivedAt: '2026-11-12T14:49:00.000Z',
  history: [
    {
      revision: 0,
      type: 'Filed',
      occurredAt: '2026-11-12T14:49:00.000Z',
      recordedAt: '2026-11-12T14:55:00.000Z',
      actor: '<cs-4>',
      role: 'customer-service',
    },
  ],
  clocks: [
    {
      clock: 'C-02',
      name: { es: 'Acuse por escrito', en: 'Acknowledgement' },
      state: 'met',
      startedAt: '2026-11-12T14:49:00.000Z',
      dueAt: '2026-11-18T06:00:00.000Z',
      endedAt: '2026-11-12T20:55:00.000Z',
      policy: 'conectared@1',
      calendar: 'conectared-business@1',
      explanation: ['Plazo: tres días hábiles.'],
    },
  ],
};

const head = { origin: 'isp.example/complaints', size: 7, root: 'AAAA', fingerprint: '0a979c5a' };

describe('The page of a request in a report for the regulator', () => {
  const page = reportPages(setting).ofCase(told);

  it('tells a term of days by its last day, and other moments by their time', () => {
    expect(page).toContain('martes 17 de noviembre de 2026, al terminar el día');
    expect(page).not.toContain('miércoles 18');
    expect(page).toContain('jueves 12 de noviembre de 2026, 08:49');
  });

  it('tells events and roles in words, with neither their codes nor stamps', () => {
    expect(page).toContain('Servicio al Cliente');
    expect(page).not.toContain('Filed');
    expect(page).not.toContain('customer-service');
    expect(page).not.toMatch(/\d{4}-\d\d-\d\dT/u);
  });

  it('writes what it was given as text, never as markup', () => {
    expect(page).toContain('&lt;cs-4&gt;');
    expect(page).not.toContain('<cs-4>');
  });

  it('shows how each deadline was counted', () => {
    expect(page).toContain('<li>Plazo: tres días hábiles.</li>');
  });

  it('names every column, for those who hear the page', () => {
    const index = reportPages(setting).index([], head);
    for (const html of [page, index]) expect(html).not.toMatch(/<th[^>]*><\/th>|data-title=""/u);
  });
});
