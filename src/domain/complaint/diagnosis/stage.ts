import { accept, reject } from '../../kernel/decision.js';
import { causeFound } from './cause-found.js';
import {
  afterTheClock,
  afterTheFinalWord,
  alreadyRuled,
  firstOf,
  restoredBeforeAffected,
} from '../guards.js';
import { withoutLeast } from '../compensation/parts.js';
import { unnamedCauses } from '../named-words.js';
import { onRecord } from '../on-record.js';
import { asks, inCharge, ofNoOtherArea } from '../asked-relations.js';
import { defineStage } from '../stage.js';
import { causeAsText, notInCharge } from './in-charge.js';
import type { DiagnosisCommands, DiagnosisEvents } from './messages.js';

export const diagnosis = defineStage<DiagnosisEvents, DiagnosisCommands>()({
  events: {
    CauseVerified: { explanation: 'subscriber', forUser: 'subscriber' },
  },
  disclosed: {
    CauseVerified: { to: 'parties', words: { explanation: 'house', forUser: 'user' } },
  },
  restsOn: {
    CauseVerified: ['TechnicianAssigned', 'Reopened'],
  },
  commands: {
    verifyCause: ['technical-lead', 'competent-area'],
  },
  relations: {
    verifyCause: asks(inCharge, ofNoOtherArea),
  },
  decide: {
    /** A second verification corrects the first, until there is a ruling on it. */
    verifyCause: ({ explanation, forUser, ...found }, complaint, context) => {
      const { cause, facets, filing, folio } = complaint;
      const refusal = firstOf(
        notInCharge(complaint, context),
        facets.rulingAgain ? null : afterTheFinalWord(complaint),
        alreadyRuled(complaint),
        afterTheClock(found.affectedFrom, context),
        restoredBeforeAffected(complaint.repair?.restoredAt, found.affectedFrom),
        unnamedCauses(found.causes, context),
      );
      if (refusal !== null) return refusal;
      if (found.causes.length === 0) return reject('cause-missing', { folio });
      if (facets.repair === 'done' && !found.faultFound) return reject('already-repaired', { folio });
      if (cause !== null && causeAsText(cause) === causeAsText(found))
        return reject('no-new-fact', { folio });
      return accept({
        type: 'CauseVerified',
        data: found,
        personal: { [filing.subscriber]: { explanation, forUser } },
      });
    },
  },
  evolve: {
    /** What was reported or assessed before rested on another cause, or on none: it is done again. */
    CauseVerified: {
      card: (cause, card) => {
        const { facets, ...changes } = causeFound(cause, card);
        return { ...changes, facets: { ...facets, handedOff: false } };
      },
      details: (cause, state, recorded) => ({
        cause: { ...cause, ...onRecord(recorded) },
        assessed: null,
        ...withoutLeast(state),
      }),
    },
  },
  refusals: {},
});
