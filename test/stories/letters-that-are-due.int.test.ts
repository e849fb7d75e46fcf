import { describe, expect, it } from '@jest/globals';
import { cast, mended, story } from '../support/story.js';

const { ana, lucia, marcos, nora } = cast;
const upheld = { outcome: 'upheld', basis: 'clause-10', reasons: 'La fibra es nuestra.' } as const;
const visit = (on: (text: string) => string) => ({
  visitor: marcos.actor,
  visitorName: 'Marcos Domínguez Solís',
  window: { from: on('2026-11-21 10:00'), to: on('2026-11-21 14:00') },
  purpose: 'repair' as const,
});

describe('The letters that are due, for the mailer of the host', () => {
  it('come in order with keys that never change, until their delivery is recorded: sent and delivered are two facts (vigabss)', async () => {
    const telling = await story('2026-11-20 10:00');
    const { quejas } = telling;
    const fault = await telling.files(lucia, {
      subscriber: { ref: 's-ana', name: 'Ana Ruiz', email: 'ana@example.com' },
    });
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    await fault.by(lucia, 'requestInformation', { question: '¿Qué luces ve?' });
    const first = await quejas.notices();
    expect(first.items.map(({ kind, channel, to }) => [kind, channel, to.name, to.email])).toEqual([
      ['folio', 'email', 'Ana Ruiz', 'ana@example.com'],
      ['information', 'phone', 'Ana Ruiz', 'ana@example.com'],
    ]);
    expect(first.caughtUp).toBe(true);
    expect((await quejas.notices()).items).toEqual(first.items);
    const [folio] = first.items;
    if (folio === undefined) throw new Error('no letter');
    await fault.by(lucia, 'recordDelivery', { notice: folio.notice, channel: 'email' });
    const left = await quejas.notices();
    expect(left.items.map(({ key }) => key)).toEqual(first.items.slice(1).map(({ key }) => key));
    expect((await quejas.notices({ after: first.next })).items).toEqual([]);
    await fault.by(lucia, 'acknowledge', { channel: 'email' });
    expect((await quejas.notices({ after: first.next })).items.map(({ kind }) => kind)).toEqual(['folio']);
    expect((await quejas.notices({ channels: ['phone'] })).items.map(({ kind }) => kind)).toEqual([
      'information',
    ]);
    await telling.end();
  });

  it('are due again where the proof was of none of them, and are told in their own words again', async () => {
    const telling = await story('2026-11-20 10:00');
    const { quejas } = telling;
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    await fault.by(lucia, 'acknowledge', { channel: 'email' });
    const due = await quejas.notices();
    const [told, acknowledged] = due.items.map(({ notice }) => notice);
    if (told === undefined || acknowledged === undefined) throw new Error('no letter');
    const written = await fault.letter('folio', ana);
    await fault.by(lucia, 'recordDelivery', {
      notice: told,
      channel: 'email',
      letter: { subject: 'Acuse', body: 'Recibimos su reporte.' },
    });
    expect(await fault.letter('folio', ana)).toContain('Recibimos su reporte.');
    const delivery = (await fault.shownTo(lucia)).history.at(-1)?.revision ?? 0;
    const slip = { reason: 'recorded-wrongly', explanation: 'El acuse era de otra persona.' } as const;
    await fault.by(lucia, 'correctDelivery', { delivery, delivered: true, notice: acknowledged, ...slip });
    expect((await quejas.notices()).items.map(({ notice }) => notice)).toEqual([told]);
    expect(await fault.letter('folio', ana)).toBe(written);
    await fault.by(lucia, 'correctDelivery', { delivery, delivered: false, ...slip });
    expect((await quejas.notices()).items).toEqual(due.items);
    await telling.end();
  });

  it('are no more due where they came back, where the visit was moved, or the user has answered', async () => {
    const telling = await story('2026-11-20 10:00');
    const { quejas, on } = telling;
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(lucia, 'scheduleVisit', visit(on));
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    await fault.by(lucia, 'requestInformation', { question: '¿Qué luces ve?' });
    expect((await quejas.notices()).items.map(({ kind }) => kind)).toEqual(['visit', 'information']);
    await fault.by(lucia, 'rescheduleVisit', {
      visit: 1,
      window: { from: on('2026-11-23 10:00'), to: on('2026-11-23 14:00') },
      by: 'provider',
    });
    await fault.by(ana, 'receiveInformation', { answer: 'Rojas.' });
    expect((await quejas.notices()).items).toEqual([]);
    await fault.by(lucia, 'cancelVisit', { visit: 1, by: 'provider' });
    const [off] = (await quejas.notices()).items;
    expect(off?.body).toContain('lunes 23 de noviembre de 2026, de 10:00 a 14:00 h');
    await fault.by(lucia, 'recordDeliveryFailure', {
      notice: off?.notice ?? 0,
      channel: 'email',
      reason: 'bounced',
    });
    expect((await quejas.notices()).items).toEqual([]);
    await telling.end();
  });

  it('show a reader who is no party and no staff nothing of them', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    expect((await telling.quejas.notices({}, cast.stranger)).items).toEqual([]);
    await telling.end();
  });
});

describe('A letter that was sent', () => {
  it('is rendered as of the event that sent it: a kind that changed later does not change it', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    await fault.by(lucia, 'requestInformation', { question: '¿Qué luces ve?' });
    const before = [await fault.letter('folio', lucia), await fault.letter('information', lucia)];
    expect(before.join()).toContain('su reporte de falla');
    await fault.by(lucia, 'reclassify', { kind: 'inquiry', subject: 'service', explanation: 'Pregunta.' });
    expect([await fault.letter('folio', lucia), await fault.letter('information', lucia)]).toEqual(before);
    await telling.end();
  });

  it('is given word for word as it was sent, where its delivery kept the text', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'email' });
    const letter = { subject: 'Recibimos su reporte', body: 'Apreciable Ana:\n\nCon otras palabras.' };
    const [due] = (await telling.quejas.notices()).items;
    await fault.by(lucia, 'recordDelivery', { notice: due?.notice ?? 0, channel: 'email', letter });
    expect(await telling.quejas.notice(fault.folio, 'folio', ana)).toEqual(letter);
    const { events } = await telling.quejas.events({ folio: fault.folio, limit: 100 });
    expect(JSON.stringify(events)).not.toContain('Con otras palabras');
    await telling.end();
  });
});

describe('Texts a person receives', () => {
  it('name the visitor, and tell the visit that stands, that was moved and that was missed (O-30)', async () => {
    const telling = await story('2026-11-20 10:00');
    const { on } = telling;
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(lucia, 'scheduleVisit', visit(on));
    await fault.by(lucia, 'notifyVisit', { visit: 1, channel: 'phone' });
    expect(await fault.letter('visit', ana)).toContain('Le visita: Marcos Domínguez Solís');
    expect(await fault.letter('visit-moved', ana)).toBe('');
    telling.at('2026-11-21 15:00');
    await fault.by(lucia, 'failVisit', { visit: 1, reason: 'provider-missed' });
    expect(await fault.letter('visit', ana)).toBe('');
    expect(await fault.letter('visit-missed', ana)).toContain('La falta es nuestra');
    await telling.end();
  });

  it('go to the user who reported it, where the procedure has the user notified (O-36)', async () => {
    const { emenet } = await import('../../src/index.js');
    for (const [provider, name] of [
      [emenet, 'Luis Ruiz'],
      [undefined, 'Ana Ruiz'],
    ] as const) {
      const telling = await story('2026-11-20 10:00', provider && { provider });
      const fault = await mended(telling, {
        found: '2026-11-20 12:00',
        back: '2026-11-20 15:00',
        told: { reporter: { ref: 's-luis', name: 'Luis Ruiz' } },
        cause: { attribution: 'none' },
      });
      await fault.by(ana, 'confirmRestoration', { by: 'user' });
      await fault.by(nora, 'rule', upheld);
      await fault.by(lucia, 'notifyUser');
      expect(await fault.letter('final', lucia)).toContain(`Apreciable ${name}:`);
      await telling.end();
    }
  });

  it('say no word that has no label: causes, corrections and grounds without one are refused by name (O-24, O-25)', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    const cause = { faultFound: true, attribution: 'provider' } as const;
    const refused = await telling.quejas
      .complaint(fault.folio)
      .verifyCause({ commandId: 'x-1', causes: ['wrong-profile', 'cut-fibre'], ...cause }, marcos);
    expect(refused).toMatchObject({
      ok: false,
      code: 'cause-unnamed',
      details: { words: ['wrong-profile'] },
    });
    await fault.by(marcos, 'verifyCause', { causes: ['cut-fibre'], ...cause });
    expect(await fault.refused(marcos, 'repair', { action: 'splice' })).toBe('action-unnamed');
    await fault.by(marcos, 'repair', { action: 'spliced' });
    await fault.by(marcos, 'reportRepair', { outcome: 'repaired' });
    await fault.by(ana, 'confirmRestoration', { by: 'user' });
    expect(await fault.refused(nora, 'rule', { ...upheld, basis: 'cl.10' })).toBe('ground-unnamed');
    await fault.by(nora, 'rule', { ...upheld, basis: 'Cláusula 10 del contrato' });
    expect(await fault.letter('certificate', ana)).toContain('fundamento: Cláusula 10 del contrato');
    await telling.end();
  });

  it('say the words that a profile adds, accents and all', async () => {
    const { conectared } = await import('../../src/index.js');
    const causes = { ardilla: { es: 'ardilla en la caja de conexión', en: 'squirrel in the junction box' } };
    const telling = await story('2026-11-20 10:00', { provider: { ...conectared, vocabulary: { causes } } });
    const fault = await mended(telling, {
      found: '2026-11-20 12:00',
      back: '2026-11-20 15:00',
      cause: { causes: ['ardilla'] },
    });
    expect(await fault.letter('certificate', ana)).toContain('ardilla en la caja de conexión');
    await telling.end();
  });

  it('do not let three days without internet become something else in silence (O-01)', async () => {
    const telling = await story('2026-11-20 10:00');
    const complaint = await telling.files(lucia, {
      kind: 'complaint',
      description: 'Llevo tres días sin internet.',
    });
    expect((await complaint.shownTo(lucia)).track).toBe('technical-complaint');
    await telling.end();
  });

  it('say that nothing was erased where no name was given, in the constancia of a report', async () => {
    const telling = await story('2026-11-20 10:00');
    const report = await telling.files(lucia, { report: 'anonymous', description: 'Hay un cable caído.' });
    const letter = await report.letter('certificate', lucia);
    expect(letter).not.toContain('suprimido');
    expect(letter).toContain('Hay un cable caído.');
    await telling.end();
  });

  it('prove in the constancia the remedy that is asked for, the issuer and the hours in words', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await telling.files(lucia, { remedySought: 'Que me descuenten los días.' });
    await fault.by(lucia, 'putOnHold', { reason: 'parts' });
    const letter = await fault.letter('certificate', ana);
    expect(letter).toContain('Lo que pide:\n  Que me descuenten los días.');
    expect(letter).toContain('La expide Centro de Servicio al Cliente, Conectared,');
    expect(letter).toContain('hora del centro');
    expect(letter).toContain('Estado: en espera de refacciones');
    await telling.end();
  });
});
