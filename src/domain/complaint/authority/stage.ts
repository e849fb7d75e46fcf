import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { Reopening } from '../ending/messages.js';
import { afterTheClock, firstOf } from '../guards.js';
import { ofTheHouse, told } from '../disclosure/disclosed.js';
import { others, othersAndAnyAuthority } from '../asked-relations.js';
import { withoutRightsOverData } from '../parties/representatives.js';
import { theProceeding, theReceipt } from '../rests-on.js';
import { onRecord } from '../on-record.js';
import { defineStage } from '../stage.js';
import { nowUntold } from '../untold.js';
import { notTheUsersWord } from '../users-word.js';
import { theOne, theOpenOne } from './named-file.js';
import { notTheirOffice } from './office.js';
import type { AuthorityCommands, AuthorityEvents } from './messages.js';
import { proceedingOf } from './proceedings.js';
import { onceResolved, openedAgain, resolutionKept, withProceeding } from './resolved.js';
import { authorityRefusals } from './refusals.js';

export const authority = defineStage<AuthorityEvents, AuthorityCommands, Reopening>()({
  events: {
    AuthorityProceedingOpened: {},
    AuthorityRequirementReceived: { requirement: 'subscriber' },
    AuthorityRequirementAnswered: { answer: 'subscriber' },
    AuthorityHearingSet: {},
    AuthorityHearingHeld: {},
    AuthorityResolved: { agreement: 'subscriber' },
    ResolutionCarriedOut: { done: 'subscriber' },
    LegalHoldPlaced: {},
    LegalHoldLifted: {},
    ArcoRequested: { request: 'subscriber' },
    ArcoAnswered: { answer: 'subscriber' },
  },
  disclosed: {
    AuthorityProceedingOpened: told,
    AuthorityRequirementReceived: { to: 'parties', words: { requirement: 'house' } },
    AuthorityRequirementAnswered: { to: 'parties', words: { answer: 'house' } },
    AuthorityHearingSet: told,
    AuthorityHearingHeld: told,
    AuthorityResolved: { to: 'parties', words: { agreement: 'user' } },
    ResolutionCarriedOut: { to: 'parties', words: { done: 'user' } },
    LegalHoldPlaced: ofTheHouse,
    LegalHoldLifted: ofTheHouse,
    ArcoRequested: { to: 'parties', words: { request: 'user' } },
    ArcoAnswered: { to: 'parties', words: { answer: 'user' } },
  },
  restsOn: {
    AuthorityProceedingOpened: theReceipt,
    AuthorityRequirementReceived: theProceeding,
    AuthorityRequirementAnswered: ['AuthorityRequirementReceived'],
    AuthorityHearingSet: theProceeding,
    AuthorityHearingHeld: theProceeding,
    AuthorityResolved: theProceeding,
    ResolutionCarriedOut: ['AuthorityResolved'],
    LegalHoldPlaced: theReceipt,
    LegalHoldLifted: ['LegalHoldPlaced'],
    ArcoRequested: theReceipt,
    ArcoAnswered: ['ArcoRequested'],
  },
  commands: {
    openAuthorityProceeding: ['legal', 'authority'],
    receiveAuthorityRequirement: ['legal', 'authority'],
    answerAuthorityRequirement: ['legal'],
    setAuthorityHearing: ['legal', 'authority'],
    recordAuthorityHearing: ['legal', 'authority'],
    resolveAuthorityProceeding: ['legal', 'authority'],
    carryOutResolution: ['legal', 'customer-service'],
    placeLegalHold: ['legal'],
    liftLegalHold: ['legal'],
    requestArco: ['user', 'customer-service'],
    answerArco: ['legal', 'privacy-officer'],
  },
  relations: {
    openAuthorityProceeding: othersAndAnyAuthority,
    receiveAuthorityRequirement: others,
    answerAuthorityRequirement: others,
    setAuthorityHearing: others,
    recordAuthorityHearing: others,
    resolveAuthorityProceeding: others,
    carryOutResolution: others,
    placeLegalHold: others,
    liftLegalHold: others,
    requestArco: others,
    answerArco: others,
  },
  decide: {
    openAuthorityProceeding: (data, { proceedings }, context) =>
      notTheirOffice(data.authority, context) ??
      (proceedingOf(proceedings, data) === undefined
        ? accept({ type: 'AuthorityProceedingOpened', data })
        : reject('proceeding-known', { reference: data.reference })),

    receiveAuthorityRequirement: ({ requirement, ...data }, complaint, context) => {
      const found = theOpenOne(complaint, data, context);
      if (!found.ok) return found;
      const { file, known } = found;
      return accept({
        type: 'AuthorityRequirementReceived',
        data: { ...data, ...file, requirement: known.required + 1 },
        personal: { [complaint.filing.subscriber]: { requirement } },
      });
    },

    answerAuthorityRequirement: ({ answer, ...data }, complaint, context) => {
      const { reference, requirement, answeredAt } = data;
      const found = theOpenOne(complaint, data, context);
      if (!found.ok) return found;
      const { file, known } = found;
      const refusal = afterTheClock(answeredAt, context);
      if (refusal !== null) return refusal;
      return known.requirements.some(({ number }) => number === requirement)
        ? accept({
            type: 'AuthorityRequirementAnswered',
            data: { ...data, ...file },
            personal: { [complaint.filing.subscriber]: { answer } },
          })
        : reject('no-such-requirement', { reference, requirement });
    },

    /** Fixed first, or moved to another time: both are facts of their own. */
    setAuthorityHearing: ({ hearingAt, ...asked }, complaint, context) => {
      const found = theOpenOne(complaint, asked, context);
      if (!found.ok) return found;
      const { file, known } = found;
      return known.hearingAt === hearingAt
        ? reject('no-new-fact', { folio: complaint.folio })
        : accept({
            type: 'AuthorityHearingSet',
            data: { ...file, hearingAt, from: known.hearingAt ?? undefined },
          });
    },

    recordAuthorityHearing: (data, complaint, context) => {
      const found = theOpenOne(complaint, data, context);
      if (!found.ok) return found;
      const { file, known } = found;
      const refusal = afterTheClock(data.heldAt, context);
      if (refusal !== null) return refusal;
      return known.hearingAt === null
        ? reject('no-hearing', { reference: data.reference })
        : accept({ type: 'AuthorityHearingHeld', data: { ...data, ...file } });
    },

    /** What it resolves for the user, or what was agreed before it, opens an ended complaint again (I-17). */
    resolveAuthorityProceeding: ({ agreement, ...data }, complaint, context) => {
      const found = theOpenOne(complaint, data, context);
      if (!found.ok) return found;
      return accept(
        {
          type: 'AuthorityResolved',
          data: { ...data, ...found.file },
          personal: { [complaint.filing.subscriber]: { agreement } },
        },
        ...openedAgain(data.outcome, complaint),
      );
    },

    carryOutResolution: ({ done, ...data }, complaint, context) => {
      const found = theOne(complaint, data, context);
      if (!found.ok) return found;
      const { file, known } = found;
      if (known.stands !== 'to-carry-out')
        return reject('nothing-to-carry-out', { reference: data.reference });
      return (
        afterTheClock(data.carriedOutAt, context) ??
        accept({
          type: 'ResolutionCarriedOut',
          data: { ...data, ...file },
          personal: { [complaint.filing.subscriber]: { done } },
        })
      );
    },

    placeLegalHold: (data, { legalHolds, folio }) =>
      legalHolds.includes(data.hold)
        ? reject('no-new-fact', { folio })
        : accept({ type: 'LegalHoldPlaced', data }),

    liftLegalHold: (data, { legalHolds }) =>
      legalHolds.includes(data.hold)
        ? accept({ type: 'LegalHoldLifted', data })
        : reject('no-such-hold', { hold: data.hold }),

    requestArco: ({ request, ...data }, complaint, context) =>
      firstOf(notTheUsersWord(data, complaint, context), withoutRightsOverData(data, complaint, context)) ??
      accept({
        type: 'ArcoRequested',
        data: { ...data, request: complaint.arco.made + 1 },
        personal: { [complaint.filing.subscriber]: { request } },
      }),

    /** Granted, refused with the reason, or sent back for what is lacking: the user then asks anew, with a new term. */
    answerArco: ({ answer, request: named, ...data }, { arco, filing, folio }, context) => {
      // Of several one is named: the same again would answer another one.
      const request = named ?? (arco.made === 1 ? 1 : undefined);
      if (request === undefined || !arco.open.includes(request))
        return reject('no-arco-to-answer', { folio, open: arco.open });
      const refusal = afterTheClock(data.answeredAt, context);
      if (refusal !== null) return refusal;
      return data.outcome !== 'granted' && isBlank(answer ?? '')
        ? reject('arco-reasons-missing', { folio })
        : accept({
            type: 'ArcoAnswered',
            data: { request, ...data },
            personal: { [filing.subscriber]: { answer } },
          });
    },
  },
  evolve: {
    AuthorityProceedingOpened: {
      card: ({ hearingAt = null, ...file }, card) =>
        withProceeding(card, file, () => ({ stands: 'open', hearingAt })),
    },
    AuthorityRequirementReceived: {
      card: ({ requirement: number, dueAt, ...file }, card) =>
        withProceeding(card, file, ({ requirements }) => ({
          requirements: [...requirements, { number, dueAt }],
          required: number,
        })),
    },
    AuthorityRequirementAnswered: {
      card: ({ requirement, ...file }, card) =>
        withProceeding(card, file, ({ requirements }) => ({
          requirements: requirements.filter(({ number }) => number !== requirement),
        })),
    },
    AuthorityHearingSet: {
      card: ({ hearingAt, ...file }, card) => withProceeding(card, file, () => ({ hearingAt })),
    },
    AuthorityHearingHeld: {
      card: (file, card) => withProceeding(card, file, () => ({ hearingAt: null })),
    },
    AuthorityResolved: {
      card: onceResolved,
      details: (resolved, state, recorded) =>
        resolutionKept(resolved, { ...onRecord(recorded), resolvedAt: recorded.occurredAt }, state),
    },
    ResolutionCarriedOut: {
      card: (file, card) => {
        const changes = withProceeding(card, file, () => ({ stands: 'resolved', carriedOut: true }));
        return { ...changes, facets: { ...changes.facets, ...nowUntold(card.facets, 'resolution') } };
      },
    },
    LegalHoldPlaced: {
      beforeWork: true,
      details: ({ hold }, { legalHolds }) => ({ legalHolds: [...legalHolds, hold] }),
    },
    LegalHoldLifted: {
      beforeWork: true,
      details: ({ hold }, { legalHolds }) => ({ legalHolds: legalHolds.filter((placed) => placed !== hold) }),
    },
    ArcoRequested: {
      beforeWork: true,
      card: ({ request }, { arco }) => {
        const number = request ?? arco.made + 1;
        return { arco: { made: Math.max(arco.made, number), open: [...arco.open, number] } };
      },
    },
    ArcoAnswered: {
      beforeWork: true,
      card: ({ request }, { arco, facets }) => ({
        arco: { ...arco, open: arco.open.filter((number) => number !== request) },
        facets: nowUntold(facets, 'arco'),
      }),
    },
  },
  refusals: authorityRefusals,
});
