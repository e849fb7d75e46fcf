import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { slaPolicyOf } from '../../../src/domain/provider/deadlines.js';
import { conectared, emenet, type ProviderProfile } from '../../../src/domain/provider/index.js';
import { procedureHtml, procedureOf, procedureText } from '../../../src/domain/texts/index.js';
import { requestNames } from '../../../src/domain/texts/procedure/words.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';

const made = (profile: ProviderProfile, language?: 'es' | 'en') =>
  procedureOf(profile, { language, year: 2026 });
const textOf = (profile: ProviderProfile) => procedureText(made(profile));

const both = [
  ['Conectared', conectared],
  ['Emenet', emenet],
] as const;

/** Texts of a profile that would act where they are not escaped. */
const hostile: ProviderProfile = {
  ...conectared,
  name: '<script>alert(1)</script>',
  folio: { ...conectared.folio, label: { es: '"><img src=x onerror=y>', en: 'x' } },
  channels: [
    {
      channel: 'web',
      label: { es: "o'<b>web</b>\u001b[2J", en: 'web' },
      contactPoints: [
        { kind: 'web', value: 'javascript:alert(1).mx' },
        { kind: 'email', value: 'a"b@c.mx' },
      ],
      hours: {},
      holidayPolicy: 'closed',
    },
  ],
};

describe('The public procedure says what is run', () => {
  it.each(both)('%s: every clock that runs is there with its term, and no other', (_, profile) => {
    const policy = slaPolicyOf(profile);
    const running = policy.clocks.filter(
      ({ inactive, only }) => inactive === undefined && only?.municipality?.length !== 0,
    );
    expect(made(profile).terms.map(({ clock }) => clock)).toEqual(running.map(({ id }) => id));
  });

  it('a repair that the contract promises in 72 hours is printed and counted in 72 (C-07)', () => {
    const { contract } = conectared.policy;
    const slower = {
      ...conectared,
      policy: { ...conectared.policy, contract: { ...contract, repairHours: 72 } },
    };
    const termOf = (profile: ProviderProfile) =>
      made(profile).terms.find(({ clock }) => clock === 'C-07')?.term;
    expect([termOf(conectared), termOf(slower)]).toEqual(['24 horas', '72 horas']);
  });

  it('where some municipalities have a longer repair, both terms say for whom they are (C-08)', () => {
    const { contract } = conectared.policy;
    const hills = {
      ...conectared,
      policy: {
        ...conectared.policy,
        contract: { ...contract, physicalRepair: { hours: 48, municipalities: ['Naolinco', 'Acajete'] } },
      },
    };
    const terms = made(hills).terms.filter(({ clock }) => clock === 'C-07' || clock === 'C-08');
    expect(
      terms.map(({ term, appliesTo }) => [term, appliesTo.slice(appliesTo.indexOf('equipo') + 6)]),
    ).toEqual([
      ['24 horas', ', excepto en Naolinco y Acajete.'],
      ['48 horas', ' en Naolinco y Acajete.'],
    ]);
  });

  it('a policy that was published with other terms is printed with those', () => {
    const policy = slaPolicyOf(conectared);
    const published = {
      ...policy,
      clocks: policy.clocks.map((clock) =>
        clock.id === 'C-17'
          ? {
              ...clock,
              terms: clock.terms.map((each) => ({
                ...each,
                term: { kind: 'business-days', days: 9 } as const,
              })),
            }
          : clock,
      ),
    };
    const { terms } = procedureOf(conectared, { policy: published, year: 2026 });
    expect(terms.find(({ clock }) => clock === 'C-17')?.term).toBe('9 días hábiles');
  });

  it.each(both)(
    '%s: every way of a request is told once, and its last step is that of its track',
    (_, profile) => {
      const [common, ...ways] = made(profile).steps;
      expect(common?.steps).toHaveLength(2);
      const lasts = ways.map(({ steps }) => steps.at(-1)?.does ?? '');
      const told = ways.map(({ requests }) => requests).join(' ');
      for (const { es } of Object.values(requestNames)) expect(told.split(es)).toHaveLength(2);
      for (const verb of ['notifica', 'contesta', 'ejecuta'])
        expect(lasts.some((does) => does.startsWith(verb))).toBe(true);
    },
  );

  it('O-31 a kind that the terms of a provider route is told to be routed, though its track does not ask for it', () => {
    const routed = (profile: ProviderProfile) =>
      made(profile)
        .steps.filter(({ steps }) => steps.some(({ does }) => does.startsWith('turna')))
        .map(({ requests }) => requests);
    const more: ProviderProfile = { ...conectared, routedKinds: ['fault'] };
    expect(routed(conectared).join()).not.toContain('reportes de falla');
    expect(routed(more)).toContain(
      'reportes de falla y quejas por fallas o deficiencias del servicio o del equipo',
    );
  });

  it('a provider of one person does not promise that another one rules', () => {
    const alone = { ...emenet, policy: { ...emenet.policy, separationOfDuties: 'recorded' as const } };
    expect(textOf(emenet)).toContain('quien hizo la reparación no resuelve');
    expect(textOf(alone)).not.toContain('quien hizo la reparación no resuelve');
  });

  it('the closed days are those of the calendar in the year, special hours apart', () => {
    const special = {
      ...conectared,
      businessCalendar: {
        ...conectared.businessCalendar,
        overrides: { '2026-12-24': ['09:00-14:00'], '2026-12-31': [], '2027-01-04': [] },
      },
    };
    const [, closed, others] = made(special).businessDays;
    expect(closed).toBe(
      'No son hábiles en 2026: 1 de enero, 2 de febrero, 16 de marzo, 1 de mayo, 16 de septiembre, 16 de noviembre, 25 de diciembre y 31 de diciembre.',
    );
    expect(others).toBe('Con otro horario en 2026: 24 de diciembre, de 09:00 a 14:00 h.');
  });

  it('a limit that the profile does not set is not promised', () => {
    const { lapseDays: _l, reachAttempts: _r, visitWindowHours: _v, ...rest } = conectared.policy;
    const free = { ...conectared, policy: { ...rest, reopeningDays: null } };
    expect(made(free).rules).toEqual([
      'Cuando un asunto, de la clase que sea, requiere visita al domicilio, la cita se coordina con el usuario y se le notifica de antemano.',
      'Si no queda conforme, el usuario puede pedir que su asunto se reabra, sin límite de tiempo.',
    ]);
    expect(made(free).terms.some(({ clock }) => clock === 'C-22')).toBe(false);
    const none = { ...conectared, policy: { ...conectared.policy, reopeningDays: 0 } };
    expect(made(none).rules).toContain(
      'Si no queda conforme, el usuario puede pedir que su asunto se reabra el mismo día de su término.',
    );
  });
});

describe('The procedure as people read it', () => {
  it.each(both)('%s: no code, no UTC stamp and no English word stands in the Spanish text', (_, profile) => {
    const text = textOf(profile);
    expect(text).not.toMatch(/C-\d\d|\d{4}-\d\d-\d\d|\dZ\b|undefined|null/);
    expect(text).not.toMatch(/\b(?:the|of|and|hours?|days?|business|fault|user|area|by|within)\b/i);
  });

  it.each(both)('%s: in English it says as much', (_, profile) => {
    const [es, en] = [made(profile, 'es'), made(profile, 'en')];
    expect(en.terms).toHaveLength(es.terms.length);
    expect(en.steps.map(({ steps }) => steps.length)).toEqual(es.steps.map(({ steps }) => steps.length));
    expect(procedureText(en)).not.toMatch(/\b(?:el|los|del|para|hábiles)\b/);
  });

  it.each(both)('%s: the page holds every line of the text, and asks nothing of a network', (_, profile) => {
    const procedure = made(profile);
    const page = procedureHtml(procedure);
    const shown = page
      .slice(page.indexOf('<body>'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#39;/g, "'");
    const words = procedureText(procedure)
      .split(/\s+/)
      .filter((word) => /\p{L}|\d/u.test(word) && !/^\d+\.$/.test(word));
    expect(words.filter((word) => !shown.includes(word.replace(/^\(|[).:]+$/g, '')))).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="es-MX">');
  });

  it('on paper every size follows from that of the page: what is said small is not larger than the rest', () => {
    const page = procedureHtml(made(emenet));
    const print = page.slice(page.indexOf('@media print'), page.indexOf('</style>'));
    expect(print.match(/font-size: [^;]+/g)).toEqual(['font-size: 10pt']);
    expect(print).toContain('html { font-size: 10pt; }');
  });

  it('numbers and addresses can be touched', () => {
    const page = procedureHtml(made(emenet));
    expect(page).toContain('<a href="tel:4272110580">427 211 0580</a>');
    expect(page).toContain('<a href="mailto:clientes@emenet.mx">clientes@emenet.mx</a>');
    expect(page).toContain('<a href="https://www.emenet.mx">www.emenet.mx</a>');
  });

  it('what a profile says is shown and never acted upon', () => {
    const page = procedureHtml(made(hostile));
    expect(page).not.toMatch(/<script|<img|<b>web|href="javascript|\u001b/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('javascript:alert(1).mx');
    expect(page).toContain('href="mailto:a%22b@c.mx"');
    expect(page).toContain('excepto días festivos');
  });
});

const facts: readonly (readonly [string, ProviderProfile, string, readonly RegExp[]])[] = [
  [
    'Conectared',
    conectared,
    'seeds/000_8477c610d426885b.txt',
    [
      /gratuita/,
      /número de seguimiento/,
      /Centro de Atención al Usuario/,
      /Área de Servicio al Cliente[^\n]*responsable técnico[^\n]*seguimiento/,
      /Responsable técnico: verifica las causas[^\n]*corrige[^\n]*contrato de servicio/,
      /Responsable técnico: informa[^\n]*Centro de Servicio al Cliente/,
      /notifica al suscriptor[^\n]*razones de la falla[^\n]*procedencia o no[^\n]*ratificación/,
      /visita al domicilio/,
      /folio/,
      /turna[^]*aclaración[^]*conciliación[^]*reparaciones/i,
      /mecanismos y plazos/,
      /elige con libertad/,
      /consultas[^\n]*cancelaciones[^\n]*trámites/,
      /control y seguimiento/,
    ],
  ],
  [
    'Emenet',
    emenet,
    'seeds/004_6871fa6b3c99fbcd.txt',
    [
      /gratuita/,
      /medio de contacto de su preferencia/,
      /número de folio/,
      /formulario de contacto/,
      /Área de Servicio al Cliente[^\n]*responsable técnico[^\n]*seguimiento/,
      /Responsable técnico: verifica las causas[^\n]*corrige[^\n]*contrato de servicio/,
      /Responsable técnico: informa[^\n]*Área de Servicio al Cliente/,
      /notifica al usuario[^\n]*causas de la falla[^\n]*procedencia o improcedencia[^\n]*restablecido/,
      /domicilio[^\n]*coordina[^\n]*notifica/,
      /turna/,
      /mecanismos y plazos/,
      /elige con libertad/,
      /consultas[^\n]*cancelaciones[^\n]*trámites/,
      /control y seguimiento/,
    ],
  ],
];

const seedFiles = facts.map(([, , file]) => file);

/** What a reader of a seed would look for: numbers, addresses and hours, as written there. */
const findings = (seed: string): readonly string[] => {
  const text = seed.replaceAll('**', '');
  return [
    ...(text.match(/\b\d{3} \d{3} \d{4}\b|\b\d{3} \d{7}\b/g) ?? []),
    ...(text.match(/[\w.]+@[\w.]+\w|www\.[\w.]+\w/g) ?? []),
    ...(text.match(/\b\d{1,2}:\d{2}\b/g) ?? []),
    ...(text.match(/24 horas|365 días|C\.P\. \d{5}/g) ?? []),
    ...(text.match(/Andador[^,]*|Colonia[^,]*|Municipio de[^,]*|Estado de México/g) ?? []),
  ];
};

describeWithShared(...seedFiles)('against the procedures that the providers published', () => {
  it.each(facts)(
    'O-10..O-13 %s: every number, address and hour of the seed is in the text',
    (_, profile, file) => {
      const seed = readFileSync(sharedFile(file), 'utf8');
      const found = findings(seed);
      expect(found.length).toBeGreaterThan(8);
      expect(found.filter((fact) => !textOf(profile).includes(fact))).toEqual([]);
    },
  );

  it.each(facts)('O-14..O-36 %s: every step of the seed is in the text', (_, profile, file, steps) => {
    const text = textOf(profile);
    expect(readFileSync(sharedFile(file), 'utf8').length).toBeGreaterThan(1_000);
    expect(steps.filter((step) => !step.test(text)).map(String)).toEqual([]);
  });

  it.each(facts)('%s: the days of the seed are those of the text', (_, profile, file) => {
    const seed = readFileSync(sharedFile(file), 'utf8').toLowerCase();
    const text = textOf(profile);
    expect(seed).toContain('lunes a viernes');
    expect(text).toMatch(/lunes a viernes de 09:00/);
    expect(text.includes('sábado y domingo')).toBe(seed.includes('sábado y domingo'));
  });

  it.each(facts)('%s: no sentence of the seed is copied', (_, profile, file) => {
    const plain = (words: string) => words.replaceAll('**', '').replace(/\s+/g, ' ').toLowerCase();
    const text = plain(textOf(profile));
    const words = plain(readFileSync(sharedFile(file), 'utf8')).split(' ');
    const runs = words.slice(0, -11).map((__, from) => words.slice(from, from + 12).join(' '));
    const address = plain(
      profile.channels
        .flatMap(({ contactPoints }) => contactPoints)
        .map(({ value }) => value)
        .join(' '),
    );
    expect(runs.filter((run) => text.includes(run) && !address.includes(run))).toEqual([]);
  });
});
