import { describe, expect, it } from '@jest/globals';
import { cast, story } from '../support/story.js';

const { ana, lucia } = cast;

describe('A case that grows old', () => {
  it('has customer service tell its user where else to go before six weeks are over (C-24, I-10)', async () => {
    const telling = await story('2026-11-03 10:00');
    const request = await telling.files(ana);
    await request.by(lucia, 'communicateFolio', { channel: 'phone' });
    telling.at('2026-12-10 10:00');
    await telling.quejas.runDue();
    expect((await request.workOf())['customer-service']).not.toContain('tell-user');

    telling.at('2026-12-12 10:00');
    await telling.quejas.runDue();
    expect((await request.workOf())['customer-service']).toContain('tell-user');
    // The warning is of the house: nothing of it stands in what the user is shown.
    expect((await request.shownTo(lucia)).untold).toEqual(['next-instance']);
    expect((await request.shownTo(ana)).untold).toEqual([]);
    await request.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    expect((await request.workOf())['customer-service']).not.toContain('tell-user');
    const letter = await request.letter('further', lucia);
    expect(letter).toContain('sigue en trámite');
    expect(letter).toContain('PROFECO');

    telling.at('2026-12-20 10:00');
    await telling.quejas.runDue();
    const clocks = await telling.quejas.clocks(request.folio, lucia);
    const found = clocks !== undefined && 'clocks' in clocks ? clocks.clocks : [];
    expect(found.find(({ clock }) => clock === 'C-24')?.state).toBe('met');
    await telling.end();
  });
});
