import { describe, expect, it } from '@jest/globals';
import type { Quejas } from '../../../src/composition/quejas.js';
import type { QueueItem } from '../../../src/queries/listed.js';
import { fakeQuejas, shownCase, storedEvent } from './fake-quejas.js';
import { fieldOf, keysOf } from './json-fields.js';
import { runWith, type Setting } from './terminal.js';

const run = async (argv: readonly string[], play: Partial<Quejas>, setting: Setting = {}) =>
  runWith(fakeQuejas(play).opener, [...argv, '--store', 'memory:'], setting);

const item: QueueItem = {
  area: 'facturacion',
  technician: 'rt-3',
  severity: 'high',
  since: '2026-11-24T06:45:19.000Z',
  dueAt: null,
  dueDay: null,
  clock: null,
  deadline: null,
  remainingMs: null,
  reason: 'verify-cause',
  reasons: ['verify-cause'],
  queue: 'customer-service',
  holder: null,
  status: 'inProgress',
  kind: 'fault',
  folio: 'CR-000123-0',
};
const queue = () => Promise.resolve({ items: [item], total: 3, next: 'abc' });

describe('quejas queue', () => {
  it('prints its JSON with the keys in a fixed order', async () => {
    const { json, stderr } = await run(['queue', '--json'], { queue });
    expect(stderr).toBe('');
    expect(keysOf(json[0])).toEqual(['items', 'total', 'next']);
    expect(json[0]).toEqual({ items: [item], total: 3, next: 'abc' });
    expect(JSON.stringify(json[0])).toMatch(
      /^\{"items":\[\{"folio":[^,]+,"kind":[^,]+,"status":[^,]+,"reason":[^,]+,"reasons":\[[^\]]+\],"dueAt":null,/,
    );
  });

  it('asks the library for what was asked of it', async () => {
    const asked: unknown[] = [];
    const listening: Quejas['queue'] = (...given) => {
      asked.push(given);
      return queue();
    };
    const argv = [
      'queue',
      '--for',
      'technical-lead',
      '--technician',
      'rt-3',
      '--limit',
      '7',
      '--after',
      'abc',
    ];
    await run([...argv, '--role', 'customer-service', '--actor', 'cs-7'], { queue: listening });
    await run(['queue', '--unverified'], { queue: listening });
    expect(asked).toEqual([
      [
        'technical-lead',
        { role: 'customer-service', actor: 'cs-7', verified: true },
        { limit: 7, after: 'abc', technician: 'rt-3' },
      ],
      ['customer-service', { role: 'auditor', actor: 'cli', verified: false }, { limit: 50 }],
    ]);
  });

  it('knows the areas of the provider, and no others', async () => {
    expect((await run(['queue', '--for', 'facturacion'], { queue })).status).toBe(0);
    expect(await run(['queue', '--for', 'nowhere'], { queue })).toMatchObject({
      status: 2,
      stderr:
        'quejas: «nowhere» no es un valor de «--for»; se espera uno de: Servicio al Cliente, responsable técnico, encargado de resolver, Facturación, Jurídico, supervisión, todos, f. [choice-invalid]\n',
    });
  });

  it('is a table in words and local time on a terminal, which says how to go on', async () => {
    const { stdout, stderr } = await run(['queue'], { queue }, { isTTY: true, env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(/┌─+┬/);
    expect(stdout).toContain('reporte de falla');
    expect(stdout).toContain('Verificar las causas');
    expect(stdout).toContain('24 nov 2026, 00:45');
    expect(stderr).toBe('1 de 3; hora del centro.\nSigue con: --after abc\n');
  });

  it.each([
    ['running', 5_400_000, 'es', '1 h 30 min'],
    ['breached', 0, 'es', 'vencida'],
    ['breached', 0, 'en', 'overdue'],
    ['paused', 3_600_000, 'es', 'en pausa (1 h)'],
    ['paused', 3_600_000, 'en', 'paused (1 h)'],
  ] as const)(
    'tells in words what is left of a deadline that is %s, and its local time (I-18)',
    async (deadline, remainingMs, language, words) => {
      const dueAt = deadline === 'paused' ? null : '2026-11-24T16:30:00.000Z';
      const items = [{ ...item, clock: 'C-07', deadline, remainingMs, dueAt }];
      const page: Quejas['queue'] = () => Promise.resolve({ items, total: 1, next: null });
      const wide = { isTTY: true, columns: 220, env: { NO_COLOR: '1' } };
      const { stdout } = await run(['queue', '--lang', language], { queue: page }, wide);
      expect(stdout).toContain(words);
      if (dueAt !== null) expect(stdout).toMatch(/24 nov 2026, 10:30/i);
      expect((await run(['queue', '--lang', language], { queue: page })).stdout).toContain(`\t${words}\t`);
    },
  );

  it.each([
    [
      'by its last day where it is one of days',
      '2026-11-24',
      '2026-11-25T06:00:00.000Z',
      '24 nov 2026, al terminar el día',
    ],
    ['by its hour where it is one of hours', '2026-11-25', '2026-11-25T06:00:00.000Z', '25 nov 2026, 00:00'],
    [
      'by the zone where no clock answers for it',
      null,
      '2026-11-25T06:00:00.000Z',
      '24 nov 2026, al terminar el día',
    ],
    [
      'by its hour here where its day ends elsewhere',
      '2026-11-24',
      '2026-11-25T08:00:00.000Z',
      '25 nov 2026, 02:00',
    ],
  ] as const)('shows a person a deadline %s (I-18)', async (_what, dueDay, dueAt, shown) => {
    const items = [{ ...item, clock: 'C-05', deadline: 'running' as const, remainingMs: 1, dueAt, dueDay }];
    const page: Quejas['queue'] = () => Promise.resolve({ items, total: 1, next: null });
    const wide = { isTTY: true, columns: 220, env: { NO_COLOR: '1' } };
    expect((await run(['queue'], { queue: page }, wide)).stdout).toContain(shown);
    expect((await run(['queue'], { queue: page })).stdout).toContain(`\t${shown}\t`);
  });

  it('shows every duty of a request in the queue, and who has it', async () => {
    const several = { ...item, reasons: ['tell-folio', 'schedule-visit'] as const, holder: 'cs-7' };
    const page = () => Promise.resolve({ items: [several], total: 1, next: null });
    const shown = await run(
      ['queue'],
      { queue: page },
      { isTTY: true, columns: 240, env: { NO_COLOR: '1' } },
    );
    expect(shown.stdout).toContain('Dar a conocer el folio, Programar la visita');
    expect(shown.stdout).toContain('cs-7');
    expect((await run(['queue'], { queue: page })).stdout).toContain(
      '\tDar a conocer el folio, Programar la visita\t',
    );
  });

  it('keeps within the terminal, and leaves out what matters least', async () => {
    for (const columns of [40, 60, 80, 100, 120, 200]) {
      const { stdout } = await run(['queue'], { queue }, { isTTY: true, columns, env: { NO_COLOR: '1' } });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(stdout).toContain('CR-000123-0');
      expect(stdout.includes('Área')).toBe(columns >= 120);
    }
  });

  it('keeps on a narrow terminal the deadline that a queue is ordered by', async () => {
    const overdue = {
      ...item,
      deadline: 'breached',
      remainingMs: 0,
      dueAt: '2026-11-24T16:30:00.000Z',
    } as const;
    const page: Quejas['queue'] = () => Promise.resolve({ items: [overdue], total: 1, next: null });
    const narrow = { isTTY: true, columns: 80, env: { NO_COLOR: '1' } };
    const { stdout } = await run(['queue'], { queue: page }, narrow);
    expect(stdout).toMatch(/24 nov 2026, 10:30/i);
    expect(stdout).toContain('vencida');
  });

  it('leaves out on a terminal what says nothing', async () => {
    const wide = { isTTY: true, columns: 200, env: { NO_COLOR: '1' } };
    expect((await run(['queue'], { queue }, wide)).stdout).not.toContain('Vence');
    const none: Quejas['queue'] = () => Promise.resolve({ items: [], total: 0, next: null });
    expect(await run(['queue'], { queue: none }, wide)).toMatchObject({
      stdout: '',
      stderr: '0 de 0; hora del centro.\n',
    });
  });

  it('is plain in a pipe: tabs, the same words and times, and nothing besides', async () => {
    const { stdout, stderr } = await run(['queue', '--lang', 'en'], { queue });
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'Folio\tKind\tStatus\tWhat to do\tSince\tDue\tLeft\tSeverity\tHeld by\tTechnician\tArea\n' +
        'CR-000123-0\tfault report\tin progress\tVerify the causes\t24 Nov 2026, 00:45\t\t\thigh\t\trt-3\tb\n',
    );
  });

  it('has colours on a terminal alone, and none where NO_COLOR is set', async () => {
    const coloured = await run(['queue'], { queue }, { isTTY: true, env: { NO_COLOR: '', TERM: 'xterm' } });
    const plain = await run(['queue'], { queue }, { isTTY: true, env: { NO_COLOR: '1', TERM: 'xterm' } });
    const dumb = await run(['queue'], { queue }, { isTTY: true, env: { TERM: 'dumb' } });
    expect([coloured, plain, dumb].map(({ stdout }) => stdout.includes('\u001b['))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('quejas list', () => {
  const requestsOf: Quejas['requestsOf'] = () =>
    Promise.resolve({
      items: [
        {
          folio: 'CR-000123-0',
          kind: 'inquiry',
          status: 'closed',
          channel: 'web',
          receivedAt: '2026-11-24T06:45:19.000Z',
          endedAt: null,
        },
      ],
      total: 1,
      next: null,
    });

  it('prints every request of a person', async () => {
    const { stdout } = await run(['list', '--subscriber', 's-1'], { requestsOf });
    expect(stdout).toBe(
      'Folio\tTipo\tEstado\tRecibida\tMedio\nCR-000123-0\tconsulta\tcerrada\t24 nov 2026, 00:45\tpágina web\n',
    );
    const { json } = await run(['list', '--subscriber', 's-1', '--json'], { requestsOf });
    expect(json[0]).toMatchObject({ items: [{ folio: 'CR-000123-0' }], total: 1, next: null });
  });
});

describe('quejas show', () => {
  const history = [
    {
      revision: 0,
      type: 'Filed',
      occurredAt: '2026-11-24T06:45:19.000Z',
      recordedAt: '2026-11-24T06:45:20.000Z',
      actor: 'cs-7',
      role: 'customer-service',
      backdated: false,
      data: {},
      personal: { 's-1': { description: 'Sin\nseñal' } },
    },
  ];
  const show: Quejas['show'] = () =>
    Promise.resolve(shownCase({ kind: 'fault', subscriber: 's-1', history }));

  it('prints folio, kind and status first, and the history last', async () => {
    const { json } = await run(['show', 'CR-000123-0', '--json'], { show });
    const keys = keysOf(json[0]);
    expect(keys.slice(0, 3)).toEqual(['folio', 'kind', 'status']);
    expect(keys.at(-1)).toBe('history');
  });

  it('reads the case as it stood then, by what was known then', async () => {
    const asked: unknown[] = [];
    const listening: Quejas['show'] = (...given) => {
      asked.push(given);
      return show(...given);
    };
    const argv = [
      'show',
      'CR-000123-0',
      '--at',
      '2026-11-24T00:00:00-06:00',
      '--known-at',
      '2026-11-25T00:00:00Z',
    ];
    await run(argv, { show: listening });
    expect(asked).toEqual([
      [
        'CR-000123-0',
        { role: 'auditor', actor: 'cli', verified: true },
        { at: '2026-11-24T06:00:00.000Z', knownAt: '2026-11-25T00:00:00.000Z' },
      ],
    ]);
  });

  it('tells a report of no subscriber from a request', async () => {
    const anonymous: Quejas['show'] = () =>
      Promise.resolve(shownCase({ kind: 'fault', report: 'anonymous' }));
    const setting = { isTTY: true, env: { NO_COLOR: '1' } };
    const told = async (play: Quejas['show']) =>
      (await run(['show', 'CR-000123-0'], { show: play }, setting)).stdout;
    expect(await told(anonymous)).toMatch(/^Reporte +anónimo$/mu);
    expect(await told(show)).not.toMatch(/^Reporte/mu);
  });

  it('tells a person how it stands, leaving out what is not so, then what happened', async () => {
    const { stdout } = await run(['show', 'CR-000123-0'], { show }, { isTTY: true, env: { NO_COLOR: '1' } });
    expect(stdout).toMatchSnapshot();
  });
});

describe('quejas events', () => {
  const stored = Array.from({ length: 1200 }, (_, n) => storedEvent(n + 1));
  const events: Quejas['events'] = ({ after = '', limit }) => {
    const rest = stored.filter(({ position }) => position > after);
    const page = rest.slice(0, limit);
    return Promise.resolve({ events: page, next: page.at(-1)?.position, caughtUp: rest.length <= limit });
  };

  it('prints all of them, page by page, one a line, keys in a fixed order', async () => {
    const { json } = await run(['events', '--json'], { events });
    expect(json.map((event) => fieldOf(event, 'position'))).toEqual(stored.map(({ position }) => position));
    expect(keysOf(json[0]).slice(0, 8)).toEqual([
      'position',
      'stream',
      'revision',
      'type',
      'occurredAt',
      'recordedAt',
      'data',
      'metadata',
    ]);
  });

  it('tells a person what happened, when by the clocks of the provider, and who did it in which role', async () => {
    const stdout = await Promise.all(
      ['es', 'en'].map(
        async (language) =>
          (await run(['events', '--lang', language], { events })).stdout.split('\n')[0] ?? '',
      ),
    );
    expect(stdout.map((line) => line.split('\t').slice(1))).toEqual([
      ['18 nov 2026, 05:06:40', 'Se agregó una nota', 'complaint-1#1', 'Servicio al Cliente', 'cs-7'],
      ['18 Nov 2026, 05:06:40', 'A note was added', 'complaint-1#1', 'customer service', 'cs-7'],
    ]);
  });

  it('knows a type by its name in either language, and names all of them where it is none', async () => {
    const asked: unknown[] = [];
    const listening: Quejas['events'] = (options) => {
      asked.push(options.types);
      return events(options);
    };
    await run(['events', '--type', 'se recibio la solicitud', '--type', 'Folios of a block were voided'], {
      events: listening,
    });
    expect(asked[0]).toEqual(['Filed', 'FolioBlockVoided']);
    const { status, stderr } = await run(['events', '--type', 'Filled'], { events });
    expect(status).toBe(2);
    expect(stderr).toContain('Se recibió la solicitud');
    expect(stderr).not.toContain('Filed,');
  });

  it('goes on after a position', async () => {
    const { json } = await run(['events', '--json', '--after', stored[1197]?.position ?? ''], { events });
    expect(json).toHaveLength(2);
  });

  it('hands on which complaint and which types are asked for', async () => {
    const asked: unknown[] = [];
    const listening: Quejas['events'] = (options) => {
      asked.push(options);
      return events(options);
    };
    await run(
      [
        'events',
        '--folio',
        'F',
        '--type',
        'Filed',
        '--type',
        'Ruled',
        '--after',
        stored[1198]?.position ?? '',
      ],
      {
        events: listening,
      },
    );
    expect(asked).toEqual([
      { folio: 'F', types: ['Filed', 'Ruled'], limit: 500, after: stored[1198]?.position },
    ]);
  });

  it('says that a folio was never assigned, rather than printing nothing', async () => {
    const none: Quejas['events'] = () => Promise.resolve({ events: [], next: undefined, caughtUp: true });
    expect((await run(['events', '--folio', 'F'], { events: none })).stderr).toContain('[folio-unknown]');
    expect(await run(['events'], { events: none })).toMatchObject({ status: 0, stdout: '' });
  });

  it('stops between two pages where the user interrupts, and closes the store', async () => {
    const controller = new AbortController();
    const fake = fakeQuejas({
      events: (options) => {
        controller.abort();
        return events(options);
      },
    });
    const ran = await runWith(fake.opener, ['events', '--json', '--store', 'memory:'], {
      signal: controller.signal,
    });
    expect({
      status: ran.status,
      lines: ran.json.length,
      last: ran.json.at(-1),
      closed: fake.closed(),
    }).toEqual({
      status: 1,
      lines: 501,
      last: { ok: false, code: 'interrupted', message: expect.any(String) },
      closed: 1,
    });
  });
});
