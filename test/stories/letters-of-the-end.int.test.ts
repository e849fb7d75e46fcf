import { describe, expect, it } from '@jest/globals';
import { cast, story } from '../support/story.js';

const { ana, lucia } = cast;

describe('However a request ends, its user has a letter with the next instance', () => {
  it.each([
    ['withdrawn', ana, 'withdraw', { reason: 'no-longer-wanted' }, 'usted desistió'],
    [
      'not accepted',
      lucia,
      'refuse',
      { reason: 'out-of-scope', forUser: 'Es de otro proveedor.' },
      'Es de otro proveedor.',
    ],
  ] as const)('%s', async (_name, who, does, said, words) => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(who, does, said);
    expect((await fault.workOf())['customer-service']).toContain('tell-user');
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const letter = await fault.letter('further', lucia);
    expect(letter).toContain(words);
    expect(letter).toContain('PROFECO');
    await end();
  });

  it('lapsed, once the whole term has run out', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    await fault.by(lucia, 'requestInformation', { question: '¿Cuándo podemos visitarle?' });
    telling.at('2026-11-30 23:59');
    expect(await fault.refused(lucia, 'lapse', { reason: 'no-answer' })).toBe('lapse-term-running');
    telling.at('2026-12-01 00:01');
    await fault.by(lucia, 'lapse', { reason: 'no-answer' });
    await fault.by(lucia, 'giveFurtherNotice');
    expect(await fault.letter('further', lucia)).toContain('no recibimos la respuesta que le pedimos');
    await telling.end();
  });
});
