import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Consumer, type Ran, consumer, consumers, linesOf, scratch, tarball } from './packed.js';

jest.setTimeout(300_000);

let packed: string;

beforeAll(() => {
  packed = tarball(scratch());
});

describe.each(consumers())('a fresh %s package that installs the tarball', (name) => {
  let fresh: Consumer;
  let compiled: Ran;

  beforeAll(() => {
    fresh = consumer(name, packed);
    compiled = fresh.compile();
  });

  it('needs at most 20 lines', () => {
    expect(linesOf(name)).toBeLessThanOrEqual(20);
  });

  it('compiles with the types it is given', () => {
    expect(compiled).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('files a complaint and reads it back', () => {
    const { status, stdout, stderr } = fresh.node('out/index.js');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      folio: expect.stringMatching(/^[A-Z]{2,4}-\d{6}-.$/),
      status: expect.stringMatching(/acknowledged|inProgress/),
    });
  });
});
