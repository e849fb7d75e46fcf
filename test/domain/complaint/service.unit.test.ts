import { describe, it } from '@jest/globals';
import {
  cureSuspension,
  filed,
  folio,
  given,
  happened,
  hours,
  people,
  reconnect,
} from '../../../src/testing/index.js';

const cured = { event: happened('SuspensionCured', { curedAt: hours(1) }), by: people.customerService };

describe('A suspended service is connected again once its cause is cured (C-20)', () => {
  it('the cure is recorded, once', () => {
    given(filed())
      .when(cureSuspension(), people.customerService)
      .emits(happened('SuspensionCured', { curedAt: hours(1) }))
      .state(({ suspensionCuredAt }) => suspensionCuredAt === hours(1))
      .when(cureSuspension({ curedAt: hours(3) }), people.customerService)
      .isRejected('no-new-fact', { folio });
  });

  it('then the reconnection, which may be followed by another suspension', () => {
    given(filed(), cured)
      .when(reconnect({ physical: true }), people.technicalLead)
      .emits(happened('Reconnected', { reconnectedAt: hours(2), physical: true }))
      .when(cureSuspension({ curedAt: hours(3) }), people.customerService)
      .emitsOnly('SuspensionCured');
  });

  it('not before the cure', () => {
    given(filed()).when(reconnect(), people.technicalLead).isRejected('suspension-not-cured', { folio });
    given(filed(), cured)
      .when(reconnect({ reconnectedAt: hours(0) }), people.technicalLead)
      .isRejected('reconnected-before-cure', { reconnectedAt: hours(0), curedAt: hours(1) });
    given(filed(), cured)
      .when(reconnect({ reconnectedAt: hours(1) }), people.technicalLead)
      .emitsOnly('Reconnected');
  });

  it('neither the cure nor the connection lies ahead', () => {
    given(filed())
      .when(cureSuspension({ curedAt: hours(25) }), people.customerService)
      .isRejected('occurred-in-future');
    given(filed(), cured)
      .when(reconnect({ reconnectedAt: hours(25) }), people.technicalLead)
      .isRejected('occurred-in-future');
  });
});
