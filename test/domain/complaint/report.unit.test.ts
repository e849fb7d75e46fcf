import { describe, expect, it } from '@jest/globals';
import { audienceOf } from '../../../src/domain/complaint/disclosure/audience.js';
import { dutiesOf } from '../../../src/domain/index.js';
import * as commands from '../../../src/testing/builders-commands.js';
import {
  asTechnicalLead,
  asUser,
  folio,
  given,
  happened,
  hours,
  people,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const of = { ref: 'report-1' };
const anonymous = commands.file({ report: 'anonymous', subscriber: of });
const neighbour = commands.file({ report: 'third-party', subscriber: of, reporter: { ref: 'rep-1' } });
const anonymously = () => given().when(anonymous, people.system);
const byNeighbour = () => given().when(neighbour, cs);

describe("A report that is no subscriber's request (O-36)", () => {
  it('gets its folio at once, and demands nothing personal', () => {
    anonymously()
      .emitsOnly('Filed', 'FolioAssigned')
      .state((state) => {
        expect(state.subscriber).toBeNull();
        expect(dutiesOf(state)['customer-service']).toEqual(['assign-technician', 'conclude-report']);
      });
  });

  it('names no subscriber, and a reporter only where that one is known', () => {
    for (const data of [
      { report: 'anonymous', subscriber: { ...of, name: 'Ana' } },
      { report: 'anonymous', subscriber: of, reporter: { ref: 'rep-1' } },
      { report: 'third-party', subscriber: of },
    ] as const)
      given().when(commands.file(data), cs).isRejected('report-names-another', { report: data.report });
  });

  it('is read by the reporter who is known, and by no one who says that they are its pseudonym (I-20)', () => {
    const viewer = (name: string) => asUser(name, { verified: true });
    byNeighbour().state((state) => {
      expect(audienceOf(viewer('rep-1'), state)).toBe('party');
      expect(audienceOf(viewer('report-1'), state)).toBe('nobody');
    });
  });

  it('asks no one and announces no visit where it is anonymous', () => {
    for (const command of [commands.requestInformation(), commands.notifyVisit()])
      anonymously().when(command, cs).isRejected('nobody-to-reach', { folio });
    byNeighbour().when(commands.requestInformation(), cs).emitsOnly('InformationRequested');
  });

  it('is not ruled on, answered, conciliated or compensated: that is for a subscriber', () => {
    const [area, officer, billing] = [people.competentArea, people.rulingOfficer, people.billing];
    const forASubscriber = [
      [commands.rule(), officer],
      [commands.recordConciliation(), area],
      [commands.notifyUser(), cs],
      [commands.provideAnswer(), cs],
      [commands.confirmRestoration({ by: 'measurement' }), cs],
      [commands.assessCompensation(), billing],
      [commands.grantCompensation({ reason: 'goodwill' }), area],
      [commands.markDuplicate(), cs],
      [commands.close(), cs],
    ] as const;
    for (const [command, by] of forASubscriber)
      for (const reported of [anonymously(), byNeighbour()])
        reported.when(command, by).isRejected('report-of-no-subscriber', { folio });
  });

  it('owes no compensation, whoever caused what was reported (I-16)', () => {
    anonymously()
      .when(commands.assignTechnician(), cs)
      .when(commands.verifyCause({ attribution: 'provider' }), asTechnicalLead('rt-3'))
      .state((state) => expect(dutiesOf(state).billing).toEqual([]))
      .when(commands.concludeReport(), cs)
      .emitsOnly('ReportConcluded', 'Closed');
  });

  it('is not concluded before the reporter who is known has the folio, and all that came of it (O-17)', () => {
    byNeighbour().when(commands.concludeReport(), cs).isRejected('folio-not-told', { folio });
    byNeighbour()
      .when(commands.communicateFolio({ communicatedAt: hours(24.01) }), cs)
      .when(commands.openAuthorityProceeding(), people.legal)
      .when(commands.resolveAuthorityProceeding({ outcome: 'agreement' }), people.legal)
      .when(commands.carryOutResolution({ carriedOutAt: hours(24.05) }), people.legal)
      .emitsOnly('ResolutionCarriedOut')
      .state((state) => expect(dutiesOf(state)['customer-service']).toContain('tell-user'))
      .when(commands.concludeReport(), cs)
      .isRejected('user-not-told', { folio });
  });

  it('leaves no one to tell of its end where it is anonymous, by whatever name it ends', () => {
    anonymously()
      .when(commands.refuse(), cs)
      .emitsOnly('NotAccepted')
      .state((state) => expect(Object.values(dutiesOf(state)).flat()).toEqual([]));
  });

  it('has its visit attended unannounced where there is no one to announce it to (I-14)', () => {
    anonymously()
      .when(commands.scheduleVisit(), cs)
      .state((state) => {
        expect(dutiesOf(state)['technical-lead']).toContain('attend-visit');
        expect(dutiesOf(state)['customer-service']).not.toContain('notify-visit');
      });
  });

  it('is concluded with what came of it, and the reporter who is known is told', () => {
    anonymously()
      .when(commands.concludeReport({ found: 'Era de otra empresa.', outcome: 'passed-on' }), cs)
      .emits(
        {
          ...happened('ReportConcluded', { outcome: 'passed-on' }),
          personal: { 'report-1': { found: 'Era de otra empresa.' } },
        },
        happened('Closed', { reason: 'report-concluded' }),
      )
      .state(({ facets }) => expect(facets.untold).toEqual([]));
    byNeighbour()
      .when(commands.communicateFolio({ communicatedAt: hours(24.01) }), cs)
      .when(commands.concludeReport(), cs)
      .emitsOnly('ReportConcluded', 'Closed')
      .state((state) => {
        expect(state.facets.untold).toEqual(['ending']);
        expect(dutiesOf(state)['customer-service']).toContain('tell-user');
      });
  });

  it('is not concluded with nothing said of what was found', () => {
    anonymously()
      .when(commands.concludeReport({ found: '  ' }), cs)
      .isRejected('finding-missing', { folio });
  });

  it("is not how a user's request ends", () => {
    given()
      .when(commands.file(), cs)
      .when(commands.concludeReport(), cs)
      .isRejected('not-a-report', { folio });
  });
});
