import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isJsonObject } from '../../../src/application/schema/json-object.js';
import type { JsonObject } from '../../../src/domain/kernel/json.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { tellables } from '../../../src/domain/complaint/vocabulary.js';
import { isComplaintEventType } from '../../../src/domain/complaint/evolve.js';
import { factFields, untoldFields } from '../../../src/domain/texts/facts/fact-fields.js';
import { factsTold } from '../../../src/domain/texts/facts/facts-told.js';
import { foreignIn } from '../../support/foreign-words.js';

const folder = join(__dirname, '../../application/schema/golden');
const golden = readdirSync(folder).flatMap((file): readonly (readonly [string, string, JsonObject])[] => {
  const read: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!isJsonObject(read)) return [];
  const { type, data } = read;
  return typeof type === 'string' && isComplaintEventType(type) && isJsonObject(data)
    ? [[file, type, data]]
    : [];
});

const { zone, areas } = conectared;
const told = (type: string, data: JsonObject) => factsTold(type, data, { zone, areas, language: 'es' });

/** Names that hosts give: references, folios, authorities, amounts with their currency. */
const names =
  /\b(PROFECO|MXN|NOM-[\w:.-]+|[\w]+-\d+|PFC\/\S+|abono-7|internet-100|no dial tone|modem|outage-7|drop-cable|bi-2|call-9)\b/g;

describe('a fact of a history', () => {
  it('there is a sample of most of them', () => {
    expect(golden.length).toBeGreaterThan(60);
  });

  it.each(golden)('%s tells each of its values, or says why it does not', (_file, _type, data) => {
    expect(Object.keys(data).filter((name) => !(name in factFields) && !untoldFields.has(name))).toEqual([]);
  });

  it.each(golden)(
    '%s is told in Spanish, without a code and without an instant in UTC',
    (_file, type, data) => {
      const text = told(type, data).join('; ').replaceAll(names, '');
      expect({ text, foreign: foreignIn(text) }).toEqual({ text, foreign: [] });
    },
  );

  it('names each thing that a user is told beside the final word', () => {
    expect(told('FurtherNoticeGiven', { about: [...tellables] })).toEqual([
      expect.stringContaining('a dónde puede acudir, lo que pidió sobre sus datos, por qué no se reabre'),
    ]);
  });

  it('tells which cause, whose, and from when', () => {
    const data = {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
      affectedFrom: '2026-12-21T16:00:00.000Z',
    };
    expect(told('CauseVerified', data)).toEqual([
      'causas: fibra cortada',
      'se encontró la falla: sí',
      'atribución: imputable al proveedor',
      'afectado desde: 21 dic 2026, 10:00',
    ]);
  });

  it('tells a ground by its name, and one written out as it was written', () => {
    expect(told('Ruled', { basis: 'commercial-standard' })).toEqual([
      'fundamento: Norma Oficial Mexicana NOM-184-SCFI-2018, sobre prácticas comerciales de telecomunicaciones',
    ]);
    expect(told('Ruled', { basis: 'numeral 5.2 de la NOM-184-SCFI-2018' })).toEqual([
      'fundamento: numeral 5.2 de la NOM-184-SCFI-2018',
    ]);
  });

  it("tells a provider's own words by the names that its profile gives them", () => {
    const vocabulary = {
      causes: { 'gnawed-cable': { es: 'cable roído', en: 'gnawed cable' } },
      actions: { 'hung-anew': { es: 'se tendió de nuevo', en: 'hung anew' } },
    };
    const own = { zone, areas, vocabulary, language: 'es' } as const;
    expect(factsTold('CauseVerified', { causes: ['gnawed-cable', 'storm'] }, own)).toEqual([
      'causas: cable roído, tormenta',
    ]);
    expect(factsTold('Repaired', { action: 'hung-anew' }, own)).toEqual(['se hizo: se tendió de nuevo']);
  });

  it('tells who visits when, and how much was granted', () => {
    const window = { from: '2026-12-21T16:00:00.000Z', to: '2026-12-21T20:00:00.000Z' };
    expect(told('VisitScheduled', { visit: 1, visitor: 'rt-3', window, purpose: 'repair' })).toEqual([
      'visita: 1',
      'acude: rt-3',
      'horario: 21 dic 2026, 10:00 a 21 dic 2026, 14:00',
      'para: reparación',
    ]);
    const amount = (cents: number) => ({ amount: cents, currency: 'MXN' });
    expect(
      factsTold(
        'CompensationGranted',
        { proportionalRefund: amount(1663), bonus: amount(333), reason: 'undue-charge' },
        { zone, areas, language: 'en' },
      ),
    ).toEqual(['refund: $16.63 MXN', 'bonus: $3.33 MXN', 'reason: for an undue charge']);
  });
});
