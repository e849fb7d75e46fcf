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
