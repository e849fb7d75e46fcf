import { describe, expect, it } from '@jest/globals';
import * as library from '../../src/index.js';
import { codeIn, runModule } from '../support/guide-code.js';
import { local } from '../support/story.js';

type Mailer = (quejas: library.Quejas) => Promise<unknown>;

const isMailer = (value: unknown): value is Mailer => typeof value === 'function';

/** The pieces of the guide as one program, which gives back what it read. */
const mailerIn = (guide: string): Mailer => {
  const pieces = codeIn(guide).join('\n');
  const [imports = ''] = /^import [\s\S]*?from 'quejas';\n/.exec(pieces) ?? [];
  const program = `${imports}
export const mailer = async (quejas) => {
${pieces.slice(imports.length)}
return { mails, first, again, kept };
};`;
  const { mailer } = runModule(program, { quejas: library });
  if (!isMailer(mailer)) throw new Error('the guide is no program');
  return mailer;
};

describe.each(['letters.md', 'letters.es.md'])('the guide to letters, %s', (guide) => {
  it('is a program that runs: each letter is sent once, answered for, and kept as it was sent', async () => {
    const quejas = await library.openQuejas({
      store: 'memory:',
      keys: 'memory:',
      provider: library.conectared,
      clock: () => local('2026-11-20 16:00'),
    });
    const told = await mailerIn(guide)(quejas);
    const subject = 'Recibimos su reporte de falla. Número de seguimiento: CR-000001-K';
    expect(told).toMatchObject({
      mails: [{ to: 'ana@example.com', subject }],
      again: { items: [] },
      kept: { subject },
    });
    await quejas.close();
  });
});
