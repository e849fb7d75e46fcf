import { describe, expect, it } from '@jest/globals';
import { alertDeadline } from '../../../../src/domain/sla/clocks/alert-deadline.js';
import { alertOf, unalertedAfter, type Unalerted } from '../../../../src/domain/sla/clocks/alert.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import type { AlsoTold } from '../../../../src/domain/sla/clocks/alert.js';
import { alertText } from '../../../../src/domain/texts/deadlines/alert-text.js';
import { always, local, mexico } from '../calendars.js';
import { minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  closed,
  contact,
  event,
  filed,
  held,
  history,
  publishedWith,
  reopened,
  resumed,
  type Planned,
} from './histories.js';

const name = { es: 'plazo de prueba', en: 'tested clock' };
const published = publishedWith([
  policyWith([testedClock({ id: 'C-06' }), testedClock({ id: 'C-07', terms: [minutes(600)] })]),
]);
const dueAt = local('2026-06-01 14:00');

const deadline = { clock: 'C-06', cycle: 1, dueAt, policy: 'tested@1', calendar: 'always@1' };
const warned = event('SlaWarned', '2026-06-01 13:12', { ...deadline, percent: 80 });
const breached = event('SlaBreached', '2026-06-01 14:00', deadline);
const escalated = event('Escalated', '2026-06-01 13:12', { level: 1, trigger: 'time', target: 'supervisor' });

/** What staff is told of a request that is filed at 10:00 and has four hours: the deadline, and the sentence. */
const told = (
  at: string,
  planned: readonly Planned[],
  known = published,
  events: readonly ClockEvent[] = history(filed('2026-06-01 10:00'), ...planned),
) => {
  const folded = foldClocks(events, known.policyOf);
  const pending = alertOf(events.reduce<Unalerted>(unalertedAfter, []), folded);
  if (pending === undefined) throw new Error('nothing is pending');
  const given = alertDeadline(pending, folded, known, local(`2026-06-01 ${at}`));
  const { act, level } = pending.alert;
  return { given, text: alertText({ folio: 'F-1', zone: mexico, act, level, ...given }).es };
};

describe('the deadline of an alert', () => {
  it('of a warning is when its clock is due, where nothing has moved that', () => {
    expect(told('13:15', [warned])).toEqual({
      given: { name, dueAt },
      text: 'Solicitud F-1: va el 80 % del plazo «plazo de prueba»; vence el 1 de junio de 2026, 14:00 h.',
    });
  });

  it('of a warning whose clock is held up now is when it would be due, and no due instant (I-15)', () => {
    expect(told('15:30', [warned, held('2026-06-01 13:30')])).toEqual({
      given: { name, forecastDueAt: local('2026-06-01 16:00') },
      text: 'Solicitud F-1: va el 80 % del plazo «plazo de prueba», que está en pausa; si la pausa terminara ahora, vencería el 1 de junio de 2026, 16:00 h.',
    });
  });

  it('of a warning whose clock was held up since is the later due instant (I-15)', () => {
    const moved = [warned, held('2026-06-01 13:30'), resumed('2026-06-01 14:30')];
    expect(told('14:45', moved).given).toEqual({ name, dueAt: local('2026-06-01 15:00') });
  });

  it('of a warning that is told after it was due is told as past, though no breach is recorded', () => {
    const { given, text } = told('14:01', [warned]);
    expect(given).toEqual({ name, dueAt, isOver: true });
    expect(text).toMatch(/; venció el 1 de junio de 2026, 14:00 h\.$/);
    expect(told('14:00', [warned]).given).toEqual({ name, dueAt });
  });

  it('of a breach is the instant that was recorded, whatever holds its clock up since (I-24)', () => {
    const { given, text } = told('16:00', [breached, held('2026-06-01 13:30')]);
    expect(given).toEqual({ name, dueAt });
    expect(text).toBe(
      'Solicitud F-1: venció sin cumplirse el plazo «plazo de prueba», que terminaba el 1 de junio de 2026, 14:00 h.',
    );
  });

  it('of an escalation is none: it is of the request, and not of a clock', () => {
    expect(told('13:15', [escalated]).given).toEqual({});
  });

  it('is as it was recorded where nothing known here counts it', () => {
    const unknown = { ...published, calendarOf: () => undefined };
    expect(told('13:15', [warned, held('2026-06-01 13:13')], unknown).given).toEqual({ name, dueAt });
  });

  it('is as it was recorded where the complaint names no version of its calendar', () => {
    const unnamed = publishedWith([policyWith([testedClock({ id: 'C-06', calendar: 'of-no-role' })])]);
    const known = { ...unnamed, calendarOf: () => always() };
    expect(told('13:45', [warned, held('2026-06-01 13:30')], known).given).toEqual({ name, dueAt });
  });

  it('is that of the cycle that was warned of, though the clock runs again in another one', () => {
    const kept = publishedWith([policyWith([testedClock({ id: 'C-06', onReopening: 'resume' })])]);
    const again = history(
      filed('2026-06-01 10:00'),
      closed('2026-06-01 10:30'),
      reopened('2026-06-01 11:00', 2),
      event('SlaWarned', '2026-06-01 13:42', { ...deadline, cycle: 2, percent: 80 }),
    );
    // Half an hour between the closing and the reopening does not count.
    expect(told('13:45', [], kept, again).given).toEqual({ name, dueAt: local('2026-06-01 14:30') });
  });

  it('is that of the first run where the warning names none', () => {
    const twice = publishedWith([
      policyWith([
        testedClock({
          ...{ id: 'C-06', stops: [], cancels: [], per: ['direction'] },
          starts: [{ event: 'ContactMade' }],
        }),
      ]),
    ]);
    const planned = [
      contact('2026-06-01 10:00', 'from-user'),
      contact('2026-06-01 12:00', 'to-user'),
      event('SlaWarned', '2026-06-01 13:12', { ...deadline, percent: 80 }),
      held('2026-06-01 13:30'),
    ];
    expect(told('13:45', planned, twice).given).toEqual({ name, forecastDueAt: local('2026-06-01 14:15') });
  });

  it('is that of the run and the cycle that were warned of', () => {
    const answers = publishedWith([
      policyWith([
        testedClock({
          id: 'C-06',
          starts: [{ event: 'ContactMade', where: { direction: ['from-user'] } }],
          stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
        }),
      ]),
    ]);
    const second = event('SlaWarned', '2026-06-01 15:12', { ...deadline, run: 2, percent: 80 });
    const planned = [
      contact('2026-06-01 10:00', 'from-user'),
      contact('2026-06-01 11:00', 'to-user'),
      contact('2026-06-01 12:00', 'from-user'),
      second,
    ];
    expect(told('15:15', planned, answers).given).toEqual({ name, dueAt: local('2026-06-01 16:00') });
  });
});

describe('a notice of several deadlines', () => {
  const [repair, cause] = [
    { es: 'Reparación', en: 'Repair' },
    { es: 'Verificar la causa', en: 'Cause verified' },
  ];
  const told = (also: AlsoTold) =>
    alertText({ folio: 'F-1', zone: mexico, act: 'escalation', level: 2, also });
  const first = {
    es: 'Solicitud F-1: por el tiempo transcurrido subió al nivel 2.',
    en: 'Request F-1: time took it up to level 2.',
  };

  it('names each that was missed or draws near, and the level, in a second sentence', () => {
    expect(told({ missed: [repair, cause], near: [cause], level: 1 })).toEqual({
      es: `${first.es} Además, vencidos sin cumplirse: «Reparación», «Verificar la causa»; por vencer: «Verificar la causa»; subió al nivel 1.`,
      en: `${first.en} Besides: missed: "Repair", "Cause verified"; drawing near: "Cause verified"; up to level 1.`,
    });
    expect(told({ missed: [], near: [cause], level: null }).es).toBe(
      `${first.es} Además, por vencer: «Verificar la causa».`,
    );
  });

  it('says no more where nothing else is true', () => {
    expect(told({ missed: [], near: [], level: null })).toEqual(first);
  });
});
