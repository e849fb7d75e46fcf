import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sharedVocabulary } from '../../../src/domain/texts/labels/vocabulary.js';
import { plainWord } from '../../../src/domain/texts/words/read-word.js';
import { complaintSubcommands } from '../../../src/interfaces/cli/complaint/index.js';
import { kebabCase } from '../../../src/interfaces/cli/flags/flag.js';
import { inProvidersWords } from '../../../src/interfaces/cli/flags/in-providers-words.js';
import { readFlags } from '../../../src/interfaces/cli/flags/read-flags.js';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { fieldOf, textOf } from './json-fields.js';

const { folder, quejas, json } = cliFolder();

const example = readFileSync(join(__dirname, '../../../docs/guides/add-a-provider.example.json'), 'utf8');

const vocabulary = {
  causes: { 'rodent-bite': { es: 'mordedura de roedor', en: 'rodent bite' } },
  actions: { 'duct-sealed': { es: 'canalización sellada', en: 'sealed the duct' } },
  grounds: {
    'own-clause-4': { es: 'cláusula cuarta de nuestro contrato, sobre averías', en: 'fourth clause of ours' },
  },
};

/** Options of a command that name a provider with words of its own. */
let own: readonly string[] = [];
beforeEach(() => {
  const file = join(folder(), 'own.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(example), vocabulary }));
  own = ['--provider', file];
});

describe('quejas words', () => {
  it('lists causes, actions, grounds and procedures by code and name, in both languages', async () => {
    const { status, value } = await json(['words']);
    expect(status).toBe(0);
    for (const [sort, words] of Object.entries(sharedVocabulary))
      expect(value).toMatchObject({
        [sort]: Object.entries(words).map(([code, label]) => ({ code, ...label, own: false })),
      });
  });

  it('lists the words of a provider before those that every provider has', async () => {
    const { stdout } = await quejas(['words', 'causas', ...own]);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Lista\tNombre\tDe quién\tCódigo',
      'causas\tmordedura de roedor\tdel proveedor\trodent-bite',
      'causas\tfibra cortada\tde todos\tcut-fibre',
    ]);
  });

  it('lists the words of the only provider of a store', async () => {
    await json(['file', '--input', '-', '--provider', 'conectared'], { input: JSON.stringify(phonedFault) });
    const { status, stdout } = await quejas(['words', 'grounds', '--lang', 'en']);
    expect(status).toBe(0);
    expect(stdout).toContain('grounds\tthe registered tariff\tof all\tregistered-tariff\n');
  });

  it('names the lists that there are', async () => {
    const { status, stderr } = await quejas(['words', 'colores']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'quejas: «colores» no es un valor de «words»; se espera uno de: causas, correcciones, fundamentos, trámites, eventos. [choice-invalid]\n',
    });
  });

  it('lists the types of events, which quejas events names where a type is none', async () => {
    const { stdout } = await quejas(['words', 'eventos']);
    expect(stdout).toContain('eventos\tSe corrigió la falla\tde todos\tRepaired\n');
    const { status, stderr } = await quejas(['events', '--type', 'Nope']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'quejas: «Nope» no es un valor de «--type»; se espera uno de: los de quejas words events. [choice-invalid]\n',
    });
  });

  it.each([
    ['Reparied', 'Se corrigió la falla'],
    ['la conciliacion', 'Se llevó a cabo la conciliación'],
    ['visitas', 'Se canceló la visita'],
  ])('names the types of events that are near: %s', async (typed, near) => {
    const { stderr } = await quejas(['events', '--type', typed]);
    expect(stderr).toContain(near);
    expect(stderr.length).toBeLessThan(300);
  });

  it('is named in the help of every command that takes a cause, an action or a ground', async () => {
    const lists = { cause: 'causes', action: 'actions', ground: 'grounds' };
    const taking = Object.entries({ ...complaintSubcommands }).flatMap(([name, { flags }]) =>
      flags.flatMap(({ type }) =>
        type === 'cause' || type === 'action' || type === 'ground' ? [{ name, list: lists[type] }] : [],
      ),
    );
    expect(taking.length).toBeGreaterThan(4);
    for (const { name, list } of [...taking, { name: 'attendOutage', list: 'causes' }]) {
      const { stdout } = await quejas([kebabCase(name), '--help'], { columns: 200 });
      expect({ name, stdout }).toEqual({ name, stdout: expect.stringContaining(`quejas words ${list}`) });
    }
  });
});

describe('a ground, on the command line', () => {
  const { flags } = complaintSubcommands.rule;
  const meant = (basis: string) =>
    inProvidersWords(readFlags(flags, { basis }), flags, {
      zone: 'America/Tijuana',
      areas: [],
      vocabulary,
    })['basis'];

  it('is known by its name, whole or to its first comma, with its accents and without', () => {
    for (const [code, { es, en }] of Object.entries(sharedVocabulary.grounds))
      for (const typed of [code, es, en, plainWord(es), es.toUpperCase(), plainWord(es).replaceAll(' ', '-')])
        expect({ typed, code: meant(typed) }).toEqual({ typed, code });
    expect(meant('Cláusula 10 del contrato de servicio')).toBe('clause-10');
  });

  it('is known by its name where it is of the provider alone', () => {
    expect(meant('Clausula cuarta de nuestro contrato')).toBe('own-clause-4');
  });

  it.each(['cláusula 10', 'contrato', 'x', 'artículo 7 de la ley', 'artículos 92 Bis y 92 Ter'])(
    'stays as it was written where it is no name: %s',
    (written) => {
      expect(meant(written)).toBe(written);
    },
  );
});

describe('quejas attend-outage', () => {
  it("takes the provider's own cause, action and ground by their names", async () => {
    const filed = await json(['file', '--input', '-', ...own], { input: JSON.stringify(phonedFault) });
    const folio = textOf(filed.value, 'folio');
    await json(['link-mass-outage', folio, '--outage', 'out-9', '--role', 'customer-service', ...own]);
    const attended = await quejas([
      ...['attend-outage', 'out-9', '--technician', 'rt-1', '--actor', 'cs-1', ...own],
      ...['--cause', 'Mordedura de roedor', '--attribution', 'proveedor'],
      ...['--action', 'canalizacion sellada', '--restored-at', '2026-11-24 09:30'],
      ...['--ruling', 'procedente', '--basis', 'Cláusula cuarta de nuestro contrato'],
      ...['--reasons', 'Se comprobó', '--ruling-officer', 'ro-1'],
    ]);
    expect(attended).toMatchObject({ status: 0, stderr: '' });
    const { json: events } = await quejas(['events', '--folio', folio, '--json', ...own]);
    const data = Object.fromEntries(
      events.map((event) => [textOf(event, 'type'), fieldOf(event, 'data')] as const),
    );
    expect(data).toMatchObject({
      CauseVerified: { causes: ['rodent-bite'] },
      Repaired: { action: 'duct-sealed' },
      Ruled: { basis: 'own-clause-4' },
    });
  });
});
