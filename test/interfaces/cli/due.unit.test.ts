import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHashOf } from '../../../src/application/calendars/publish-calendar.js';
import { on, published, workdays, mexico } from '../../domain/sla/calendars.js';
import { runWith } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-due-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noStore = { open: () => Promise.reject(new Error('no store is needed')) };
const run = (...argv: string[]) => runWith(noStore, argv, { cwd: folder });
const usual = { '--calendar': 'office.json', '--start': '2026-03-12T16:00:00-06:00' };
const due = (...argv: string[]) =>
  run('due', ...Object.entries(usual).flatMap((pair) => (argv.includes(pair[0]) ? [] : pair)), ...argv);

const office = {
  id: 'office',
  version: 1,
  zone: mexico,
  week: on(workdays, '09:00-18:00'),
  holidays: ['2026-03-16'],
};

beforeAll(() => {
  writeFileSync(join(folder, 'office.json'), JSON.stringify(office));
  writeFileSync(join(folder, 'empty.json'), JSON.stringify({ ...office, week: {} }));
  writeFileSync(
    join(folder, 'twice.json'),
    JSON.stringify({ ...office, week: { mon: ['09:00-09:00'], tua: [] } }),
  );
  const calendar = published(mexico, on(workdays, '09:00-18:00'), { until: '2030-12-31' });
  const { transitions } = calendar;
  const another = transitions.map((each, index) => (index === 40 ? { ...each, offset: -300 } : each));
  writeFileSync(
    join(folder, 'published.json'),
    JSON.stringify({ ...calendar, sha256: contentHashOf(calendar) }),
  );
  writeFileSync(join(folder, 'changed.json'), JSON.stringify({ ...calendar, transitions: another }));
  writeFileSync(join(folder, 'nowhere.json'), JSON.stringify({ ...calendar, zone: 'America/Nowhere' }));
  writeFileSync(
    join(folder, 'forged.json'),
    JSON.stringify({ ...calendar, version: 2, sha256: contentHashOf(calendar) }),
  );
});

describe('quejas due', () => {
  it('reads local times by the clocks of a published calendar, whatever the tables of this machine say', async () => {
    const calendar = published(mexico, on(workdays, '09:00-18:00'), { until: '2030-12-31' });
    // A law that no table of a machine has: an hour ahead from June 2027 on.
    const transitions = [...calendar.transitions, { at: '2027-06-01T06:00:00.000Z', offset: -300 }];
    writeFileSync(join(folder, 'own-law.json'), JSON.stringify({ ...calendar, transitions }));
    const argv = ['due', '--calendar', 'own-law.json', '--start', '2027-07-05 10:00', '--json'];
    const pause = ['--pause', '2027-07-05 10:30/2027-07-05 11:00'];
    const first = await run(...argv, '--minutes', '60', ...pause, '--at', '2027-07-05 10:45');
    expect(first.json).toEqual([
      expect.objectContaining({
        ...{ dueAt: '2027-07-05T16:30:00.000Z', state: 'paused', consumedMs: 1_800_000 },
        explanation: expect.arrayContaining([
          'Inicio: lunes 5 jul 2027 a las 10:00.',
          'Pausa: del lunes 5 jul 2027 a las 10:30 al lunes 5 jul 2027 a las 11:00.',
        ]),
      }),
    ]);
    const fixed = await run(...argv, '--fixed', '2027-07-06 12:00', '--now', '2027-07-05 11:00');
    expect(fixed.json).toEqual([
      expect.objectContaining({ dueAt: '2027-07-06T17:00:00.000Z', consumedMs: 3_600_000 }),
    ]);
    const skipped = await run(
      'due',
      '--calendar',
      'own-law.json',
      '--start',
      '2027-06-01 00:30',
      '--minutes',
      '1',
    );
    expect(skipped).toMatchObject({ status: 2, stderr: expect.stringContaining('[instant-invalid]') });
  });

  it('answers in JSON, in this order of fields, and needs no store', async () => {
    const { status, json, stdout } = await due(
      ...['--minutes', '300', '--pause', '2026-03-12T17:00:00-06:00/2026-03-13T10:00:00-06:00'],
      ...['--at', '2026-03-13T11:00:00-06:00', '--json'],
    );
    expect(status).toBe(0);
    expect(json).toEqual([
      {
        dueAt: '2026-03-13T20:00:00.000Z',
        dueDay: '2026-03-13',
        consumedMs: 7_200_000,
        remainingMs: 10_800_000,
        pausedMs: 7_200_000,
        forecastDueAt: '2026-03-13T20:00:00.000Z',
        state: 'running',
        explanation: [
          'Calendario «office», versión 1, hora del centro (Ciudad de México, -06:00).',
          'Inicio: jueves 12 mar 2026 a las 16:00.',
          'Plazo: 5 h de tiempo hábil.',
          'Pausa: del jueves 12 mar 2026 a las 17:00 al viernes 13 mar 2026 a las 10:00.',
          'Jueves 12 mar 2026, de 16:00 a 17:00: cuenta 1 h; suma 1 h.',
          'Jueves 12 mar 2026, de 17:00 a 18:00: en pausa, no cuenta 1 h.',
          'Viernes 13 mar 2026, de 09:00 a 10:00: en pausa, no cuenta 1 h.',
          'Viernes 13 mar 2026, de 10:00 a 14:00: cuenta 4 h; suma 5 h.',
          'Vence el viernes 13 mar 2026 a las 14:00.',
        ],
      },
    ]);
    expect([...stdout.matchAll(/"(\w+)":/g)].map(([, name]) => name)).toEqual([
      ...[
        'dueAt',
        'dueDay',
        'consumedMs',
        'remainingMs',
        'pausedMs',
        'forecastDueAt',
        'state',
        'explanation',
      ],
    ]);
  });

  it('tells a person in Spanish, in local time, without a stamp or a code', async () => {
    const { status, stdout } = await due('--business-days', '5', '--at', '2026-03-13T11:00:00-06:00');
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'Vence al terminar el viernes 20 de marzo de 2026.',
      'Corre. Consumido: 2 h. Resta: 43 h. En pausa: 0 min.',
      '',
      'Cómo se contó:',
      '  Calendario «office», versión 1, hora del centro (Ciudad de México, -06:00).',
      '  Inicio: jueves 12 mar 2026 a las 16:00.',
      '  Plazo: 5 días hábiles.',
      '  Recibido el jueves 12 mar 2026: ese día no cuenta.',
      '  Viernes 13 mar 2026: día hábil 1.',
      '  Lunes 16 mar 2026: no cuenta, es inhábil en el calendario.',
      '  Del martes 17 mar 2026 al viernes 20 mar 2026: días hábiles 2 a 5.',
      '  Vence al terminar el viernes 20 mar 2026.',
      '',
    ]);
    expect(stdout).not.toMatch(/\dZ|UTC|running|business-days|America|\d{4}-\d\d/);
  });

  it('understands local times of the calendar: of its start, its pauses, the answer and the clock', async () => {
    const local = ['due', '--calendar', 'office.json', '--start', '12/03/2026 16:00', '--json'];
    const answer = async (...argv: string[]) => (await run(...local, ...argv)).json[0];
    expect(
      await answer(
        ...['--minutes', '300', '--at', '2026-03-13 11:00'],
        ...['--pause', '2026-03-12 17:00/2026-03-12 17:30', '--pause', '12/03/2026 17:30/13/03/2026 10:00'],
      ),
    ).toMatchObject({ dueAt: '2026-03-13T20:00:00.000Z', consumedMs: 7_200_000, pausedMs: 7_200_000 });
    expect(await answer('--minutes', '60', '--now', '2026-03-12 16:30')).toMatchObject({
      consumedMs: 1_800_000,
    });
    expect(await answer('--minutes', '60', '--pause', '12/03/2026 16:30/')).toMatchObject({ dueAt: null });
    expect(await answer('--fixed', '2026-04-01 12:00')).toMatchObject({ dueAt: '2026-04-01T18:00:00.000Z' });
  });

  it('has no due time while a pause lasts, and says when it would be due if it ended', async () => {
    const { stdout } = await due(
      ...['--minutes', '60', '--pause', '2026-03-12T16:30:00-06:00/..', '--at', '2026-03-12T17:00:00-06:00'],
    );
    expect(stdout).toContain('Sin vencimiento mientras dure la pausa.\nEn pausa. Consumido: 30 min.');
    expect(stdout).toContain('Si la pausa terminara ahora, vencería el jueves 12 de marzo de 2026, 17:30 h.');
    expect(stdout).toContain('Pausa: desde el jueves 12 mar 2026 a las 16:30, sin terminar.');
  });

  it('says by which day a paused term of days would end, and not the first minute of the next date', async () => {
    const lasting = ['--pause', '2026-03-12T16:30:00-06:00/', '--at', '2026-03-12T17:00:00-06:00'];
    const [es, en] = [
      await due('--business-days', '1', ...lasting),
      await due('--business-days', '1', ...lasting, '--lang', 'en'),
    ];
    expect(es.stdout).toContain(
      'Si la pausa terminara ahora, vencería al terminar el viernes 13 de marzo de 2026.',
    );
    expect(en.stdout).toContain(
      'If the pause ended now, it would be due at the end of Friday 13 March 2026.',
    );
  });

  it('keeps a date that an authority has set', async () => {
    const { stdout } = await due('--fixed', '2026-04-01T12:00:00-06:00', '--lang', 'en');
    expect(stdout).toContain('Due on Wednesday 1 April 2026, 12:00.\nOverdue.');
    expect(stdout).toContain('The date was set by the authority: neither hours nor pauses move it.');
  });

  it.each([
    [2, 'term-not-one', []],
    [2, 'term-not-one', ['--minutes', '1', '--business-days', '1']],
    [2, 'number-invalid', ['--minutes', '-1']],
    [2, 'number-invalid', ['--minutes', '1.5']],
    [2, 'instant-invalid', ['--fixed', '2026-04-31 12:00']],
    [2, 'instant-invalid', ['--fixed', '2026-04-01']],
    [2, 'pause-invalid', ['--minutes', '1', '--pause', '2026-03-12T16:30:00Z']],
    [2, 'pause-invalid', ['--minutes', '1', '--pause', '2026-03-12T16:30:00Z/2026-03-12T16:00:00Z']],
    [2, 'pause-invalid', ['--minutes', '1', '--pause', '2026-03-12T16:30:00Z/x']],
    [2, 'input-unreadable', ['--minutes', '1', '--calendar', 'none.json']],
    [2, 'calendar-empty', ['--minutes', '1', '--calendar', 'empty.json']],
    [2, 'day-unknown', ['--minutes', '1', '--calendar', 'twice.json']],
    [1, 'beyond-calendar', ['--minutes', '999999999']],
    [2, 'instant-invalid', ['--minutes', '1', '--start', '1999-12-31T12:00:00Z']],
  ])('refuses with status %i and %s: %j', async (status, code, argv) => {
    const ran = await due(...argv, '--json');
    expect([ran.status, ran.json]).toEqual([status, [expect.objectContaining({ ok: false, code })]]);
  });

  it('says in words up to when a calendar reaches', async () => {
    expect((await due('--minutes', '999999999')).stderr).toMatch(
      /^quejas: El calendario «office» llega sólo hasta el 31 de diciembre de 2036: no alcanza /,
    );
    expect((await due('--minutes', '999999999', '--lang', 'en')).stderr).toMatch(
      /^quejas: The calendar "office" reaches only to 31 December 2036, /,
    );
  });

  it('counts on a published calendar as on its source', async () => {
    const answer = async (file: string) =>
      (await due('--minutes', '3000', '--calendar', file, '--at', '2026-03-12T16:00:00-06:00', '--json'))
        .json[0];
    expect(await answer('published.json')).toMatchObject({ dueAt: '2026-03-20T18:00:00.000Z' });
    expect(await answer('office.json')).toMatchObject({ dueAt: '2026-03-23T18:00:00.000Z' });
  });
});

describe('quejas calendars check', () => {
  it('says nothing has changed where the tables still say what the calendar was published with', async () => {
    const { status, json } = await run('calendars', 'check', '--calendar', 'published.json', '--json');
    expect([status, json]).toEqual([
      0,
      [
        {
          ok: true,
          calendars: [{ id: 'tested', version: 1, zone: mexico, zoneKnown: true, changedSince: null }],
        },
      ],
    ]);
  });

  it('names the instant from which on the law is another one, and ends with status 1', async () => {
    const { status, json } = await run('calendars', 'check', '--calendar', 'changed.json', '--json');
    expect(status).toBe(1);
    expect(json).toMatchObject([{ ok: false, calendars: [{ changedSince: '2019-10-27T07:00:00.000Z' }] }]);
    expect((await run('calendars', 'check', '--calendar', 'changed.json')).stdout).toMatch(
      /^Calendario «tested», versión 1, hora del centro: la ley cambió a partir del /,
    );
  });

  it('says that a zone is not known here, and not that its law has changed (bug: changed as of the year 2000)', async () => {
    const argv = ['calendars', 'check', '--calendar', 'nowhere.json', '--calendar', 'published.json'];
    const { status, json } = await run(...argv, '--json');
    expect([status, json]).toMatchObject([
      1,
      [{ ok: false, calendars: [{ zoneKnown: false, changedSince: null }, { zoneKnown: true }] }],
    ]);
    expect((await run(...argv)).stdout).toMatch(
      /^Calendario «tested», versión 1, hora de Nowhere: esta máquina no conoce la zona horaria; /,
    );
  });

  it.each([
    ['hash-mismatch', ['check', '--calendar', 'forged.json']],
    ['calendar-not-published', ['check', '--calendar', 'office.json']],
    ['choice-invalid', ['mend', '--calendar', 'published.json']],
  ])('refuses with %s: %j', async (code, argv) => {
    const { status, json } = await run('calendars', ...argv, '--json');
    expect([status, json]).toEqual([2, [expect.objectContaining({ code })]]);
  });
});
