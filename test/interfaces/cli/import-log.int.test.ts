import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { fieldOf } from './json-fields.js';
import { clock, runWith, type Setting } from './terminal.js';

const event = (activity: string, at: string, resource: string) => `<event>
  <string key="concept:name" value="${activity}"/>
  <string key="org:resource" value="${resource}"/>
  <date key="time:timestamp" value="${at}"/></event>`;

const caseOf = (id: number, activities: readonly string[]) => `<trace>
  <string key="concept:name" value="Case ${id}"/>
  ${activities.map((activity, n) => event(activity, `2013-01-0${n + 1}T10:00:00.000+01:00`, 'Value 1')).join('')}
</trace>`;

const usual = ['Assign seriousness', 'Take in charge ticket', 'Wait', 'Resolve ticket', 'Closed'];
const log = (...cases: readonly string[]) => `<log xes.version="1.0">${cases.join('')}</log>`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quejas-import-'));
  const good = log(caseOf(1, usual), caseOf(2, usual.slice(0, 2)), caseOf(3, usual));
  writeFileSync(join(folder, 'good.xes'), good);
  writeFileSync(join(folder, 'good.xes.gz'), gzipSync(good));
  writeFileSync(join(folder, 'strange.xes'), log(caseOf(1, ['Paint it black'])));
  writeFileSync(join(folder, 'mixed.xes'), log(caseOf(1, [...usual.slice(0, 2), 'Paint it black'])));
  writeFileSync(join(folder, 'page.xes'), '<html></html>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const importing = async (argv: readonly string[], setting: Setting = {}) => {
  const ran = await runWith(libraryOpener, ['import-log', ...argv, '--now', clock, '--json'], {
    cwd: folder,
    env: { XDG_CONFIG_HOME: join(folder, 'config') },
    ...setting,
  });
  expect(ran.stderr).toBe('');
  return { status: ran.status, value: ran.json.at(-1) };
};

describe('quejas import-log', () => {
  it('counts what the store holds in the end, and appends nothing a second time', async () => {
    const first = await importing(['good.xes.gz', '--store', 'sqlite:twice.db']);
    expect(first).toMatchObject({
      status: 0,
      value: {
        cases: 3,
        events: 12,
        duplicates: 0,
        casesWithWait: 2,
        waits: 2,
        casesNotClosed: 1,
        unmapped: [],
      },
    });
    expect(fieldOf(first.value, 'appended')).toBeGreaterThan(12);
    const second = await importing(['good.xes', '--store', 'sqlite:twice.db']);
    expect(second).toMatchObject({
      status: 0,
      value: { cases: 3, events: 12, appended: 0, casesWithWait: 2 },
    });
  });

  it('leaves a store whose provider is known from then on', async () => {
    await importing(['good.xes', '--store', 'sqlite:known.db']);
    const argv = ['queue', '--store', 'sqlite:known.db', '--json'];
    const ran = await runWith(libraryOpener, argv, { cwd: folder });
    expect(ran.json[0]).toMatchObject({ total: 1 });
  });

  it('takes the first cases alone where that is asked', async () => {
    expect((await importing(['good.xes', '--store', 'memory:', '--limit', '1'])).value).toMatchObject({
      cases: 1,
    });
  });

  it('lists what a mapping that was named has no rule for', async () => {
    expect(await importing(['mixed.xes', '--store', 'memory:', '--mapping', 'helpdesk'])).toMatchObject({
      status: 0,
      value: { cases: 1, unmapped: [{ activity: 'Paint it black', count: 1 }] },
    });
  });

  it.each([
    ['a file that is not there', ['none.xes'], 'input-unreadable'],
    ['a folder', ['.'], 'input-unreadable'],
    ['no log', ['page.xes'], 'log-not-xes'],
    ['a log that no mapping covers', ['strange.xes'], 'no-mapping'],
    ['a mapping nobody knows', ['good.xes', '--mapping', 'nobody'], 'mapping-unknown'],
    ['a mapping that is no mapping', ['good.xes', '--mapping', './good.xes'], 'input-not-json'],
  ])('refuses %s, and makes no store', async (_, argv, code) => {
    expect(await importing([...argv, '--store', 'sqlite:refused.db'])).toMatchObject({
      status: 2,
      value: { code },
    });
    const after = await runWith(libraryOpener, ['events', '--store', 'sqlite:refused.db'], { cwd: folder });
    expect(after.stderr).toContain('[store-missing]');
  });

  it('stops where the user interrupts', async () => {
    const signal = AbortSignal.abort();
    expect(await importing(['good.xes', '--store', 'sqlite:stopped.db'], { signal })).toMatchObject({
      status: 1,
      value: { code: 'interrupted' },
    });
  });
});
