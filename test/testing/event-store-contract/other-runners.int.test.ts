import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { builtFile } from '../../support/built.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';

const script = (testing: string, memory: string): string => `
import { describe, it } from 'node:test';
import { eventStoreContract } from '${testing}';
import { memoryEventStore } from '${memory}';

const unsound = process.env.UNSOUND === 'yes';
eventStoreContract({
  describe,
  it,
  abilities: [],
  make: () => {
    const store = memoryEventStore();
    const append = (request) => store.append({ ...request, expect: 'any' });
    return { store: unsound ? { ...store, append } : store };
  },
});
`;

describe('the contract under the test runner of Node itself', () => {
  const run = (unsound: boolean) => {
    const folder = temporaryFolder();
    const file = folder.path('contract.test.mjs');
    const url = (name: string): string => pathToFileURL(builtFile(name)).href;
    writeFileSync(file, script(url('testing/index.js'), url('infrastructure/memory/index.js')));
    const env = { ...process.env, UNSOUND: unsound ? 'yes' : 'no', NODE_TEST_CONTEXT: undefined };
    const { status, stdout } = spawnSync(process.execPath, ['--test', file], { encoding: 'utf8', env });
    folder.remove();
    return { status, failed: /^# fail (\d+)|ℹ fail (\d+)/m.exec(stdout)?.slice(1).find(Boolean) };
  };

  it('passes a sound store', () => {
    expect(run(false)).toEqual({ status: 0, failed: '0' });
  }, 120_000);

  it('fails one that ignores what is expected', () => {
    const { status, failed } = run(true);
    expect(status).toBe(1);
    expect(Number(failed)).toBeGreaterThan(3);
  }, 120_000);
});
