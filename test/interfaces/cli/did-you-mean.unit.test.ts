import { describe, expect, it } from '@jest/globals';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const stderrOf = async (...argv: readonly string[]) => (await runWith(fakeQuejas().opener, argv)).stderr;

describe('a mistyped word', () => {
  it('is answered with the nearest command', async () => {
    expect(await stderrOf('asign')).toBe(
      'quejas: No hay ningún comando «asign». ¿Quiso decir assign? [command-unknown]\n',
    );
    expect(await stderrOf('verifycause', '--lang', 'en')).toBe(
      'quejas: There is no command "verifycause". Did you mean verify-cause? [command-unknown]\n',
    );
  });

  it('is answered with the command that begins with it, before one that is only near', async () => {
    expect(await stderrOf('que', '--lang', 'en')).toContain('Did you mean queue?');
    expect(await stderrOf('q', '--lang', 'en')).not.toContain('queue');
  });

  it('is answered with the nearest option, also one of every command', async () => {
    expect(await stderrOf('file', '--knd', 'fault')).toContain('¿Quiso decir --kind?');
    expect(await stderrOf('queue', '--stor', 'x')).toContain('¿Quiso decir --store?');
  });

  it('is not answered where nothing is near', async () => {
    expect(await stderrOf('zzzzzzzzzz')).toBe(
      'quejas: No hay ningún comando «zzzzzzzzzz». [command-unknown]\n',
    );
  });
});

describe('a flag without its value', () => {
  it.each([
    ['queue', '--store', '--json'],
    ['queue', '--for', '--json'],
    ['file', '--kind', '--channel', 'phone', '--json'],
  ])('never takes the next flag for it: quejas %s %s %s', async (...argv) => {
    const { status, json } = await runWith(fakeQuejas().opener, argv);
    expect(status).toBe(2);
    expect(json).toEqual([{ ok: false, code: 'option-value-missing', message: expect.any(String) }]);
  });

  it('is named', async () => {
    expect(await stderrOf('queue', '--store', '--json')).toBe('');
    expect(await stderrOf('queue', '--store', '--lang', 'en')).toContain(
      'The value of "--store" is missing.',
    );
  });

  it('still takes a value that begins with a hyphen after an equals sign', async () => {
    expect(await stderrOf('show', 'F', '--actor=--x', '--store', 'sqlite:/no-such.db')).toContain(
      'store-missing',
    );
  });
});
