import { describe, expect, it } from '@jest/globals';
import { asCompetentArea } from '../../src/index.js';
import { cast, mended, story } from '../support/story.js';

const { ana, lucia, marcos, nora, beto } = cast;
const upheld = { outcome: 'upheld', basis: 'clause-10', reasons: 'La fibra es nuestra.' } as const;
const pesos = (amount: number) => ({ amount: amount * 100, currency: 'MXN' });
const goodwill = { proportionalRefund: pesos(50), bonus: pesos(10), reason: 'goodwill' } as const;

describe('A cause that was corrected after it had been explained to the user', () => {
  const corrected = async (forUser?: string) => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-20 12:00',
      back: '2026-11-20 15:00',
      cause: { forUser: 'Nuestra cuadrilla cortó la fibra.' },
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(marcos, 'correctCause', {
      causes: ['power-outage'],
      faultFound: true,
      attribution: 'provider',
      reason: 'learned-later',
      explanation: 'Lo dice la bitácora.',
      ...(forUser !== undefined && { forUser }),
    });
    await fault.by(nora, 'rule', upheld);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    const letter = await fault.letter('final', ana);
    await telling.end();
    return letter;
  };

  it('is explained in the notice with the words of the correction', async () => {
    const letter = await corrected('Falló la energía del nodo.');
    expect(letter).toContain('Falló la energía del nodo.');
    expect(letter).not.toContain('Nuestra cuadrilla');
  });

  it('is told in the notice without the words for the first cause, where the correction has none', async () => {
    expect(await corrected()).not.toContain('Nuestra cuadrilla');
  });
});

describe('Goodwill granted after the closing, before the user reopens the request', () => {
  const reopened = async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mended(telling, {
      found: '2026-11-20 12:00',
      back: '2026-11-20 15:00',
      cause: { attribution: 'none' },
    });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', upheld);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    await fault.by(lucia, 'close');
    telling.at('2026-11-24 09:00');
    await fault.by(beto, 'grantCompensation', {
      ...goodwill,
      billingCutoff: telling.on('2026-12-05 00:00'),
    });
    telling.at('2026-11-25 09:00');
    await fault.by(ana, 'reopen', { reason: 'not-satisfied' });
    return { telling, fault };
  };

  it('is told with its amount and its date in the final notice of the new cycle', async () => {
    const { telling, fault } = await reopened();
    await fault.by(marcos, 'verifyCause', { causes: ['wear'], faultFound: false, attribution: 'none' });
    await fault.by(marcos, 'reportRepair', { outcome: 'no-repair-needed' });
    await fault.by(cast.pablo, 'rule', upheld);
    await fault.by(lucia, 'notifyUser', { channel: 'phone' });
    const letter = await fault.letter('final', ana);
    expect(letter).toContain('$60.00 MXN');
    expect(letter).toContain('5 de diciembre de 2026');
    await fault.by(lucia, 'close');
    await telling.end();
  });

  it('is told with its amount and its date in a further notice', async () => {
    const { telling, fault } = await reopened();
    await fault.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const letter = await fault.letter('further', ana);
    expect(letter).toContain('$60.00 MXN');
    expect(letter).toContain('5 de diciembre de 2026');
    expect(await fault.refused(lucia, 'giveFurtherNotice')).toBe('nothing-to-tell');
    await telling.end();
  });
});

describe('The final word of each kind of request is a letter', () => {
  it.each([
    ['inquiry', 'answered', 'Ésta es nuestra respuesta a su consulta:'],
    ['suggestion', 'acknowledged', 'Agradecemos su sugerencia.'],
    ['procedure', 'done', 'Atendimos su trámite:'],
  ] as const)('an answer to a request of kind %s', async (kind, outcome, opening) => {
    const { files, end } = await story('2026-11-20 10:00');
    const asked = await files(lucia, { kind, subject: 'other' });
    expect(await asked.letter('final', ana)).toBe('');
    await asked.by(lucia, 'provideAnswer', { outcome, answer: 'El horario es de 9 a 21 h.' });
    const letter = await asked.letter('final', ana);
    expect(letter).toContain(opening);
    expect(letter).toContain('El horario es de 9 a 21 h.');
    await end();
  });

  it('a cancellation, and its correction, which takes the place of the first', async () => {
    const { files, on, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'executeCancellation', {
      effectiveAt: on('2026-11-30 00:00'),
      balance: pesos(120),
    });
    const first = await leaving.letter('final', ana);
    expect(first).toContain('30 de noviembre de 2026');
    expect(first).toContain('Saldo por pagar: $120.00 MXN.');
    await leaving.by(lucia, 'correctCancellation', {
      effectiveAt: on('2026-11-25 00:00'),
      balance: pesos(0),
      reason: 'recorded-wrongly',
      explanation: 'Error de captura.',
    });
    const second = await leaving.letter('final', ana);
    expect(second).toContain('Este aviso sustituye al anterior');
    expect(second).toContain('25 de noviembre de 2026');
    expect(second).toContain('No queda ningún saldo pendiente.');
    await end();
  });

  it('a cancellation that is denied, with the next instance', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'provideAnswer', { outcome: 'not-possible', answer: 'No es el titular.' });
    const letter = await leaving.letter('final', ana);
    expect(letter).toContain('No nos fue posible atender su solicitud de cancelación');
    expect(letter).toContain('PROFECO');
    await end();
  });
});

describe('What was agreed in a first conciliation, before a second one without an agreement', () => {
  it('is told in the further notice', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
    const claim = await files(lucia, { kind: 'clarification', subject: 'billing' });
    await claim.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
    await claim.by(conciliator, 'recordConciliation', { outcome: 'agreed', agreement: 'Se condona.' });
    await claim.by(conciliator, 'recordConciliation', { outcome: 'not-agreed' });
    await claim.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    expect(await claim.letter('further', ana)).toContain('Se condona.');
    await end();
  });
});

describe('What was agreed in a conciliation, corrected', () => {
  const slip = { reason: 'recorded-wrongly', explanation: 'Era de otra solicitud.' } as const;
  const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
  const routed = async () => {
    const { at, files, end } = await story('2026-11-20 10:00');
    const claim = await files(lucia, { kind: 'clarification', subject: 'billing' });
    await claim.by(lucia, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
    return { at, claim, end };
  };

  it('is told as it is known: no agreement where one had been told, and the first words where they stand', async () => {
    const { at, claim, end } = await routed();
    await claim.by(conciliator, 'recordConciliation', { outcome: 'agreed', agreement: 'Se condona.' });
    await claim.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    at('2026-11-21 10:00');
    await claim.by(conciliator, 'correctConciliation', { outcome: 'not-agreed', ...slip });
    expect(await claim.letter('conciliation', ana)).toContain('no se llegó a ninguno');
    await claim.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const none = await claim.letter('further', ana);
    expect(none).toContain('Lo corregimos: no se llegó a ninguno.');
    expect(none).not.toContain('Se condona.');
    at('2026-11-22 10:00');
    await claim.by(conciliator, 'correctConciliation', { outcome: 'agreed', ...slip });
    await claim.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const again = await claim.letter('further', ana);
    expect(again).toContain('En la conciliación se acordó lo siguiente:\n  Se condona.');
    expect(again).not.toContain('Lo corregimos');
    await end();
  });

  it('is told in its last words, once, where it was corrected before any notice', async () => {
    const { at, claim, end } = await routed();
    await claim.by(conciliator, 'recordConciliation', { outcome: 'not-agreed' });
    at('2026-11-21 10:00');
    await claim.by(conciliator, 'correctConciliation', {
      outcome: 'agreed',
      agreement: 'Se condona la mitad.',
      ...slip,
    });
    await claim.by(lucia, 'giveFurtherNotice', { channel: 'email' });
    const letter = await claim.letter('further', ana);
    expect(letter.split('Se condona la mitad.')).toHaveLength(2);
    expect(letter).not.toContain('Era de otra solicitud.');
    await end();
  });
});
