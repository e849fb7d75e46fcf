import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { defineProjection } from '../../src/projections/index.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

const staff = asCustomerService('cs-1');

const filing = {
  ...{ commandId: 'f-1', receivedAt: '2026-03-02T16:00:00Z', subscriber: { ref: 's-1' } },
  ...{ description: 'Sin señal', municipality: 'Xalapa' },
  kind: 'fault',
  channel: 'phone',
} as const;

const changing = (value: unknown, name: string, to: unknown): void => {
  if (typeof value !== 'object' || value === null) throw new Error('nothing to change');
  // As an assignment in a host's module: it throws where it may not.
  if (!Reflect.set(value, name, to)) throw new TypeError(`${name} is read only`);
};

const tampering = defineProjection({
  ...{ name: 'a-tampering', version: 1, columns: { complaint: 'text' }, key: ['complaint'] },
  on: {
    Filed: (event, _rows, { card }) => {
      for (const [value, name, to] of [
        [event.data, 'municipality', 'changed'],
        [card, 'technician', 'rt-9'],
        [event, 'type', 'Closed'],
      ] as const)
        changing(value, name, to);
    },
  },
});

const byMunicipality = defineProjection({
  ...{ name: 'by-municipality', version: 1, key: ['municipality'] },
  columns: { municipality: 'text', filed: 'integer' },
  on: {
    Filed: ({ data }, rows) => rows.add({ municipality: data.municipality ?? 'unknown' }, { filed: 1 }),
  },
});

const places: Readonly<Record<string, () => Pick<OpenQuejasOptions, 'store' | 'rows'>>> = {
  'in memory': () => ({ store: 'memory:' }),
  'in the store': () => ({ store: `sqlite:${join(scratchFolder(), 'quejas.db')}` }),
  'apart from the store': () => ({
    store: `sqlite:${join(scratchFolder(), 'quejas.db')}`,
    rows: 'memory:',
  }),
};

describe('a read model of a host whose handler changes what it is given', () => {
  it.each(Object.entries(places))('is paused by itself, and no other sees it: rows %s', async (_, place) => {
    const quejas = await openQuejas({
      ...place(),
      ...{ keys: 'memory:', provider: conectared, projections: [tampering, byMunicipality] },
    });
    try {
      const filed = await quejas.file(filing, staff);
      expect(filed).toMatchObject({ ok: true });
      const row = await quejas.rows(byMunicipality).find({ municipality: 'Xalapa' });
      expect(row).toEqual({ municipality: 'Xalapa', filed: 1 });
      expect(await quejas.verifyProjection('case-status')).toMatchObject({ equal: true });
      await expect(quejas.rows(tampering).find({ complaint: 'c-1' })).rejects.toMatchObject({
        code: expect.any(String),
      });
      const told = await quejas.projections();
      expect(told.find(({ name }) => name === 'a-tampering')).toMatchObject({ state: 'paused' });
    } finally {
      await quejas.close();
    }
  });
});
