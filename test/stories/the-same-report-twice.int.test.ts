import { describe, expect, it } from '@jest/globals';
import { cast, story } from '../support/story.js';

const { ana, lucia } = cast;

describe('The same report twice', () => {
  it('marked as duplicates of each other in turn leaves one alive, and the other one names it', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const [first, second] = [await files(lucia), await files(lucia)];
    await first.by(lucia, 'markDuplicate', { of: second.folio });
    expect(await second.refused(lucia, 'markDuplicate', { of: first.folio })).toBe('other-not-open');
    expect([await first.ending(), await second.ending()]).toEqual(['duplicate', 'open']);

    // A user who goes on with the first is told where it goes on, and no note goes nowhere.
    const late = await quejas
      .complaint(first.folio)
      .addNote({ commandId: 'late-1', note: 'Volvió a llamar.' }, lucia);
    expect(late.ok).toBe(false);
    expect(JSON.stringify(late)).toContain(second.folio);
    await end();
  });

  it('marked as duplicates of each other at once leaves one alive as well (zammad#1216)', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const [first, second] = [await files(lucia), await files(lucia)];
    await Promise.all([
      first.refused(lucia, 'markDuplicate', { of: second.folio }),
      second.refused(lucia, 'markDuplicate', { of: first.folio }),
    ]);
    expect([await first.ending(), await second.ending()].sort()).toEqual(['duplicate', 'open']);
    await end();
  });

  it('is no duplicate of a request that was withdrawn', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const [gone, alive] = [await files(lucia), await files(lucia)];
    await gone.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    expect(await alive.refused(lucia, 'markDuplicate', { of: gone.folio })).toBe('other-not-open');
    expect(await alive.ending()).toBe('open');
    await end();
  });

  it('is no duplicate of a neighbour’s request: no folio of Eva is told to Ana (zammad#1904)', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const [mine, evas] = [
      await files(lucia),
      await files(lucia, { subscriber: { ref: 's-eva', name: 'Eva Paz' }, contract: 'c-eva' }),
    ];
    expect(await mine.refused(lucia, 'markDuplicate', { of: evas.folio })).toBe('duplicate-of-anothers');
    const told = `${JSON.stringify(await mine.shownTo(ana))} ${await mine.letter('certificate', ana)}`;
    expect(told).not.toContain(evas.folio);
    await end();
  });
});
