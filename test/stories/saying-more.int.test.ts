import { describe, expect, it } from '@jest/globals';
import { cast, story } from '../support/story.js';

const { ana, lucia, marcos, beto } = cast;

describe('What the user says on their own account', () => {
  it('further words are taken down though nothing was asked', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(ana, 'recordStatement', {
      kind: 'further-words',
      channel: 'web',
      statement: 'También se apaga el módem.',
    });
    expect(JSON.stringify(await fault.shownTo(ana))).toContain('También se apaga el módem.');
    await end();
  });

  it('a second report by another channel stays on the same case, under the same folio', async () => {
    const { quejas, files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'recordStatement', {
      kind: 'second-report',
      channel: 'messaging',
      statement: 'Sigo sin internet.',
      externalReferences: [{ system: 'mail', id: '<CA-77@mail.example.mx>' }],
      saidBy: { party: 's-ana', channel: 'messaging' },
    });
    const { events } = await quejas.events({ folio: fault.folio, limit: 100, types: ['StatementReceived'] });
    expect(events.map(({ data }) => data)).toMatchObject([{ kind: 'second-report', channel: 'messaging' }]);
    expect(await quejas.requestsOf('s-ana', lucia)).toMatchObject({ total: 1 });
    const byMail = await quejas.find({ external: '<ca-77@mail.example.mx>' }, lucia);
    expect(byMail).toMatchObject({ items: [{ folio: fault.folio }], total: 1 });
    await end();
  });
});

describe('A cancellation', () => {
  it('that is not possible is told as that, with why', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
    await leaving.by(lucia, 'provideAnswer', {
      channel: 'phone',
      outcome: 'not-possible',
      answer: 'El contrato está a nombre de otra persona.',
    });
    expect(JSON.stringify(await leaving.shownTo(ana))).toContain(
      'El contrato está a nombre de otra persona.',
    );
    await leaving.by(lucia, 'close');
    const { history } = await leaving.shownTo(lucia);
    expect(history.find(({ type }) => type === 'Closed')?.data).not.toMatchObject({ reason: 'answered' });
    await end();
  });

  it('that is executed tells its date and what is left to pay', async () => {
    const { on, files, end } = await story('2026-11-20 10:00');
    const leaving = await files(lucia, { kind: 'cancellation' });
    await leaving.by(lucia, 'communicateFolio', { channel: 'phone' });
    await leaving.by(beto, 'executeCancellation', {
      channel: 'phone',
      effectiveAt: on('2026-11-30 00:00'),
      balance: { amount: 10_000, currency: 'MXN' },
    });
    const { history } = await leaving.shownTo(ana);
    expect(history.find(({ type }) => type === 'CancellationExecuted')?.data).toMatchObject({
      effectiveAt: on('2026-11-30 00:00'),
      balance: { amount: 10_000, currency: 'MXN' },
    });
    await leaving.by(lucia, 'close');
    await end();
  });
});

describe('A fault that Ana says is not mended', () => {
  it('goes back to the technical lead, and the notice waits', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const fault = await files(lucia);
    await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
    await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
    await fault.by(marcos, 'verifyCause', {
      causes: ['cut-fibre'],
      faultFound: true,
      attribution: 'provider',
    });
    await fault.by(marcos, 'repair', { action: 'spliced' });
    await fault.by(marcos, 'reportRepair', { outcome: 'repaired' });
    await fault.by(ana, 'disputeRestoration', { explanation: 'Sigue lento.' });
    expect((await fault.workOf())['technical-lead']).toEqual(['repair']);
    expect(await fault.refused(lucia, 'notifyUser', { channel: 'phone' })).toBe('not-ruled');
    await end();
  });
});
