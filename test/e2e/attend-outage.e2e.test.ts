import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conectared } from '../../src/domain/provider/conectared.js';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { openQuejas } from '../../src/composition/open-quejas.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import { report } from '../composition/opened.js';
import { builtFile } from '../support/built.js';

let bin = '';
let folder = '';
beforeAll(() => {
  bin = builtFile('interfaces/cli/bin.js');
  folder = mkdtempSync(join(tmpdir(), 'quejas-outage-'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const complaints = 200;
const cs = asCustomerService('cs-1');
const clock = '2026-03-02T16:00:00.000Z';

const at = (name: string) => ({
  store: `sqlite:${join(folder, `${name}.db`)}` as const,
  keys: `file:${join(folder, `${name}-keys`, 'keys.db')}` as const,
});

const openAt = (name: string) => openQuejas({ ...at(name), provider: conectared, clock: () => clock });

const fileOutage = async (name: string): Promise<void> => {
  const quejas = await openAt(name);
  const one = async (number: number): Promise<void> => {
    const more = { contract: `c-${String(number)}` };
    const filed = await quejas.file(report(`r-${String(number)}`, more), cs);
    if (!filed.ok) throw new Error(filed.code);
    const link = { commandId: `l-${String(number)}`, outage: 'out-9' };
    await quejas.complaint(filed.folio).linkMassOutage(link, cs);
  };
  await Promise.all(Array.from({ length: complaints }, (_, number) => one(number)));
  await quejas.close();
};

const argvOf = (name: string): readonly string[] => [
  ...[bin, 'attend-outage', 'out-9', '--technician', 'rt-1', '--ruling-officer', 'ro-1', '--actor', 'cs-1'],
  ...['--cause', 'cut-fibre', '--attribution', 'third-party', '--action', 'spliced', '--restored-at', clock],
  ...[
    '--ruling',
    'upheld',
    '--basis',
    'clause-10',
    '--reasons',
    'Fibra cortada',
    '--notify',
    '--channel',
    'phone',
  ],
  ...[
    '--store',
    at(name).store,
    '--keys',
    at(name).keys,
    '--provider',
    'conectared',
    '--now',
    clock,
    '--json',
  ],
];

/** How many events of a type the store has now. */
const countOf = (events: readonly StoredEvent[], type: string): number =>
  events.filter((event) => event.type === type).length;

/** What each complaint's events say, without what differs from store to store. */
const contentsOf = async (name: string): Promise<readonly string[]> => {
  const quejas = await openAt(name);
  const { events } = await quejas.events({ limit: 10_000 });
  await quejas.close();
  const stories = new Map<string, string>();
  for (const { stream, type, data } of events.filter((event) => event.stream.startsWith('complaint-'))) {
    const said = `${type} ${JSON.stringify(data)}`.replaceAll(/CR-\d+-\w/g, 'CR');
    stories.set(stream, `${stories.get(stream) ?? ''}\n${said}`);
  }
  return [...stories.values()].sort();
};

describe('an outage of 200 complaints attended by one command', () => {
  it('killed midway and given again leaves the same as one that ran through', async () => {
    await fileOutage('killed');
    await fileOutage('whole');
    const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'en_US' };
    const child = spawn(process.execPath, argvOf('killed'), { env, stdio: 'ignore' });
    const gone = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
    const watching = await openAt('killed');
    let notices = 0;
    while (notices === 0 && child.exitCode === null)
      notices = countOf((await watching.events({ limit: 10_000 })).events, 'UserNotified');
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    const before = countOf((await watching.events({ limit: 10_000 })).events, 'UserNotified');
    await watching.close();
    expect(before).toBeLessThan(complaints);
    const again = spawnSync(process.execPath, argvOf('killed'), { env, encoding: 'utf8' });
    expect(JSON.parse(again.stdout)).toMatchObject({ cases: complaints, attended: complaints, refused: [] });
    const through = spawnSync(process.execPath, argvOf('whole'), { env, encoding: 'utf8' });
    expect(JSON.parse(through.stdout)).toMatchObject({ attended: complaints, accepted: complaints * 7 });
    expect(await contentsOf('killed')).toEqual(await contentsOf('whole'));
  }, 120_000);
});
