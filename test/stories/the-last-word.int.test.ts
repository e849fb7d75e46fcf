import { describe, expect, it } from '@jest/globals';
import { cast, story, type Case, type Story } from '../support/story.js';

const { ana, lucia, marcos, nora, clock } = cast;

/** A fault that was none, ruled on, and told to Ana by e-mail. */
const told = async ({ files }: Story): Promise<Case> => {
  const fault = await files(lucia);
  await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
  await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
  await fault.by(marcos, 'verifyCause', { causes: ['no-fault'], faultFound: false, attribution: 'none' });
  await fault.by(marcos, 'reportRepair', { outcome: 'no-repair-needed' });
  await fault.by(nora, 'rule', { outcome: 'dismissed', basis: 'clause-10', reasons: 'No hubo falla.' });
  await fault.by(lucia, 'notifyUser', { channel: 'email' });
  return fault;
};

describe('A user whom the final word does not reach', () => {
  it('is tried on three days; then the case closes as not reached, and the user may have it reopened', async () => {
    const telling = await story('2026-11-20 10:00');
    const fault = await told(telling);
    const comesBack = async (): Promise<void> => {
      const { history } = await fault.shownTo(lucia);
      const notice = history.findLast(({ type }) => type === 'UserNotified')?.revision ?? 0;
      const failed = { notice, channel: 'email', reason: 'bounced' } as const;
      await fault.by(lucia, 'recordDeliveryFailure', failed);
    };
    await comesBack();
    for (const day of ['2026-11-21 12:00', '2026-11-22 12:00']) {
      expect(await fault.refused(lucia, 'close')).toBe('final-word-not-arrived');
      expect((await fault.workOf())['customer-service']).toContain('send-again');
      telling.at(day);
      await fault.by(lucia, 'notifyUser', { channel: 'email' });
      await comesBack();
    }
    await fault.by(lucia, 'close');
    const { history } = await fault.shownTo(lucia);
    expect(history.find(({ type }) => type === 'Closed')?.data).toEqual({ reason: 'not-reached' });
    await fault.by(ana, 'reopen', { reason: 'not-satisfied' });
    expect(await fault.ending()).toBe('open');
    await telling.end();
  });
});

describe('A request that ends without a final word', () => {
  it('by the user’s withdrawal, by lapsing or as a duplicate, is still told: customer service has that duty', async () => {
    const { at, files, end } = await story('2026-11-20 10:00');
    const [withdrawn, lapsed, duplicate, goesOn] = [
      await files(lucia),
      await files(lucia, { contract: 'c-2' }),
      await files(lucia, { contract: 'c-3' }),
      await files(lucia, { contract: 'c-4' }),
    ];
    await withdrawn.by(ana, 'withdraw', { reason: 'solved-by-itself' });
    await duplicate.by(lucia, 'markDuplicate', { of: goesOn.folio });
    await lapsed.by(lucia, 'communicateFolio', { channel: 'phone' });
    await lapsed.by(lucia, 'requestInformation', { question: '¿Qué luz tiene encendida?' });
    expect(await lapsed.refused(clock, 'lapse', { reason: 'no-answer' })).toBe('lapse-term-running');
    at('2027-03-01 10:00');
    await lapsed.by(clock, 'lapse', { reason: 'no-answer' });
    for (const each of [withdrawn, lapsed, duplicate]) {
      expect((await each.workOf())['customer-service']).toEqual(['tell-user']);
      await each.by(lucia, 'giveFurtherNotice', { channel: 'phone' });
      expect(await each.workOf()).toEqual({});
    }
    await end();
  });

  it('of one whose folio was never told does not close', async () => {
    const { files, end } = await story('2026-11-20 10:00');
    const question = await files(lucia, { kind: 'inquiry', subject: 'contract' });
    await question.by(lucia, 'provideAnswer', {
      outcome: 'answered',
      answer: 'Vence en enero.',
      channel: 'phone',
    });
    expect(await question.refused(lucia, 'close')).toBe('folio-not-told');
    await end();
  });
});
