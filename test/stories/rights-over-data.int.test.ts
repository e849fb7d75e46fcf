import { describe, expect, it } from '@jest/globals';
import { asPrivacyOfficer } from '../../src/index.js';
import { cast, story } from '../support/story.js';

const { ana, lucia, elena } = cast;

describe('Ana asks what the provider knows of her', () => {
  it('it is dated work of legal, her request does not end over it, and she reads the answer', async () => {
    const { quejas, at, on, files, end } = await story('2026-11-20 10:00');
    const question = await files(lucia, { kind: 'inquiry' });
    await question.by(lucia, 'communicateFolio', { channel: 'phone' });
    await question.by(lucia, 'provideAnswer', { outcome: 'answered', answer: 'Así es el contrato.' });
    await question.by(ana, 'requestArco', { right: 'access', request: 'Quiero ver mis datos.' });
    expect(await question.workOf()).toEqual({ legal: ['answer-arco'] });
    const { items } = await quejas.queue('legal', elena);
    // Twenty business days without weekends and without Christmas Day: to the end of 18 December.
    expect(items.map(({ dueAt }) => dueAt)).toEqual([on('2026-12-19 00:00')]);
    expect(await question.refused(lucia, 'close')).toBe('arco-not-answered');
    at('2026-11-25 10:00');
    await question.by(elena, 'answerArco', { outcome: 'granted', answer: 'Van adjuntos en la respuesta.' });
    expect(await question.workOf()).toEqual({ 'customer-service': ['tell-user'] });
    await question.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const letter = await question.letter('further', ana);
    expect(letter).toContain('Lo que pidió sobre sus datos personales (acceso) procede.');
    expect(letter).toContain('Van adjuntos en la respuesta.');
    await question.by(lucia, 'close');
    expect(await question.workOf()).toEqual({});
    await end();
  });

  it('asked after the end, it is answered all the same: refused with its reason, or sent back for what is lacking', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    await fault.by(ana, 'requestArco', { right: 'cancellation' });
    expect(await fault.workOf()).toEqual({ legal: ['answer-arco'] });
    const officer = asPrivacyOfficer('po-1');
    expect(await fault.refused(officer, 'answerArco', { outcome: 'refused' })).toBe('arco-reasons-missing');
    await fault.by(officer, 'answerArco', { outcome: 'asked-for-more', answer: 'Su identificación.' });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    expect(await fault.letter('further', ana)).toContain('falta lo siguiente');
    await fault.by(ana, 'requestArco', { right: 'cancellation' });
    await fault.by(officer, 'answerArco', { request: 2, outcome: 'refused', answer: 'Hay un plazo legal.' });
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    const letter = await fault.letter('further', ana);
    expect(letter).toContain('(cancelación) no procede');
    expect(letter).toContain('Hay un plazo legal.');
    expect(letter).not.toContain('Su identificación.');
    expect(await fault.workOf()).toEqual({});
    await end();
  });
});
