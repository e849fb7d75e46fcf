import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { asCustomerService, asRulingOfficer, asTechnicalLead, asUser } from '../../../src/index.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import { hours, opened, removeScratch, report } from '../../composition/opened.js';
import { listOf, textOf } from '../../interfaces/cli/json-fields.js';
import { rowsOf } from './simulated.js';

afterAll(removeScratch);

const id = (number: number): string => `0198c000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`;
const staff = asCustomerService('cs-7');
const received = '2026-03-02T16:00:00.000Z';
const after = (count: number): string => new Date(Date.parse(received) + hours(count)).toISOString();

it('OCEL tells what a complaint was at each instant, whenever that was recorded, and one value for each', async () => {
  const { quejas, folder, time } = await opened('memory');
  const filed = await quejas.file(report(id(0), { receivedAt: received, severity: 'low' }), staff);
  if (!filed.ok) throw new Error(filed.code);
  const { folio } = filed;
  const complaint = quejas.complaint(folio);
  time.forward(hours(6));
  const outcomes = [
    await complaint.classify({ commandId: id(1), severity: 'high', occurredAt: received }, staff),
    await complaint.putOnHold({ commandId: id(2), reason: 'parts', occurredAt: after(2) }, staff),
    await complaint.assignTechnician({ commandId: id(3), technician: 'rt-1', occurredAt: after(1) }, staff),
    await complaint.reclassify(
      { commandId: id(4), kind: 'inquiry', subject: 'service', explanation: 'x', occurredAt: after(4) },
      staff,
    ),
    await complaint.resume({ commandId: id(5), occurredAt: after(3) }, staff),
  ];
  expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map(() => true));
  const dir = join(folder, 'tables');
  await exportAnalytics(quejas, dir, { formats: ['csv', 'ocel'] });
  const ocel: unknown = JSON.parse(readFileSync(join(dir, 'ocel.json'), 'utf8'));
  const told = listOf(ocel, 'objects')
    .filter((each) => textOf(each, 'type') === 'complaint')
    .flatMap((each) => listOf(each, 'attributes'))
    .map((each) => ({
      name: textOf(each, 'name'),
      time: textOf(each, 'time'),
      value: textOf(each, 'value'),
    }));
  const places = told.map(({ name, time: at }) => `${name} ${at}`);
  expect(places).toEqual([...new Set(places)]);
  const valueAt = (attribute: string, at: string) =>
    told
      .filter(({ name, time: since }) => name === attribute && since <= at)
      .sort((one, other) => (one.time < other.time ? -1 : 1))
      .at(-1)?.value;
  const statuses = [];
  for (const at of [received, after(1), after(2), after(3), after(4), after(6)]) {
    const shown = await quejas.show(folio, staff, { at });
    statuses.push(shown?.status);
    expect({ at, status: valueAt('status', at), kind: valueAt('kind', at) }).toEqual({
      at,
      status: shown?.status,
      kind: shown?.kind,
    });
  }
  expect(statuses).toEqual(['inProgress', 'inProgress', 'held', 'inProgress', 'inProgress', 'inProgress']);
  expect(rowsOf(dir, 'complaints')).toMatchObject([
    Object.fromEntries(
      ['kind', 'channel', 'severity', 'status'].map((name) => [name, valueAt(name, after(6))]),
    ),
  ]);
  await quejas.close();
});

it('a request that was reopened keeps its last causes and ruling in the tables, as the board counts it', async () => {
  const { quejas, folder } = await opened('memory');
  const filed = await quejas.file(report(id(10), { receivedAt: received }), staff);
  if (!filed.ok) throw new Error(filed.code);
  const complaint = quejas.complaint(filed.folio);
  const technician = asTechnicalLead('rt-1');
  const outcomes = [
    await complaint.assignTechnician({ commandId: id(11), technician: 'rt-1' }, staff),
    await complaint.verifyCause(
      { commandId: id(12), causes: ['cut-fibre'], faultFound: true, attribution: 'provider' },
      technician,
    ),
    await complaint.repair({ commandId: id(13), action: 'spliced' }, technician),
    await complaint.reportRepair({ commandId: id(14), outcome: 'repaired' }, technician),
    await complaint.rule(
      { commandId: id(15), outcome: 'upheld', basis: 'contract', reasons: 'x' },
      asRulingOfficer('ro-1'),
    ),
    await complaint.reopen(
      { commandId: id(19), reason: 'fault-persists' },
      asUser('s-1', { verified: true }),
    ),
  ];
  expect(outcomes.map((each) => (each.ok ? 'ok' : each.code))).toEqual(outcomes.map(() => 'ok'));
  const { upheld, by } = await quejas.sla();
  expect(upheld).toMatchObject({ count: 1, of: 1 });
  expect(by.cause).toMatchObject([{ value: 'cut-fibre', filed: 1 }]);
  const dir = join(folder, 'tables');
  await exportAnalytics(quejas, dir, { formats: ['csv'] });
  expect(rowsOf(dir, 'complaints')).toMatchObject([
    {
      causes: 'cut-fibre',
      fault_found: 'true',
      attribution: 'provider',
      ruling: 'upheld',
      restored_at: null,
    },
  ]);
  await quejas.close();
});
