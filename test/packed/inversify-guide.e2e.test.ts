import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { codeIn } from '../support/guide-code.js';
import { emptyConsumer, scratch, tarball, type Ran } from './packed.js';

jest.setTimeout(300_000);

const main = `
import { containerIn } from './container.js';
import { desks } from './desk.js';
import { shutDown } from './shut-down.js';

const run = async () => {
  const container = await containerIn('.');
  const { conectared, emenet } = await desks(container);
  const filed = [await conectared.take('call-1', 'No tengo internet.'), await emenet.take('call-1', 'No tengo internet.')];
  await shutDown(container);
  const late = await conectared.take('call-2', 'Tarde.').catch((error) => error.code);
  process.stdout.write(JSON.stringify({ filed: filed.map(({ ok, folio }) => ok && folio.split('-')[0]), late }));
};
void run();
`;

const compiled = (code: string, type: 'commonjs' | 'es6'): string =>
  transformSync(code, { module: { type }, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }).code;

/** Runs what a guide shows, in a package that has this version of inversify. */
const runGuide = (guide: string, packed: string, version: string, type: 'commonjs' | 'es6'): Ran => {
  const [container = '', desk = '', shutDown7 = '', shutDown8 = ''] = codeIn(guide);
  const consumer = emptyConsumer(packed, `inversify@${version}`, 'reflect-metadata@0.2.2');
  const files = { container, desk, 'shut-down': version.startsWith('7') ? shutDown7 : shutDown8, main };
  writeFileSync(
    join(consumer.folder, 'package.json'),
    JSON.stringify({ name: 'shop', private: true, type: type === 'es6' ? 'module' : 'commonjs' }),
  );
  for (const [name, code] of Object.entries(files))
    writeFileSync(join(consumer.folder, `${name}.js`), compiled(code, type));
  return consumer.node('--disable-warning=ExperimentalWarning', 'main.js');
};

describe('the guide to inversify, from the packed package', () => {
  let packed = '';
  beforeAll(() => {
    packed = tarball(scratch());
  });

  it.each([
    ['7.11.0', 'es6', 'inversify.md'],
    ['7.11.0', 'commonjs', 'inversify.es.md'],
    ['8.2.3', 'es6', 'inversify.md'],
  ] as const)(
    'on inversify %s (%s) %s files for two providers, and refuses commands once shut down',
    (version, type, guide) => {
      const { status, stdout, stderr } = runGuide(guide, packed, version, type);
      expect({ status, stderr, stdout }).toEqual({
        status: 0,
        stderr: '',
        stdout: JSON.stringify({ filed: ['CR', 'EM'], late: 'store-closed' }),
      });
    },
  );
});
