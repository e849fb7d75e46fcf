import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Consumer, emptyConsumer, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

/** A host that reads a profile from its file, files, looks at the case, writes what analysts want, exports and verifies. */
const host = `
const main = async (quejas, provider, audit) => {
  const isRefused = () => { try { return new Function('return 1')() !== 1; } catch { return true; } };
  const { ok, profile } = provider.loadProfile(JSON.parse(JSON.stringify(quejas.conectared)));
  const faulty = provider.loadProfile({ id: 'nothing else' });
  const parts = { store: 'sqlite:./NAME.db', keys: 'file:./NAME-keys/k.db' };
  const q = await quejas.openQuejas({ ...parts, provider: ok ? profile : undefined });
  const by = quejas.asCustomerService('cs-7');
  const filed = await q.file({
    commandId: 'call-4711', kind: 'fault', channel: 'phone', receivedAt: '2026-11-20T15:04:05-06:00',
    subscriber: { ref: 's-1', name: 'María Pérez' }, description: 'No tengo internet desde ayer.',
  }, by);
  const { status } = await q.show(filed.folio, by);
  const tables = await quejas.exportAnalytics(q, './NAME-tables');
  await q.close();
  const log = await audit.openAudit({ ...parts, provider: quejas.conectared });
  const exported = await log.export('./NAME-bundle');
  await log.close();
  const verified = await audit.verifyBundle('./NAME-bundle', { trust: { kind: 'self' } });
  process.stdout.write(JSON.stringify({
    isRefused: isRefused(), faulty: faulty.ok, filed: filed.ok, status, tables: tables.files.length > 0,
    exported: exported.ok, verified: verified.ok,
  }));
};
`;

const esm = `
import * as quejas from 'quejas';
import * as provider from 'quejas/provider';
import * as audit from 'quejas/audit';
${host.replaceAll('NAME', 'esm')}
await main(quejas, provider, audit);
`;

const cjs = `
${host.replaceAll('NAME', 'cjs')}
void main(require('quejas'), require('quejas/provider'), require('quejas/audit'));
`;

describe('where no code may be made from strings (node --disallow-code-generation-from-strings)', () => {
  const flag = '--disallow-code-generation-from-strings';
  let fresh: Consumer;

  beforeAll(() => {
    fresh = emptyConsumer(tarball(scratch()));
    writeFileSync(join(fresh.folder, 'host.mjs'), esm);
    writeFileSync(join(fresh.folder, 'host.cjs'), cjs);
  });

  it.each(['host.mjs', 'host.cjs'])('a host files, shows, exports and verifies: %s', (program) => {
    const { status, stdout, stderr } = fresh.node(flag, program);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      ...{ isRefused: true, faulty: false, filed: true, status: 'acknowledged', tables: true },
      ...{ exported: true, verified: true },
    });
  });

  it('the command line reads a provider’s file and a mapping’s, and refuses what is none', () => {
    const quejas = join('node_modules', 'quejas', 'dist', 'esm', 'interfaces', 'cli', 'bin.js');
    writeFileSync(join(fresh.folder, 'none.json'), '{}');
    const name = '<string key="concept:name" value="Filed"/>';
    const event = `<event>${name}<date key="time:timestamp" value="2026-11-20T15:04:05-06:00"/></event>`;
    const trace = `<trace><string key="concept:name" value="1"/>${event}</trace>`;
    writeFileSync(join(fresh.folder, 'log.xes'), `<log xes.version="1.0">${trace}</log>`);
    const refused = ['--json', 'import-log', 'log.xes', '--mapping', 'none.json'];
    const mapped = fresh.node(flag, quejas, ...refused, '--store', 'memory:', '--keys', 'memory:');
    expect(mapped).toMatchObject({ status: 2, stdout: expect.stringContaining('mapping-invalid') });
    const procedure = fresh.node(flag, quejas, '--json', 'procedure', '--provider', 'conectared');
    expect(procedure).toMatchObject({ status: 0 });
  });
});
