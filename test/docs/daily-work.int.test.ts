import { describe, expect, it } from '@jest/globals';
import * as library from '../../src/index.js';
import { codeIn, runModule } from '../support/guide-code.js';
import { local } from '../support/story.js';

type Day = (quejas: library.Quejas) => Promise<unknown>;

const isDay = (value: unknown): value is Day => typeof value === 'function';

/** The pieces of the guide as one program: what it brings in, then what it does, which gives back what it read. */
const dayIn = (guide: string): Day => {
  const pieces = codeIn(guide).join('\n');
  const [imports = ''] = /^import [\s\S]*?from 'quejas';\n/.exec(pieces) ?? [];
  const told = '{ first, mine, found, byMail, byPhone, attended, today, asKnownThen, hearings, refused }';
  const program = `${imports}
export const day = async (quejas) => {
${pieces.slice(imports.length)}
return ${told};
};`;
  const { day } = runModule(program, { quejas: library });
  if (!isDay(day)) throw new Error('the guide is no program');
  return day;
};

describe.each(['daily-work.md', 'daily-work.es.md'])('the guide to daily work, %s', (guide) => {
  it('is a program that runs, and comes out as it says', async () => {
    let now = Date.parse(local('2026-11-20 16:00'));
    const clock = () => new Date((now += 1000));
    const quejas = await library.openQuejas({
      store: 'memory:',
      keys: 'memory:',
      provider: library.conectared,
      clock,
    });
    const told = await dayIn(guide)(quejas);
    expect(told).toMatchObject({
      first: ['tell-folio', 'assign-technician'],
      mine: { total: 1, items: [{ reasons: ['verify-cause'], holder: 'rt-marcos' }] },
      found: { total: 1 },
      byMail: { total: 1 },
      byPhone: { total: 1 },
      attended: { cases: 1, attended: 1, refused: [] },
      today: { attribution: 'provider' },
      asKnownThen: { attribution: 'third-party' },
      hearings: { items: [{ reason: 'attend-hearing', dueAt: local('2026-12-17 11:00') }] },
      refused: { ok: false, code: 'not-your-request' },
    });
    await quejas.close();
  });
});
