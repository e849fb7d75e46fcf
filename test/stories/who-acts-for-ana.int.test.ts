import { describe, expect, it } from '@jest/globals';
import { asUser } from '../../src/index.js';
import { cast, mended, story } from '../support/story.js';

const { ana, lucia, nora, stranger } = cast;
const luis = asUser('p-luis', { verified: true });
const deed = 'd'.repeat(64);
const asSon = {
  representative: { ref: 'p-luis', name: 'Luis Ruiz', phone: '+52 229 555 0199' },
  capacity: 'relative',
} as const;

describe('Ana lets her son Luis look after her complaint', () => {
  it('until then Luis sees no more than any stranger; from then on he reads and acts as she does', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    expect(await quejas.show(fault.folio, luis)).toMatchObject({ view: 'brief' });
    expect(await fault.refused(luis, 'requestVisit', { purpose: 'inspection' })).toBe('not-your-request');
    await fault.by(ana, 'accreditRepresentative', asSon);
    const seen = JSON.stringify(await fault.shownTo(luis));
    expect(seen).toContain('No tengo internet.');
    expect(seen).not.toContain('+52 229 555 0101');
    const hers = { items: [{ folio: fault.folio }], total: 1 };
    for (const list of [
      await quejas.find({ folio: fault.folio }, luis),
      await quejas.find({ phone: '+52 229 555 0101' }, luis),
      await quejas.requestsOf('p-luis', luis),
    ])
      expect(list).toMatchObject(hers);
    await fault.by(luis, 'requestVisit', { purpose: 'inspection' });
    expect(await fault.refused(stranger, 'requestVisit', { purpose: 'repair' })).toBe('not-your-request');
    await end();
  });

  it('he reads his own words and what is told to him in full: nothing says that a text was suppressed', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'accreditRepresentative', asSon);
    await fault.by(luis, 'recordStatement', {
      kind: 'further-words',
      channel: 'web',
      statement: 'Mi mamá depende de la línea.',
    });
    await fault.by(lucia, 'requestInformation', { question: '¿Qué luz tiene encendida?' });
    await fault.by(luis, 'receiveInformation', { answer: 'La roja.' });
    await fault.by(lucia, 'putOnHold', {
      reason: 'parts',
      explanation: 'Se nos olvidó pedirlas.',
      forUser: 'Esperamos una pieza.',
    });
    for (const party of [luis, ana]) {
      const read = `${JSON.stringify(await fault.shownTo(party))} ${await fault.letter('certificate', party)}`;
      for (const word of ['depende de la línea', '¿Qué luz', 'La roja', 'Esperamos una pieza'])
        expect(read).toContain(word);
      expect(read).not.toMatch(/texto suprimido|Se nos olvidó/);
    }
    await end();
  });

  it('he may not give up what is hers: her son is no attorney for that', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'accreditRepresentative', asSon);
    expect(await fault.refused(luis, 'withdraw', { reason: 'no-longer-wanted' })).toBe(
      'no-power-to-withdraw',
    );
    expect(await fault.refused(luis, 'requestArco', { right: 'access' })).toBe(
      'capacity-without-data-rights',
    );
    await end();
  });

  it.each([
    ['says so himself', luis, {}],
    ['says so by phone', lucia, { saidBy: { party: 'p-luis', channel: 'phone' } }],
  ] as const)(
    'her letter says that he took it back where he may and %s, not that she did',
    async (_how, who, said) => {
      const { files, end } = await story('2026-11-20 10:00');
      const fault = await files(lucia);
      await fault.by(ana, 'accreditRepresentative', {
        ...asSon,
        capacity: 'attorney-in-fact',
        evidence: [deed],
        mayWithdraw: true,
      });
      await fault.by(who, 'withdraw', { reason: 'no-longer-wanted', ...said });
      const letter = await fault.letter('withdrawal', ana);
      expect(letter).toContain('porque desistió, en nombre de usted, quien le representa');
      expect(letter).not.toContain('usted desistió');
      const certificate = await fault.letter('certificate', ana);
      expect(certificate).toContain('Desistió, en nombre del usuario, quien le representa, como ');
      expect(certificate).not.toContain('El usuario desistió');
      await end();
    },
  );

  it('she takes it back, and at once he reads nothing, of what was before either', async () => {
    const { quejas, at, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'accreditRepresentative', asSon);
    at('2026-11-21 10:00');
    await fault.by(ana, 'revokeRepresentative', { representative: 'p-luis', reason: 'revoked' });
    expect(await quejas.show(fault.folio, luis, { at: '2026-11-20T18:00:00Z' })).toMatchObject({
      view: 'brief',
    });
    expect(await fault.refused(luis, 'rate', { rating: 5 })).toBe('not-your-request');
    const nothing = { items: [], total: 0, next: null };
    expect(await quejas.find({ folio: fault.folio }, luis)).toEqual(nothing);
    expect(await quejas.find({ phone: '+52 229 555 0101' }, luis)).toEqual(nothing);
    expect(await quejas.requestsOf('p-luis', luis)).toEqual(nothing);
    await end();
  });
});

describe('Luis comes with a power of attorney', () => {
  it('customer service accredits him with the deed, and the final notice is written to him by name', async () => {
    const played = await story('2026-11-20 10:00');
    const { at, end } = played;
    const fault = await mended(played, { found: '2026-11-20 12:00', back: '2026-11-20 16:00' });
    expect(
      await fault.refused(lucia, 'accreditRepresentative', { ...asSon, capacity: 'attorney-in-fact' }),
    ).toBe('capacity-not-proven');
    await fault.by(lucia, 'accreditRepresentative', {
      ...asSon,
      capacity: 'attorney-in-fact',
      evidence: [deed],
      mayWithdraw: true,
    });
    await fault.by(luis, 'confirmRestoration', { by: 'user' });
    await fault.by(nora, 'rule', {
      outcome: 'upheld',
      basis: 'clause-10',
      reasons: 'Fibra cortada.',
    });
    at('2026-11-20 18:00');
    await fault.by(lucia, 'notifyUser', { recipient: 'representative' });
    expect(await fault.letter('final', lucia)).toContain('Apreciable Luis Ruiz:');
    expect(await fault.letter('certificate', ana)).toContain('Se acreditó un representante (apoderado).');
    await end();
  });
});
