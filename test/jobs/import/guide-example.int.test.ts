import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asCustomerService, openQuejas } from '../../../src/index.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { checkedMapping, importLog, type LogCase } from '../../../src/jobs/import/index.js';
import { stream } from './logs.js';

const guide = join(__dirname, '../../../docs/guides/import-a-log.example.json');
const mapping = checkedMapping(JSON.parse(readFileSync(guide, 'utf8')));

/** A case of a counter: activity, clerk, and what the log says with it, an hour apart. */
const counterCase = (
  id: string,
  ...lines: readonly (readonly [string, Record<string, string>])[]
): LogCase => ({
  id,
  attributes: new Map([['account', `cuenta ${id}`]]),
  events: lines.map(([activity, said], index) => ({
    activity,
    timestamp: instantOf(Date.UTC(2026, 0, 12, 16 + index)),
    resource: 'Rosa',
    attributes: new Map(Object.entries(said)),
  })),
});
const log: readonly LogCase[] = [
  counterCase(
    'V-1',
    ['Alta', { medio: 'llamada', asunto: '¿Cuándo vence mi contrato?' }],
    ['Nota', { texto: 'Se revisa el contrato.' }],
    ['Respuesta', { texto: 'Vence el 30 de junio.' }],
    ['Cierre', {}],
  ),
  counterCase('V-2', ['Alta', { medio: 'mostrador', asunto: '¿Hay plan de 100 Mb?' }]),
];

describe('The mapping that the guide on imports gives as an example', () => {
  it('takes each activity of its log, refuses none, and adds nothing when it is run again', async () => {
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: mapping.provider });
    const first = await importLog({ quejas, cases: stream(log), mapping });
    expect(first).toMatchObject({ cases: 2, events: 5, casesNotClosed: 1, refused: [], unmapped: [] });
    const second = await importLog({ quejas, cases: stream(log), mapping });
    expect(second).toMatchObject({ appended: 0, differences: 0 });
    const found = await quejas.find({ channel: 'phone' }, asCustomerService('cs-1'));
    expect(found.items).toMatchObject([{ kind: 'inquiry', status: 'closed' }]);
    await quejas.close();
  });
});
