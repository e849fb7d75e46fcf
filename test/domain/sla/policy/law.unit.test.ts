import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { slaPolicyOf } from '../../../../src/domain/provider/deadlines.js';
import { conectared, emenet } from '../../../../src/domain/provider/index.js';
import { electionDays, federalHolidays } from '../../../../src/domain/sla/mexico.js';
import { sourceBases } from '../../../../src/domain/sla/calendar.js';
import type { SlaPolicy } from '../../../../src/domain/sla/policy/policy.js';
import { procedureOf, procedureText } from '../../../../src/domain/texts/index.js';
import { countedAt, event, filed, history, publishedWith, readingsAt } from '../clocks/histories.js';
import { local } from '../calendars.js';
import { clockOf, mexican, policyWith } from './policies.js';

const providers = [
  ['Conectared', conectared],
  ['Emenet', emenet],
] as const;

const termsOf = (policy: SlaPolicy, id: string) => clockOf(policy, id).terms.map(({ term }) => term);
const hours = (count: number) => ({ kind: 'minutes', minutes: count * 60 });
const businessDays = (days: number) => ({ kind: 'business-days', days });
const sources = (policy: SlaPolicy) => policy.clocks.flatMap(({ terms }) => terms.map(({ from }) => from));

describe.each(providers)('the shipped terms of %s', (_, profile) => {
  const policy = slaPolicyOf(profile);

  it('repair in 24 hours, the strictest that registered contracts say, and mark that as assumed (C-07)', () => {
    expect(termsOf(policy, 'C-07')).toEqual([hours(24)]);
    for (const id of ['C-07', 'C-08', 'C-20'])
      for (const { from } of clockOf(policy, id).terms) expect(from.source).toMatch(/^Assumed: /);
    expect(profile.provenance.find(({ at }) => at === '/policy/contract')).toMatchObject({
      note: { es: expect.stringMatching(/^Se supone: /), en: expect.stringMatching(/^Assumed: /) },
    });
  });

  it('compensate an outage by force majeure after the same 24 hours (I-16)', () => {
    expect(profile.policy.forceMajeureHours).toBe(24);
  });

  it('refund an undue charge within 5 business days and with 20 % of it (C-12, I-16)', () => {
    expect(termsOf(policy, 'C-12')).toEqual([businessDays(5)]);
    expect(clockOf(policy, 'C-12').terms[0]?.from.basis).toBe('contract');
    expect(profile.policy.bonusPercent).toBe(20);
  });

  it('reconnect in 48 hours, in 72 where it takes a visit (C-20)', () => {
    expect(termsOf(policy, 'C-20')).toEqual([hours(72), hours(72), hours(48)]);
  });

  it('credit a compensation by the next cut-off, a month away at the most (C-16)', () => {
    expect(termsOf(policy, 'C-16')).toEqual([
      { kind: 'next-cut-off', field: 'billingCutoff', otherwiseDays: 31 },
    ]);
  });

  it('answer a request over personal data in 20 business days, not in natural ones (C-25)', () => {
    expect(termsOf(policy, 'C-25')).toEqual([businessDays(20)]);
    expect(clockOf(policy, 'C-25').calendar).toBe('business');
  });

  it('have the extension of an answer over personal data, and its execution, in the table and run none of them (C-25)', () => {
    const terms = {
      'C-25-extended': businessDays(40),
      'C-25-execution': businessDays(15),
      'C-25-execution-extended': businessDays(30),
    };
    for (const [id, term] of Object.entries(terms)) {
      expect(termsOf(policy, id)).toEqual([term]);
      expect(clockOf(policy, id).inactive).toBeDefined();
    }
    const asked = history(
      filed('2026-06-02 09:00'),
      event('ArcoRequested', '2026-06-02 10:00', { right: 'access', request: 1 }),
      event('ArcoAnswered', '2026-06-03 10:00', {
        ...{ request: 1, outcome: 'granted', answeredAt: local('2026-06-03 10:00') },
      }),
    );
    const read = readingsAt(asked, publishedWith([mexican]), '2026-06-04 09:00');
    expect(read.map(({ clock }) => clock).filter((id) => id.startsWith('C-25'))).toEqual(['C-25']);
  });

  it('say why no interest is owed on a late refund, and why no file is deleted by time: no rule was found', () => {
    const why = new Map(policy.provenance.map(({ of, source }) => [of, source]));
    expect(why.get('late-interest')).toMatch(/no contract that was seen says it, none is reckoned$/);
    expect(why.get('retention')).toMatch(/^No rule for files of complaints was found/);
  });

  it('tell of each number what it rests on, where that is said and when it was last looked at', () => {
    const said = [...sources(policy), ...policy.provenance, ...profile.businessCalendar.provenance];
    for (const { basis, source, lookedAt } of said) {
      expect(sourceBases).toContain(basis);
      expect(source.length).toBeGreaterThan(10);
      expect(lookedAt).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('rest no number on the telecom law, nor on a numeral of NOM-184: neither says one', () => {
    for (const { source } of sources(policy)) expect(source).not.toMatch(/LMTR|LFTR|telecom|NOM-184/i);
  });

  it('name PROFECO with its two lines and Concilianet as the next instance', () => {
    expect(profile.policy.nextInstance).toBe('PROFECO');
    expect(profile.nextInstanceContacts?.map(({ value }) => value)).toEqual([
      '55 5568 8722',
      '800 468 8722',
      'concilianet.profeco.gob.mx',
    ]);
  });

  it.each(['es', 'en'] as const)(
    'say in the public procedure, %s, no number for the time in which a user may go to PROFECO (C-26)',
    (language) => {
      const text = procedureText(procedureOf(profile, { language, year: 2026 }));
      expect(text).toMatch(
        { es: /dentro del plazo que marca la ley/, en: /within the term of the law/ }[language],
      );
      expect(text).not.toMatch(/un año|365 días para|one year|a year to/i);
      expect(clockOf(policy, 'C-26').inactive).toBeDefined();
    },
  );

  it('close for the transfer of the executive power on 1 October 2024 and 2030, never on 1 December since', () => {
    const { holidays } = profile.businessCalendar;
    expect(holidays.filter((date) => /^\d{4}-(10|12)-01$/.test(date))).toEqual([
      '2018-12-01',
      '2024-10-01',
      '2030-10-01',
      '2036-10-01',
    ]);
  });

  it('close for no election day of 2027 and for no closed day of PROFECO in 2026: none was found', () => {
    expect(electionDays.filter(({ from }) => from > '2026')).toEqual([]);
    const of = (year: number) =>
      profile.businessCalendar.holidays.filter((date) => date.startsWith(`${year}`));
    for (const year of [2026, 2027]) expect(of(year)).toEqual(federalHolidays(year).map(({ date }) => date));
  });
});

describe('the terms of the former Soy Usuario', () => {
  const published = publishedWith([policyWith([clockOf(mexican, 'C-05'), clockOf(mexican, 'C-11-cap')])]);
  const at = '2026-06-05 18:00';

  it('start with no request that a user files (C-05, C-11-cap)', () => {
    for (const channel of ['phone', 'email', 'web', 'in-person', 'messaging'] as const)
      expect(
        readingsAt(history(filed('2026-06-05 17:00', { channel })), published, at).map(({ state }) => state),
      ).toEqual(['not-started', 'not-started']);
  });

  it.each([
    ['comes through an authority', [filed('2026-06-05 17:00', { channel: 'authority' })]],
    [
      'becomes a case of an authority',
      [
        filed('2026-06-01 10:00'),
        event('AuthorityProceedingOpened', '2026-06-05 17:00', { authority: 'PROFECO', reference: 'P-1' }),
      ],
    ],
  ])('are 48 hours and 15 business days where a request %s', (_, planned) => {
    const due = (clock: string) => countedAt(history(...planned), published, at, clock);
    expect(due('C-05').dueAt).toBe(local('2026-06-07 17:00'));
    // The desk opens on Saturdays: 15 of its days after Friday 5 June end on Tuesday 23.
    expect(due('C-11-cap').dueDay).toBe('2026-06-23');
  });
});

describe('what the guides say of the law', () => {
  it.each([
    ['audit-trail.md', 'It is no *constancia de conservación* of NOM-151.'],
    ['audit-trail.es.md', 'No es una constancia de conservación de la NOM-151.'],
  ])('%s tells that a proof of ours is no such certificate', (guide, sentence) => {
    expect(readFileSync(join(__dirname, '../../../../docs/guides', guide), 'utf8')).toContain(sentence);
  });
});
