import { describe, expect, it } from '@jest/globals';
import { asUser } from '../../src/index.js';
import { cast, story } from '../support/story.js';

const { ana, stranger, lucia, marcos, rosa, beto, clara, nora, elena } = cast;

describe('A stranger who knows a folio', () => {
  it('is shown where it stands and no more, and does nothing to it, whatever they try (OCA/helpdesk#1089, faveo-helpdesk#8166)', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    expect(await quejas.show(fault.folio, stranger)).toEqual({
      view: 'brief',
      folio: fault.folio,
      kind: 'fault',
      status: 'acknowledged',
    });
    const evidence = {
      attachment: { sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1, personal: false },
    };
    expect(await fault.refused(stranger, 'withdraw', { reason: 'other' })).toBe('not-your-request');
    expect(await fault.refused(stranger, 'reopen', { reason: 'not-satisfied' })).toBe('not-your-request');
    expect(await fault.refused(stranger, 'escalate', { level: 4, trigger: 'user', target: 'PROFECO' })).toBe(
      'not-your-request',
    );
    expect(await fault.refused(stranger, 'requestArco', { right: 'access' })).toBe('not-your-request');
    expect(await fault.refused(stranger, 'attachEvidence', evidence)).toBe('not-your-request');
    await fault.by(lucia, 'requestInformation', { question: '¿Qué luz tiene encendida?' });
    expect(await fault.refused(stranger, 'receiveInformation', { answer: 'Ninguna.' })).toBe(
      'not-your-request',
    );
    expect(await fault.refused(stranger, 'rate', { rating: 1 })).toBe('not-your-request');
    expect(await quejas.notice(fault.folio, 'certificate', stranger)).toBeUndefined();
    expect(await fault.ending()).toBe('open');
    await end();
  });

  it('is told nothing of its people or history by the list of a person or by a search', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    await files(lucia);
    expect(await quejas.requestsOf('s-ana', stranger)).toMatchObject({ total: 0 });
    expect(await quejas.find({ contract: 'c-ana' }, stranger)).toMatchObject({ total: 0 });
    await end();
  });
});

describe('A technical lead who is not in charge', () => {
  it('does not assign the case to themselves, nor verify, repair, report or hold it (glpi#5708)', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    expect(await fault.refused(rosa, 'assignTechnician', { technician: rosa.actor })).toBe('not-in-charge');
    expect(
      await fault.refused(rosa, 'verifyCause', {
        causes: ['user-equipment'],
        faultFound: true,
        attribution: 'user',
      }),
    ).toBe('not-in-charge');
    expect(await fault.refused(rosa, 'putOnHold', { reason: 'parts' })).toBe('not-in-charge');
    await fault.by(marcos, 'verifyCause', {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
    });
    expect(await fault.refused(rosa, 'repair', { action: 'spliced' })).toBe('not-in-charge');
    expect(await fault.refused(rosa, 'reportRepair', { outcome: 'repaired' })).toBe('not-in-charge');

    // Marcos, who is in charge, hands it on; from then on it is Rosa's.
    await fault.by(marcos, 'assignTechnician', { technician: rosa.actor });
    expect(await fault.refused(marcos, 'repair', { action: 'spliced' })).toBe('not-in-charge');
    await fault.by(rosa, 'repair', { action: 'spliced' });
    await end();
  });
});

describe('Staff with a duty', () => {
  it('reads what it needs: billing and the area’s clerk the clarification of a bill', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const doubt = await files(lucia, {
      kind: 'clarification',
      subject: 'billing',
      description: 'Me cobran dos veces noviembre.',
    });
    await doubt.by(lucia, 'routeToArea', { area: 'billing', purpose: 'clarification' });
    for (const who of [clara, beto])
      expect(JSON.stringify(await doubt.shownTo(who))).toContain('Me cobran dos veces noviembre.');
    await end();
  });

  it('the visitor named in a visit reads the address, and none of the house’s notes', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(lucia, 'addNote', { note: 'Cliente difícil.', visibility: 'staff' });
    await fault.by(lucia, 'scheduleVisit', {
      visitor: rosa.actor,
      window: { from: on('2026-11-21 09:00'), to: on('2026-11-21 11:00') },
      purpose: 'inspection',
      address: 'Calle 5 núm. 12',
    });
    const seen = JSON.stringify(await fault.shownTo(rosa));
    expect(seen).toContain('Calle 5 núm. 12');
    expect(seen).not.toContain('Cliente difícil.');
    await end();
  });

  it('a ruling officer and legal read the cause that they decide over', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(marcos, 'verifyCause', {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
      explanation: 'Corte a 40 m del poste.',
    });
    for (const who of [nora, elena])
      expect(JSON.stringify(await fault.shownTo(who))).toContain('Corte a 40 m del poste.');
    await end();
  });
});

describe('A host whose sign-in ids are not subscriber references', () => {
  it('says on whose behalf the actor acts: the login is the actor, Ana is the party', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    const login = asUser('login-831', { verified: true, party: ana.actor });
    expect((await fault.shownTo(login)).subscriber).toBe('s-ana');
    await fault.by(login, 'withdraw', { reason: 'solved-by-itself' });
    expect(await fault.ending()).toBe('withdrawn');
    await end();
  });
});

describe('What the house says to itself', () => {
  it('does not reach Ana: neither in her view nor in her constancia; words meant for her do (brimir#412, chatwoot#838)', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(marcos, 'putOnHold', {
      reason: 'parts',
      explanation: 'Se nos olvidó pedirlas.',
      forUser: 'Esperamos una pieza.',
    });
    const seen = `${JSON.stringify(await fault.shownTo(ana))} ${await fault.letter('certificate', ana)}`;
    expect(seen).toContain('Esperamos una pieza.');
    expect(seen).not.toContain('Se nos olvidó');
    expect(seen).not.toContain('texto suprimido');
    await end();
  });
});

describe('Lucía, with Ana on the phone', () => {
  it('finds the case by what Ana has at hand: folio, contract, phone, however said or copied, or channel', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await files(lucia, { channel: 'email', subscriber: { ref: 's-eva' }, contract: 'c-eva' });
    const asked = [
      { folio: fault.folio.toLowerCase() },
      { contract: 'c-ana' },
      { folio: `\u202a${fault.folio}\u202c` },
      { phone: '229 555-0101' },
      { phone: '\u202a+52 229 555 0101\u202c' },
      { channel: 'phone' },
    ] as const;
    for (const what of asked) {
      const { items } = await quejas.find(what, lucia);
      expect([what, items.map(({ folio }) => folio)]).toEqual([what, [fault.folio]]);
    }
    await end();
  });
});
