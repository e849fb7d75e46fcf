import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { emptyConsumer, scratch, tarball, type Consumer } from './packed.js';

jest.setTimeout(300_000);

describe('the command line in an empty folder that has quejas alone', () => {
  let empty: Consumer;
  const place = ['--store', 'sqlite:q.db', '--keys', 'file:keys.db', '--json'];

  /** What the installed `quejas` prints as JSON. */
  const quejas = (...argv: readonly string[]): unknown => {
    const bin = join(empty.folder, 'node_modules/.bin/quejas');
    const { status, stdout, stderr } = empty.node(bin, ...argv, ...place);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  };

  beforeAll(() => {
    empty = emptyConsumer(tarball(scratch()));
  });

  it('files on SQLite, shows the case and has it in the queue, without a client of a server', () => {
    for (const optional of ['@eventstore', '@kurrent', 'inversify'])
      expect(existsSync(join(empty.folder, 'node_modules', optional))).toBe(false);
    const wish = ['--kind', 'fault', '--channel', 'phone', '--subscriber', 's-1', '--description', 'Sin red'];
    const filed = quejas('file', ...wish, '--provider', 'conectared');
    expect(filed).toMatchObject({ ok: true, folio: expect.stringMatching(/^CR-\d{6}-.$/) });
    const folio = typeof filed === 'object' && filed !== null && 'folio' in filed ? String(filed.folio) : '';
    expect(quejas('show', folio)).toMatchObject({ folio, kind: 'fault', status: 'acknowledged' });
    expect(quejas('queue')).toMatchObject({ items: [{ folio }], total: 1, next: null });
  });
});
