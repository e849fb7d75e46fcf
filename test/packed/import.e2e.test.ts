import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Consumer, emptyConsumer, entryPoints, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

const probe = `
const { readdirSync, writeSync } = require('node:fs');
const descriptors = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
const files = () => readdirSync('.').sort().join();
const look = () => ({
  resources: process.getActiveResourcesInfo().filter((name) => !/^(TTYWrap|PipeWrap)$/.test(name)),
  listeners: process.eventNames().map(String).sort(),
  descriptors: descriptors(),
  files: files(),
  metadata: typeof Reflect.getMetadata,
});
const [how, name, framework] = process.argv.slice(2);
const load = (name) => (how === 'require' ? Promise.resolve(require(name)) : import(name));
(async () => {
  // Loaders and standard streams keep things open after their first use: look only at what the package adds.
  await import('data:text/javascript,');
  void [process.stdout, process.stderr];
  if (framework) await load(framework);
  const before = look();
  const loaded = await load(name);
  await new Promise((resolve) => setImmediate(resolve));
  writeSync(1, JSON.stringify({ before, after: look(), names: Object.keys(loaded).length }));
})();
`;

describe('importing the package', () => {
  let empty: Consumer;

  beforeAll(() => {
    empty = emptyConsumer(tarball(scratch()), 'inversify@7.11.0', 'reflect-metadata@0.2.2');
    writeFileSync(join(empty.folder, 'probe.cjs'), probe);
  });

  // What a framework does on import is its own affair: inversify brings reflect-metadata along by itself.
  const frameworkOf = (name: string): readonly string[] => (name === 'quejas/inversify' ? ['inversify'] : []);

  const cases = entryPoints().flatMap((name) => ['import', 'require'].map((how) => [how, name] as const));

  it.each(cases)('by %s %s opens nothing, starts no timer and leaves Reflect alone', (how, name) => {
    const { status, stdout, stderr } = empty.node('probe.cjs', how, name, ...frameworkOf(name));
    expect({
      status,
      stderr: stderr.replace(/^\(node:\d+\) ExperimentalWarning: SQLite.*\n.*\n/, ''),
    }).toEqual({
      status: 0,
      stderr: '',
    });
    const said: unknown = JSON.parse(stdout);
    const metadata = frameworkOf(name).length > 0 ? 'function' : 'undefined';
    expect(said).toMatchObject({ after: { resources: [], metadata } });
    expect(said).toEqual({
      before: pick(said, 'before'),
      after: pick(said, 'before'),
      names: expect.any(Number),
    });
  });
});

const pick = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
