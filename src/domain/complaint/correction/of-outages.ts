import { accept, reject } from '../../kernel/decision.js';
import type { Evolvers } from '../evolver.js';
import { onRecord } from '../on-record.js';
import { isSameOutage } from '../same-outage.js';
import type { Corrections } from './decisions.js';
import type { CorrectionEvents } from './messages.js';
import { sealedFor, unexplained } from './told-anew.js';

/** What follows from it. */
export const correctOutages: Pick<Corrections, 'correctMassOutage'> = {
  /** It belongs to another outage, or to none. A cause or a restoration that came of the first one is corrected apart. */
  correctMassOutage: (command, complaint) => {
    const { reason, explanation, from, outage } = command;
    const { folio, outages } = complaint;
    const known = outages.find((each) => isSameOutage(each.outage, from));
    if (known === undefined)
      return reject('not-of-this-outage', {
        folio,
        outage: from,
        known: outages.map((each) => each.outage),
      });
    const refusal = unexplained(command, complaint);
    if (refusal !== null) return refusal;
    return isSameOutage(from, outage)
      ? reject('no-new-fact', { folio })
      : accept({
          type: 'MassOutageCorrected',
          data: {
            corrects: known.revision,
            reason,
            from: known.outage,
            ...(outage !== undefined && { outage }),
          },
          occurredAt: known.occurredAt,
          personal: sealedFor(complaint, { explanation }),
        });
  },
};

/** How the state changes by it. */
export const evolveOutages: Pick<Evolvers<CorrectionEvents>, 'MassOutageCorrected'> = {
  MassOutageCorrected: {
    details: ({ from, outage }, { outages }, recorded) => ({
      outages: [
        ...outages.filter((each) => each.outage !== from && !isSameOutage(each.outage, outage)),
        ...(outage === undefined ? [] : [{ outage, ...onRecord(recorded) }]),
      ],
    }),
  },
};
