import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Consumer, emptyConsumer, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

const program = `
import { createRequire } from 'node:module';
import * as esm from 'quejas';

const require = createRequire(import.meta.url);
const cjs = require('quejas');
const { memoryEventStore } = require('quejas/memory');

const store = memoryEventStore({ inline: cjs.readModelProjector() });
const quejas = await esm.openQuejas({ store, keys: 'memory:', provider: cjs.emenet });
const by = cjs.asCustomerService('cs-7');
const filed = await quejas.file({
  commandId: 'call-1', kind: 'fault', channel: 'phone', receivedAt: '2026-11-20T15:04:05-06:00',
  subscriber: { ref: 's-1' }, description: 'No tengo internet.',
}, by);
const shown = await quejas.show(filed.folio, by);
await quejas.close();
const fault = await cjs.openQuejas({ store: 'nowhere:', keys: 'memory:', provider: esm.emenet }).catch((error) => error);
console.log(JSON.stringify({
  apart: esm.openQuejas !== cjs.openQuejas,
  filed: filed.ok,
  sameFolio: shown.folio === filed.folio,
  recognised: esm.isCodedError(fault) && fault.code,
}));
`;

describe('an ESM and a CJS copy in one process', () => {
  let empty: Consumer;

  beforeAll(() => {
    empty = emptyConsumer(tarball(scratch()));
    writeFileSync(join(empty.folder, 'program.mjs'), program);
  });

  it('take what the other made, and know its errors by their codes', () => {
    const { status, stdout, stderr } = empty.node('program.mjs');
    expect({ status, stderr, said: stdout.trim() }).toEqual({
      status: 0,
      stderr: '',
      said: JSON.stringify({ apart: true, filed: true, sameFolio: true, recognised: 'option-invalid' }),
    });
  });
});
