import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../../src/application/commands/actors.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { conectared } from '../../../src/domain/provider/index.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { runWith } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-procedure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) =>
  runWith(libraryOpener, ['procedure', '--now', '2026-11-27T12:00:00Z', ...argv], { cwd: folder });

describe('quejas procedure', () => {
  it('needs no store: text on stdout, in the language of the users whatever the terminal speaks', async () => {
    const { status, stdout } = await run('--provider', 'conectared', '--text');
    expect(status).toBe(0);
    expect(stdout).toContain('Procedimiento de atención de quejas: Conectared');
    expect(stdout).toContain('229 3410730');
    expect(stdout).toContain('No son hábiles en 2026');
    const english = await run('--provider', 'emenet', '--lang', 'en');
    expect(english.stdout).toContain('Complaint procedure: Emenet');
  });

  it('breaks its lines between words where a terminal is narrower than they are', async () => {
    const { stdout } = await runWith(libraryOpener, ['procedure', '--provider', 'emenet'], {
      ...{ cwd: folder, isTTY: true, columns: 60 },
    });
    const lines = stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    const piped = await runWith(libraryOpener, ['procedure', '--provider', 'emenet'], { cwd: folder });
    expect(stdout.split(/\s+/)).toEqual(piped.stdout.split(/\s+/));
    expect(piped.stdout.split('\n').length).toBeLessThan(lines.length);
  });

  it('writes a page, and says where', async () => {
    const { status, stdout } = await run('--provider', 'emenet', '--html', 'page.html', '--lang', 'es');
    const path = join(folder, 'page.html');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `Escrito en ${path}\n` });
    expect(readFileSync(path, 'utf8')).toContain('<html lang="es-MX">');
  });

  it('answers in JSON with the fields of the interface first', async () => {
    const { json } = await run('--provider', 'conectared', '--json');
    const [answer] = json;
    expect(Object.keys(answer ?? {})).toEqual([
      ...['channels', 'steps', 'terms', 'areas', 'nextInstance'],
      ...[
        'language',
        'title',
        'provider',
        'opening',
        'rules',
        'escalation',
        'businessDays',
        'version',
        'page',
      ],
    ]);
    expect(answer).toMatchObject({
      nextInstance: { name: 'PROFECO', contacts: [{ kind: 'phone', value: '55 5568 8722' }, {}, {}] },
      page: null,
    });
  });

  it('says which providers there are where none is named, and what hinders a page', async () => {
    expect(await run('--json')).toMatchObject({ status: 2, json: [{ ok: false, code: 'provider-missing' }] });
    expect(await run('--provider', 'nobody', '--json')).toMatchObject({
      status: 2,
      json: [{ code: 'provider-unknown' }],
    });
    expect(await run('--provider', 'emenet', '--html', 'absent/page.html', '--json')).toMatchObject({
      status: 2,
      json: [{ ok: false, code: 'output-unwritable' }],
    });
  });

  it('tells the term that was published, whatever the profile of today has under the same version', async () => {
    const repairOf = ({ terms }: Awaited<ReturnType<Quejas['procedure']>>) =>
      terms.find(({ clock }) => clock === 'C-07');
    const at = {
      store: `sqlite:${join(folder, 'published.db')}`,
      keys: `file:${join(folder, 'published-keys.db')}`,
    } as const;
    const first = await openQuejas({ ...at, provider: conectared });
    const before = repairOf(await first.procedure());
    await first.file(
      { commandId: 'a', kind: 'fault', channel: 'phone', subscriber: { ref: 's-1' }, description: 'x' },
      asCustomerService('cs-1'),
    );
    await first.close();
    const changed = {
      ...conectared,
      policy: { ...conectared.policy, contract: { ...conectared.policy.contract, repairHours: 30 } },
    };
    const second = await openQuejas({ ...at, provider: changed });
    expect(repairOf(await second.procedure())).toEqual(before);
    await second.close();
    const elsewhere = await openQuejas({ store: 'memory:', keys: 'memory:', provider: changed });
    expect(repairOf(await elsewhere.procedure())).not.toEqual(before);
    await elsewhere.close();
  });

  it('takes the provider and the policy of a store where there is one', async () => {
    const store = `sqlite:${join(folder, 'store.db')}` as const;
    const quejas = await openQuejas({ store, keys: `file:${join(folder, 'keys.db')}`, provider: conectared });
    const before = await quejas.procedure();
    await quejas.file(
      { commandId: 'a', kind: 'fault', channel: 'phone', subscriber: { ref: 's-1' }, description: 'x' },
      asCustomerService('cs-1'),
    );
    expect(await quejas.procedure()).toEqual(before);
    await quejas.close();
    const { status, stdout } = await run('--store', store);
    expect(status).toBe(0);
    expect(stdout).toContain('Procedimiento de atención de quejas: Conectared');
  });
});
