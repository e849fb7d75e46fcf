import { describe, expect, it } from '@jest/globals';
import {
  asBilling,
  asCompetentArea,
  asCustomerService,
  asRulingOfficer,
  asTechnicalLead,
  conectared,
} from '../../src/index.js';
import { cast, story, type Case, type Story } from '../support/story.js';

/** Juan does everything himself. */
const juan = {
  desk: asCustomerService('juan'),
  lead: asTechnicalLead('juan'),
  officer: asRulingOfficer('juan'),
  billing: asBilling('juan'),
  area: asCompetentArea('juan'),
};

const mendedByJuan = async ({ at, on, files }: Story): Promise<Case> => {
  const fault = await files(juan.desk, { price: { amount: 39_900, currency: 'MXN' }, periodDays: 30 });
  await fault.by(juan.desk, 'communicateFolio', { channel: 'phone' });
  await fault.by(juan.desk, 'assignTechnician', { technician: 'juan' });
  at('2026-11-21 10:00');
  await fault.by(juan.lead, 'verifyCause', {
    causes: ['cut-fibre'],
    faultFound: true,
    attribution: 'provider',
  });
  await fault.by(juan.lead, 'repair', { action: 'spliced', restoredAt: on('2026-11-21 10:00') });
  await fault.by(juan.lead, 'reportRepair', { outcome: 'repaired' });
  await fault.by(cast.ana, 'confirmRestoration', { by: 'user' });
  return fault;
};

const upheld = { outcome: 'upheld', basis: 'clause-10', reasons: 'La fibra es mía.' } as const;

const ofOnePerson = {
  ...conectared,
  policy: { ...conectared.policy, separationOfDuties: 'recorded' as const },
};

describe('A provider of one person', () => {
  it('whose profile records the exception finishes a fault, and record and constancia say that one person did both', async () => {
    const telling = await story('2026-11-20 10:00', { provider: ofOnePerson });
    const fault = await mendedByJuan(telling);
    await fault.by(juan.officer, 'rule', upheld);
    await fault.by(juan.billing, 'assessCompensation');
    await fault.by(juan.area, 'grantCompensation', {
      proportionalRefund: { amount: 1330, currency: 'MXN' },
      bonus: { amount: 266, currency: 'MXN' },
      reason: 'attributable-to-provider',
    });
    await fault.by(juan.desk, 'notifyUser', { channel: 'phone' });
    await fault.by(juan.desk, 'close');
    await fault.by(juan.billing, 'creditCompensation');
    expect([await fault.ending(), await fault.workOf()]).toEqual(['closed', {}]);
    const { history } = await fault.shownTo(juan.desk);
    expect(history.find(({ type }) => type === 'Ruled')?.data).toMatchObject({
      exception: 'separation-of-duties',
    });
    expect(await fault.letter('certificate', cast.ana)).toContain(
      'decidió quien ya había intervenido, conforme a las reglas del proveedor',
    );
    await telling.end();
  });

  it('whose one officer rules the appeal too has the constancia say that, and of no repair that the officer did not make', async () => {
    const telling = await story('2026-11-20 10:00', { provider: ofOnePerson });
    const { ana, lucia, marcos, nora } = cast;
    const fault = await telling.files(lucia);
    await fault.by(lucia, 'assignTechnician', { technician: 'rt-marcos' });
    await fault.by(marcos, 'verifyCause', { causes: ['no-fault'], faultFound: false, attribution: 'none' });
    await fault.by(marcos, 'reportRepair', { outcome: 'no-repair-needed' });
    const dismissed = { outcome: 'dismissed', basis: 'clause-10', nextInstance: 'PROFECO' } as const;
    await fault.by(nora, 'rule', { ...dismissed, reasons: 'El servicio mide bien.' });
    await fault.by(lucia, 'notifyUser', {});
    expect(await fault.letter('certificate', ana)).not.toContain('intervino');
    await fault.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'supervision' });
    await fault.by(nora, 'rule', { ...dismissed, reasons: 'Se midió otra vez.' });
    const constancia = await fault.letter('certificate', ana);
    expect(constancia.split('decidió quien ya había intervenido')).toHaveLength(2);
    expect(constancia).not.toContain('en la reparación');
    await telling.end();
  });

  it('whose profile enforces the separation is refused, with a code that says why', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await mendedByJuan(telling);
    expect(await fault.refused(juan.officer, 'rule', upheld)).toBe('separation-of-duties');
    await telling.end();
  });
});
