import { describe, expect, it } from '@jest/globals';
import { storeError, type StoreErrorCode } from '../../../src/application/errors/store-error.js';
import { fakeQuejas } from './fake-quejas.js';
import { textOf } from './json-fields.js';
import { clock, runWith } from './terminal.js';

/** Runs a command that the store fails in this way; gives what was told, and with which id it was asked. */
const failing = async (code: StoreErrorCode, ...more: readonly string[]) => {
  const asked: unknown[] = [];
  const { opener } = fakeQuejas({
    execute: ({ input }) => {
      asked.push(input);
      return Promise.reject(storeError(code, { reason: 'no-answer' }));
    },
  });
  const argv = ['assign', 'F', '--technician', 't-1', '--store', 'memory:', '--now', clock, ...more];
  const plain = await runWith(opener, argv);
  const json = await runWith(opener, [...argv, '--json']);
  const [plainId = '', jsonId = ''] = asked.map((input) => textOf(input, 'commandId'));
  return { plain: plain.stderr, told: json.json[0], plainId, jsonId };
};

describe('a command that may have been kept', () => {
  it('tells the id that was made for it, so that it can be sent again', async () => {
    const { plain, told, plainId, jsonId } = await failing('store-unavailable');
    expect(plain).toContain(`--command-id ${plainId}`);
    expect(told).toMatchObject({
      code: 'store-unavailable',
      details: { commandId: jsonId },
      message: expect.stringContaining(`--command-id ${jsonId}`),
    });
  });

  it('tells it too where the store did not answer before', async () => {
    const opener = { open: () => Promise.reject(storeError('store-unavailable', { reason: 'no-answer' })) };
    const ran = await runWith(opener, [
      'assign',
      'F',
      '--technician',
      't-1',
      '--store',
      'memory:',
      '--now',
      clock,
    ]);
    expect(ran.stderr).toMatch(/--command-id [0-9a-f-]{36}/);
  });

  it('tells no id that the caller gave', async () => {
    const { plain, told } = await failing('store-unavailable', '--command-id', 'c-1');
    expect(plain).not.toContain('--command-id');
    expect(told).not.toHaveProperty('details');
  });

  it('is in no doubt where nothing of it was kept', async () => {
    const { plain, told } = await failing('store-full');
    expect(plain).not.toContain('--command-id');
    expect(told).not.toHaveProperty('details');
  });
});
