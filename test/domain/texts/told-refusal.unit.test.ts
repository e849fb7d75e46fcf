import { describe, expect, it } from '@jest/globals';
import { refused, refusals, refusedBy, isRefusalCode } from '../../../src/application/commands/refusals.js';
import { namesIn } from '../../../src/domain/kernel/rejection-text.js';
import type { JsonObject, JsonValue } from '../../../src/domain/kernel/json.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { emenet } from '../../../src/domain/provider/emenet.js';
import { foreignIn } from '../../support/foreign-words.js';

const at = '2026-12-21T16:00:00.000Z';

const areas = conectared.areas.map(({ id }) => id);

/** A detail of each name as the rules give it. A name without a sample fails the test. */
const samples: Readonly<Record<string, JsonValue>> = {
  folio: 'CR-000123-0',
  other: 'CR-000124-8',
  goesOn: 'CR-000124-8',
  text: 'CR-000123-1',
  example: 'CR-000123-0',
  prefix: 'EM',
  actor: 'cs-7',
  party: 's-1',
  visitor: 'rt-3',
  represents: 's-1',
  representative: 's-2',
  commandId: '01936f0e-0000-7000-8000-000000000001',
  reference: 'PFC-001',
  authorities: ['PROFECO', 'IFT'],
  hold: 'LH-1',
  role: 'customer-service',
  allowed: ['technical-lead', 'competent-area', 'billing'],
  track: 'other-complaint',
  purpose: 'repair',
  purposes: ['clarification', 'conciliation'],
  stage: 'completed',
  ending: 'withdrawn',
  subject: 'billing',
  report: 'third-party',
  ruling: 'upheld',
  attribution: 'third-party',
  capacity: 'attorney-in-fact',
  event: 'CauseVerified',
  restsOn: 'TechnicianAssigned',
  area: areas[0] ?? '',
  areas,
  may: areas,
  target: 'PROFECO',
  clock: 'C-07',
  versions: ['conectared-1@1'],
  policy: 'conectared-1@1',
  calendars: ['conectared-1'],
  words: ['perfil-raro'],
  known: 'MXN',
  currency: 'MXN',
  outage: 'falla-7',
};
const numbers = [
  ...['visit', 'level', 'current', 'cycle', 'days', 'needed', 'hours', 'requirement', 'request', 'open'],
  ...['actual', 'expected', 'notice', 'credit', 'bonusPercent', 'charge', 'refund', 'bonus'],
  ...['delivery', 'conciliation'],
];
const instants = [
  ...['occurredAt', 'receivedAt', 'now', 'restsOnAt', 'from', 'to', 'notifiedAt', 'endedAt', 'startedAt'],
  ...['failedAt', 'creditedAt', 'grantedAt', 'confirmedAt', 'restoredAt', 'affectedFrom', 'reconnectedAt'],
  ...['curedAt', 'dueAt', 'recordedAt'],
];

/** Where one name means another thing in another refusal. */
const ofCode: Readonly<Record<string, JsonObject>> = {
  'already-on-hold': { reason: 'crew' },
  'due-by-the-record': { reason: 'nothing-paid' },
  'no-such-notice': { known: [3, 7] },
  'no-such-credit': { known: [3, 7] },
  'no-such-delivery': { known: [3, 7] },
  'no-such-request': { open: [1] },
  'not-of-this-outage': { known: ['falla-8'] },
};

const sampleOf = (name: string): JsonValue => {
  if (numbers.includes(name)) return 1;
  if (instants.includes(name)) return at;
  if (name === 'lastDay') return '2026-12-21';
  const sample = samples[name];
  if (sample === undefined) throw new Error(`no sample of ${name}`);
  return sample;
};

const detailsOf = (code: string, es: string): JsonObject => ({
  ...Object.fromEntries(
    namesIn(es)
      .filter((name) => ofCode[code]?.[name] === undefined)
      .map((name) => [name, sampleOf(name)]),
  ),
  ...ofCode[code],
});

describe('a refusal', () => {
  it.each(Object.entries(refusals).filter(([code]) => code !== 'input-invalid'))(
    'tells %s in Spanish without a code, an English word or an instant in UTC',
    (code, { es }) => {
      if (!isRefusalCode(code)) throw new Error(code);
      const { message } = refusedBy(refused(code, detailsOf(code, es)), conectared);
      expect({ es: message.es, foreign: foreignIn(message.es) }).toEqual({ es: message.es, foreign: [] });
      expect(message.es).not.toMatch(/\{\w+\}/);
      for (const id of areas.filter((each) => /[-_]/.test(each))) expect(message.es).not.toContain(id);
      expect(message.en).not.toMatch(/\{\w+\}|\d{4}-\d{2}-\d{2}T/);
    },
  );

  it('tells roles by their names, in both languages', () => {
    const { message } = refusedBy(
      refused('role-not-allowed', { role: 'billing', allowed: ['technical-lead', 'competent-area'] }),
      conectared,
    );
    expect(message).toEqual({
      es: 'El papel «Facturación» no puede hacer esto; pueden: responsable técnico, área competente.',
      en: 'The role "billing" may not do this; these may: technical lead, competent area.',
    });
  });

  it('tells areas as the provider calls them', () => {
    const { message } = refusedBy(
      refused('area-not-for-this', { folio: 'EM-1', area: 'x', may: emenet.areas.map(({ id }) => id) }),
      emenet,
    );
    for (const { label } of emenet.areas) expect(message.es).toContain(label.es);
  });

  it('tells times in the zone of the provider, and once whose clock it is', () => {
    const details = { occurredAt: '2026-12-21T16:00:07.000Z', now: '2026-12-21T15:00:00.000Z' };
    expect(refusedBy(refused('occurred-in-future', details), conectared).message).toEqual({
      es: 'El hecho está fechado el 21 dic 2026, 10:00:07, después de la hora actual, 21 dic 2026, 09:00, hora del centro.',
      en: 'The fact is dated 21 Dec 2026, 10:00:07, after the clock, 21 Dec 2026, 09:00, central Mexico time.',
    });
  });

  it('tells amounts as money, not in minor units', () => {
    const details = { folio: 'CR-000123-0', refund: 1663, bonus: 333, currency: 'MXN' };
    expect(refusedBy(refused('less-than-assessed', details), conectared).message.es).toBe(
      'No puede otorgarse menos de lo calculado: $16.63 más $3.33 MXN.',
    );
  });

  it('keeps the codes and instants of its details for hosts', () => {
    const details = { role: 'billing', allowed: ['technical-lead'] };
    expect(refusedBy(refused('role-not-allowed', details), conectared)).toMatchObject({ details });
  });
});
