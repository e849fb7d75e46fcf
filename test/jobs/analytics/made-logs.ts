import { writeFileSync, readFileSync } from 'node:fs';
import type { ProviderProfile } from '../../../src/domain/provider/profile.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { aroundTheClock } from '../../../src/domain/sla/week.js';
import { checkedMapping, type Mapping } from '../../../src/jobs/import/index.js';
import { neutralProfile } from '../../../src/jobs/import/mappings/neutral-profile.js';
import { ageByHand, withinShifts, type ReadByHand, type Shifts } from '../../composition/board-by-hand.js';

const hourMs = 3_600_000;

/** How a log of a test's own making looks. */
export interface Shape {
  readonly name: string;
  readonly zone: string;
  readonly shifts: Shifts;
  /** Of a hundred cases: opened again, asking the user, waiting for an authority, left half-way. */
  readonly reopened: number;
  readonly asking: number;
  readonly waiting: number;
  readonly cut: number;
}

const closed = ['2026-02-02', '2026-03-16'];
const office = { days: [1, 2, 3, 4, 5], from: 9, to: 18, closed } as const;
const always = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 24, closed: [] } as const;

/** Three shapes in two zones that keep their offset: areas and channels, cases opened again, waits. */
export const shapes: readonly Shape[] = [
  {
    ...{ name: 'areas', zone: 'America/Mexico_City', shifts: { ...office, offsetHours: -6 } },
    ...{ reopened: 0, asking: 10, waiting: 0, cut: 40 },
  },
  {
    ...{ name: 'again', zone: 'America/Hermosillo', shifts: { ...office, offsetHours: -7 } },
    ...{ reopened: 60, asking: 0, waiting: 10, cut: 15 },
  },
  {
    ...{ name: 'waits', zone: 'America/Mexico_City', shifts: { ...always, offsetHours: -6 } },
    ...{ reopened: 10, asking: 60, waiting: 60, cut: 35 },
  },
];

const channels = { llamada: 'phone', correo: 'email', mostrador: 'in-person' } as const;
const areas = ['red', 'planta', 'mesa'] as const;
const causes = ['fibra', 'equipo', 'energia'] as const;
const towns = ['Xalapa', 'Tecate', 'Guaymas'] as const;

/** Numbers from a seed: the same again from the same one. */
const numbersFrom = (seed: number) => {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const oneOf = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  return { below, oneOf, happens: (percent: number) => below(100) < percent };
};

/** The activities of one case, in their order. */
const courseOf = (
  { reopened, asking, waiting, cut }: Shape,
  { below, happens }: ReturnType<typeof numbersFrom>,
) => {
  const work = (...first: readonly string[]): readonly string[] => [
    ...first,
    ...(happens(asking) ? ['Pregunta', 'Respuesta'] : []),
    'Causa',
    ...(happens(waiting) ? ['Prórroga', 'Sigue'] : []),
    ...['Reparación', 'Dictamen', 'Aviso', 'Cierre'],
  ];
  const whole = [
    ...['Reporte', 'Turno', ...work('Atención')],
    ...(happens(reopened) ? ['Reapertura', ...work()] : []),
  ];
  return happens(cut) ? whole.slice(0, 1 + below(whole.length)) : whole;
};

/** Writes a log in XES of so many cases, some three weeks of them. */
export const writeMadeLog = (path: string, shape: Shape, seed: number, cases: number): void => {
  const numbers = numbersFrom(seed);
  const { below, oneOf } = numbers;
  const traces = Array.from({ length: cases }, (_, index) => {
    let at = Date.UTC(2026, 0, 26, 15) + below(21 * 24) * hourMs;
    const [technician, desk] = [`t-${String(below(4))}`, `d-${String(below(3))}`];
    const told = {
      ...{ medio: oneOf(Object.keys(channels)), area: oneOf(areas), causa: oneOf(causes) },
      ...{ municipio: oneOf(towns), resultado: oneOf(['upheld', 'upheld', 'dismissed']) },
    };
    const events = courseOf(shape, numbers).map((activity) => {
      at += 60_000 + below(14 * 60) * 60_000 + below(60_000);
      const resource = ['Atención', 'Causa', 'Reparación'].includes(activity) ? technician : desk;
      const attributes = { 'concept:name': activity, 'org:resource': resource, ...told };
      return [
        '<event>',
        ...Object.entries(attributes).map(([key, value]) => `<string key="${key}" value="${value}"/>`),
        `<date key="time:timestamp" value="${instantOf(at)}"/>`,
        '</event>',
      ].join('');
    });
    const id = `<string key="concept:name" value="caso-${String(index + 1)}"/>`;
    return `<trace>${id}<string key="cuenta" value="cuenta-${String(below(cases))}"/>${events.join('')}</trace>`;
  });
  writeFileSync(path, `<?xml version="1.0"?><log xes.version="1.0">${traces.join('\n')}</log>`);
};

const profileOf = ({ name, zone, shifts }: Shape): ProviderProfile => {
  const neutral = neutralProfile(`log-${name}`, `Registro ${name}`, 'LG', zone);
  const { businessCalendar } = neutral;
  const week =
    shifts.to === 24
      ? aroundTheClock
      : Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-18:00']]));
  return {
    ...neutral,
    channels: Object.values(channels).map((channel) => ({
      ...{
        channel,
        label: { es: channel, en: channel },
        hours: aroundTheClock,
        holidayPolicy: 'open' as const,
      },
      contactPoints: [{ kind: 'web' as const, value: 'www.example.com' }],
    })),
    areas: areas.map((id) => ({ id, label: { es: id, en: id }, purposes: ['repair'] })),
    businessCalendar: { ...businessCalendar, week, holidays: shifts.closed },
  };
};

const by = { by: 'resource', as: 'customer-service' } as const;
const byLead = { by: 'resource', as: 'technical-lead' } as const;
const step = (
  activity: string,
  command: string,
  who: object,
  input: object = {},
  before: readonly object[] = [],
) => ({
  activity,
  steps: [...before, { rule: `r-${command.toLowerCase()}`, command, ...who, input }],
});

/** The mapping of a log of a shape, checked as one that comes in a file. */
export const mappingOf = (shape: Shape): Mapping =>
  checkedMapping({
    ...{ id: `log-${shape.name}`, version: 1, title: { es: 'Hecho para pruebas', en: 'Made for tests' } },
    ...{ provider: profileOf(shape), people: { subscriber: '{trace:cuenta}', pseudonyms: true } },
    ...{ closing: ['Cierre'], groups: {} },
    activities: [
      step('Reporte', 'file', by, {
        ...{ kind: 'fault', subject: 'service', receivedAt: '{at}', subscriber: { ref: '{subscriber}' } },
        channel: { of: '{event:medio}', table: channels, otherwise: 'other' },
        ...{ municipality: '{event:municipio}', description: 'Importado.' },
      }),
      step('Turno', 'routeToArea', by, { area: '{event:area}', purpose: 'repair' }),
      step('Pregunta', 'requestInformation', by, { question: '¿Cuándo?' }),
      step('Respuesta', 'receiveInformation', by, { answer: 'Ayer.' }),
      step('Prórroga', 'putOnHold', by, { reason: 'authority-extension' }),
      step('Sigue', 'resume', by),
      step(
        'Atención',
        'assignTechnician',
        { by: 'owner', as: 'customer-service' },
        { technician: '{resource}' },
      ),
      step('Causa', 'verifyCause', byLead, {
        causes: ['{event:causa}'],
        faultFound: true,
        attribution: 'none',
      }),
      {
        activity: 'Reparación',
        steps: [
          {
            ...{ rule: 'r-repair', command: 'repair', ...byLead },
            input: { action: 'resolved', atHome: false, restoredAt: '{at}' },
          },
          {
            rule: 'r-report',
            command: 'reportRepair',
            ...byLead,
            input: { outcome: 'repaired' },
            filled: true,
          },
          {
            ...{ rule: 'r-confirm', command: 'confirmRestoration', by: 'owner', as: 'customer-service' },
            ...{ input: { by: 'measurement', confirmedAt: '{at}' }, filled: true },
          },
        ],
      },
      step(
        'Dictamen',
        'rule',
        { by: 'ruling', as: 'ruling-officer' },
        {
          outcome: { of: '{event:resultado}', table: { upheld: 'upheld' }, otherwise: 'dismissed' },
          ...{ basis: 'log', reasons: 'Importado.' },
        },
      ),
      step('Aviso', 'notifyUser', by, { recipient: 'subscriber', sentAt: '{at}' }),
      step('Cierre', 'close', by, {}, [
        {
          ...{ rule: 'r-folio', when: [{ not: 'folio-told' }], command: 'communicateFolio', ...by },
          ...{ input: { channel: 'other', communicatedAt: '{at}' }, filled: true },
        },
      ]),
      step('Reapertura', 'reopen', by, { reason: 'fault-persists', explanation: 'Sigue igual.' }),
    ],
  });

interface Line {
  readonly activity: string;
  readonly at: number;
  readonly of: (key: string) => string;
}

/** The cases of a log by another route than ours: the text cut at its tags. */
export const linesIn = (path: string): readonly (readonly Line[])[] =>
  readFileSync(path, 'utf8')
    .split('<trace>')
    .slice(1)
    .map((trace) =>
      trace
        .split('<event>')
        .slice(1)
        .map((event) => {
          const of = (key: string) => new RegExp(`key="${key}" value="([^"]*)"`).exec(event)?.[1] ?? '';
          return { activity: of('concept:name'), at: Date.parse(of('time:timestamp')), of };
        }),
    );

/** Cut where work begins anew. */
const worksOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const works: Line[][] = [[]];
  for (const line of lines) {
    if (line.activity === 'Reapertura') works.push([]);
    works.at(-1)?.push(line);
  }
  return works;
};

const measured: readonly (readonly [string, readonly string[]])[] = [
  ['first-contact', ['Pregunta', 'Aviso']],
  ['cause', ['Causa']],
  ['repair', ['Reparación']],
  ['ruling', ['Dictamen']],
  ['notice', ['Aviso']],
  ['total', ['Cierre']],
];

/** One case as the board reads it, from the lines of the log that were written by then. */
export const readLines = (lines: readonly Line[], { name, shifts }: Shape, asOf: number): ReadByHand => {
  const lead = lines.findLast(({ activity }) => activity === 'Atención')?.of('org:resource');
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a case without lines');
  const has = (activity: string) => lines.some((line) => line.activity === activity);
  const isOpen = last.activity !== 'Cierre';
  const inOrOut = lines
    .filter(({ activity }) => activity === 'Cierre' || activity === 'Reapertura')
    .map(({ activity, at }) => ({
      type: activity === 'Cierre' ? 'Closed' : 'Reopened',
      occurredAt: instantOf(at),
    }));
  return {
    took: worksOf(lines).flatMap((work) =>
      measured.flatMap(([measure, activities]) => {
        const [start, end] = [work[0], work.find(({ activity }) => activities.includes(activity))];
        if (start === undefined || end === undefined) return [];
        const business = withinShifts(shifts, start.at, end.at);
        return [{ measure, elapsed: end.at - start.at, business }];
      }),
    ),
    ...{ inOrOut, received: first.at, isOpen },
    age: isOpen ? ageByHand(shifts, first.at, asOf) : undefined,
    ...{ kind: 'fault', municipality: first.of('municipio') },
    channel: new Map<string, string>(Object.entries(channels)).get(first.of('medio')) ?? null,
    area: has('Turno') ? first.of('area') : null,
    technician: lead === undefined ? null : `log-${name}-staff-${lead}`,
    causes: has('Causa') ? [first.of('causa')] : undefined,
    ruling: has('Dictamen') ? first.of('resultado') : undefined,
    ...{ isEscalated: false, hasEnded: has('Cierre'), isReopened: has('Reapertura') },
    ...{ grants: [], credits: 0 },
  };
};

/** Stretches from one activity to another; `asOf` where they last. */
const stretches = (lines: readonly Line[], from: string, to: string, asOf: number) =>
  lines.flatMap(({ activity, at }, place) => {
    if (activity !== from) return [];
    const end = lines.slice(place).find((line) => line.activity === to)?.at;
    return [{ from: at, to: end ?? asOf, lasts: end === undefined }];
  });

const repairMs = 24 * hourMs;

/** The clock of repair, 24 hours but for what an authority granted, and the pauses: counted from the lines. */
export const clocksByLines = (cases: readonly (readonly Line[])[], asOf: number) => {
  const runs = cases.flatMap((lines) =>
    worksOf(lines).map((work) => {
      const start = work[0]?.at ?? asOf;
      const repaired = work.find(({ activity }) => activity === 'Reparación')?.at;
      const granted = stretches(work, 'Prórroga', 'Sigue', asOf);
      const until = repaired ?? asOf;
      const consumed =
        until - start - granted.reduce((sum, { from, to }) => sum + Math.min(to, until) - from, 0);
      return { consumed, isOpen: repaired === undefined, isPaused: granted.some(({ lasts }) => lasts) };
    }),
  );
  const count = (holds: (run: (typeof runs)[number]) => boolean) => runs.filter(holds).length;
  const late = ({ consumed }: { readonly consumed: number }) => consumed > repairMs;
  const pauses = (
    [
      ['information-requested', 'Pregunta', 'Respuesta'],
      ['authority-extension', 'Prórroga', 'Sigue'],
    ] as const
  ).flatMap(([reason, from, to]) => {
    const each = cases.map((lines) => stretches(lines, from, to, asOf)).filter(({ length }) => length > 0);
    if (each.length === 0) return [];
    const all = each.flat();
    return [
      {
        ...{ reason, complaints: each.length, pauses: all.length },
        lasting: all.filter(({ lasts }) => lasts).length,
        totalMs: all.reduce((sum, span) => sum + span.to - span.from, 0),
      },
    ];
  });
  return {
    repair: {
      ...{ clock: 'C-07', started: runs.length, met: count((run) => !run.isOpen && !late(run)) },
      ...{ breached: count(late), openBreached: count((run) => run.isOpen && late(run)) },
      running: count((run) => run.isOpen && !late(run) && !run.isPaused),
      paused: count((run) => run.isOpen && !late(run) && run.isPaused),
    },
    pauses,
  };
};

/** How many stand in each status; what was not begun yet counts with what is under way. */
export const statusesByLines = (cases: readonly (readonly Line[])[]) => {
  const counts = { underWay: 0, pending: 0, held: 0, resolved: 0, closed: 0 };
  for (const lines of cases) {
    switch (lines.at(-1)?.activity) {
      case 'Pregunta':
        counts.pending += 1;
        break;
      case 'Prórroga':
        counts.held += 1;
        break;
      case 'Aviso':
        counts.resolved += 1;
        break;
      case 'Cierre':
        counts.closed += 1;
        break;
      default:
        counts.underWay += 1;
    }
  }
  return counts;
};
