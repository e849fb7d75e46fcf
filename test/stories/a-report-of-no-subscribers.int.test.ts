import { describe, expect, it } from '@jest/globals';
import { asUser } from '../../src/index.js';
import { cast, story } from '../support/story.js';

const { ana, lucia, marcos, clock, beto } = cast;

const cable = 'Hay un cable suelto en la esquina.';

describe('Someone who does not say who they are reports a loose cable in the street', () => {
  it('it gets a folio without a subscriber, is seen to and concluded, and no one is left to be told', async () => {
    const { at, on, files, end } = await story('2026-11-20 10:00');
    const report = await files(lucia, { report: 'anonymous', channel: 'phone', description: cable });
    expect(await report.workOf()).toEqual({ 'customer-service': ['assign-technician', 'conclude-report'] });

    expect(await report.refused(lucia, 'requestInformation', { question: '¿Quién habla?' })).toBe(
      'nobody-to-reach',
    );
    await report.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await report.by(lucia, 'scheduleVisit', {
      visitor: marcos.actor,
      window: { from: on('2026-11-20 12:00'), to: on('2026-11-20 14:00') },
      purpose: 'inspection',
    });
    expect(await report.workOf()).toMatchObject({
      'technical-lead': expect.arrayContaining(['attend-visit']),
    });
    at('2026-11-20 13:00');
    await report.by(marcos, 'completeVisit', {
      visit: 1,
      startedAt: on('2026-11-20 12:30'),
      endedAt: on('2026-11-20 12:50'),
      unannounced: true,
    });

    expect(
      await report.refused(beto, 'grantCompensation', {
        reason: 'goodwill',
        proportionalRefund: { amount: 100, currency: 'MXN' },
        bonus: { amount: 20, currency: 'MXN' },
      }),
    ).toBe('report-of-no-subscriber');
    await report.by(lucia, 'concludeReport', { outcome: 'attended', found: 'Se levantó el cable.' });
    expect(await report.letter('folio', lucia)).toContain('Apreciable usuario:');
    expect(await report.ending()).toBe('closed');
    expect(await report.workOf()).toEqual({});
    await end();
  });

  it('the same call sent twice is one report, and two calls are two, each under a key of its own', async () => {
    const { quejas, end } = await story('2026-11-20 10:00');
    const calls = { kind: 'fault', channel: 'phone', report: 'anonymous', description: cable } as const;
    const first = await quejas.file({ commandId: 'call-1', ...calls }, lucia);
    const again = await quejas.file({ commandId: 'call-1', ...calls }, lucia);
    const other = await quejas.file({ commandId: 'call-2', ...calls }, lucia);
    if (!first.ok || !again.ok || !other.ok) throw new Error('a report was refused');
    expect([again.folio, again.duplicate]).toEqual([first.folio, true]);
    expect(other.folio).not.toBe(first.folio);

    const shown = await quejas.show(first.folio, lucia);
    const beside = await quejas.show(other.folio, lucia);
    if (shown?.view !== 'full' || beside?.view !== 'full') throw new Error('a report is not shown');
    expect(shown.subscriber).toBeNull();
    await end();
  });

  it('names no subscriber, by a pseudonym alone neither: their key is not for what a stranger said', async () => {
    const { quejas, end } = await story('2026-11-20 10:00');
    const call = {
      kind: 'fault',
      channel: 'phone',
      description: cable,
      subscriber: { ref: 's-ana' },
    } as const;
    const ofNobody = await quejas.file({ commandId: 'call-1', ...call, report: 'anonymous' }, lucia);
    expect(ofNobody).toMatchObject({ ok: false, code: 'report-names-another' });
    const reporter = { ref: 's-vecino' };
    const ofANeighbour = await quejas.file(
      { commandId: 'call-2', ...call, report: 'third-party', reporter },
      lucia,
    );
    expect(ofANeighbour).toMatchObject({ ok: false, code: 'report-names-another' });
    expect(await quejas.queue('all', lucia)).toMatchObject({ total: 0 });
    await end();
  });

  it('a request without a subscriber that is no report is refused', async () => {
    const { quejas, end } = await story('2026-11-20 10:00');
    const filed = await quejas.file(
      { commandId: 'call-1', kind: 'fault', channel: 'phone', description: cable },
      lucia,
    );
    expect(filed).toMatchObject({
      ok: false,
      code: 'input-invalid',
      details: { faults: [{ path: 'subscriber', code: 'missing' }] },
    });
    await end();
  });
});

describe('A neighbour reports a fault in the street that is not theirs', () => {
  it('they have its folio, find it by their phone, and are told what was found', async () => {
    const { quejas, at, files, end } = await story('2026-11-20 10:00');
    const neighbour = asUser('s-vecino', { verified: true });
    const report = await files(lucia, {
      report: 'third-party',
      reporter: { ref: 's-vecino', name: 'Luis Peña', phone: '+52 229 555 0177' },
      description: cable,
    });
    expect(await report.refused(lucia, 'concludeReport', { outcome: 'unfounded', found: 'Nada.' })).toBe(
      'folio-not-told',
    );
    await report.by(lucia, 'communicateFolio', { channel: 'phone' });
    expect(await quejas.find({ phone: '+52 229 555 0177' }, lucia)).toMatchObject({
      items: [{ folio: report.folio }],
    });

    at('2026-11-21 10:00');
    await report.by(lucia, 'concludeReport', {
      outcome: 'passed-on',
      found: 'El cable es de la compañía de luz; se le avisó.',
    });
    expect(await report.workOf()).toEqual({ 'customer-service': ['tell-user'] });
    await report.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
    const letter = await report.letter('further', neighbour);
    expect(letter).toContain('Luis Peña');
    expect(letter).toContain('El cable es de la compañía de luz; se le avisó.');
    expect(await report.workOf()).toEqual({});

    expect((await report.shownTo(neighbour)).history.map(({ type }) => type)).toContain('ReportConcluded');
    expect(await quejas.show(report.folio, ana)).toMatchObject({ view: 'brief' });
    await end();
  });

  it('no deadline towards a user runs for it, and every letter of it can be written', async () => {
    const { quejas, at, files, end } = await story('2026-11-20 10:00');
    const report = await files(clock, {
      report: 'third-party',
      reporter: { ref: 's-vecino' },
      description: cable,
    });
    await report.by(lucia, 'communicateFolio', { channel: 'phone' });
    at('2026-12-20 10:00');
    expect(await quejas.clocks(report.folio, lucia)).toMatchObject({ clocks: [] });
    expect(await report.letter('folio', lucia)).toContain(report.folio);
    await end();
  });
});
