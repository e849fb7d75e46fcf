import { accept, reject } from '../../kernel/decision.js';
import type { Recorded } from '../../kernel/message.js';
import type { Evolvers } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { deliveredBefore, isFinal, settledBy, unknownNotice } from '../notice/deliveries.js';
import type { ComplaintState, Delivery, FiledComplaint } from '../state.js';
import { proven, unprovenAgain } from '../unproven.js';
import type { Corrections } from './decisions.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { reopened, sealedFor, unexplained } from './told-anew.js';

type Asked = CorrectionCommands['correctDelivery'];

/** What arrived truly, when and how; nothing of these where no letter did. */
const truly = ({ delivered, notice, channel, deliveredAt }: Asked, known: Delivery, folio: string) => {
  if (delivered)
    return {
      ok: true,
      as: {
        notice: notice ?? known.notice,
        channel: channel ?? known.channel,
        deliveredAt: deliveredAt ?? known.deliveredAt,
      },
    } as const;
  return notice === undefined && channel === undefined && deliveredAt === undefined
    ? ({ ok: true, as: { notice: known.notice } } as const)
    : reject('never-delivered', { folio });
};

const isKnown = (
  now: Partial<Pick<Delivery, 'notice' | 'channel' | 'deliveredAt'>>,
  { notice, channel, deliveredAt }: Delivery,
): boolean => now.notice === notice && now.channel === channel && now.deliveredAt === deliveredAt;

/** Another notice is proven by it than was recorded. */
const ofAnotherNotice = (notice: number, known: Delivery, complaint: FiledComplaint) =>
  notice === known.notice
    ? null
    : firstOf(unknownNotice(notice, complaint), deliveredBefore(notice, complaint));

/** How the final word stands again, where this proof had it delivered and does no longer. */
const finalAgain = (
  { delivered, notice }: { readonly delivered: boolean; readonly notice: number },
  known: Delivery,
  complaint: FiledComplaint,
) => {
  const stays = delivered && notice === known.notice;
  return !stays && isFinal(known.notice, complaint) ? known.finalBefore?.stood : undefined;
};

/** What follows from it. */
export const correctDeliveries: Pick<Corrections, 'correctDelivery'> = {
  /** What the user was thought to know by it is unproven; where the final word had failed before, the end is asked for again. */
  correctDelivery: (command, complaint, context) => {
    const { reason, explanation, delivered, delivery } = command;
    const { deliveries, folio } = complaint;
    const known = deliveries.find((each) => each.delivery === delivery);
    if (known === undefined)
      return reject('no-such-delivery', {
        folio,
        delivery,
        known: deliveries.map((each) => each.delivery),
      });
    const now = truly(command, known, folio);
    if (!now.ok) return now;
    const { notice } = now.as;
    const refusal = firstOf(
      unexplained(command, complaint),
      ofAnotherNotice(notice, known, complaint),
      afterTheClock(command.deliveredAt, context),
    );
    if (refusal !== null) return refusal;
    if (isKnown(now.as, known)) return reject('no-new-fact', { folio });
    const again = finalAgain({ delivered, notice }, known, complaint);
    return accept(
      {
        type: 'DeliveryCorrected',
        data: {
          corrects: known.revision,
          reason,
          from: known.notice,
          delivered,
          ...now.as,
          final: isFinal(notice, complaint),
          finalAgain: again,
        },
        occurredAt: known.occurredAt,
        personal: sealedFor(complaint, { explanation }),
      },
      ...(again === 'failed' ? reopened(complaint, context) : []),
    );
  },
};

/** What the proof settled is unsettled, unless another proof of the same notice stands. */
const unsettled = ({ notice, told, finalBefore }: Delivery, state: ComplaintState) => {
  const other = state.deliveries.find((each) => each.notice === notice);
  return {
    ...(finalBefore !== undefined && isFinal(notice, state) && { unreached: finalBefore.unreached }),
    ...(told !== undefined && other === undefined && { unproven: unprovenAgain(notice, told, state) }),
    ...(told !== undefined &&
      other !== undefined && {
        deliveries: state.deliveries.map((each) => (each === other ? { ...each, told } : each)),
      }),
  };
};

/** The same proof, of the notice that arrived truly, with what it settles there. */
const asKnownNow = (
  { delivered, notice, channel, deliveredAt, final }: CorrectionEvents['DeliveryCorrected'],
  known: Delivery,
  state: ComplaintState,
  { revision }: Pick<Recorded, 'revision'>,
): Partial<ComplaintState> => {
  const { told: _told, finalBefore: _before, ...proof } = known;
  const now = {
    ...proof,
    revision,
    notice,
    channel: channel ?? known.channel,
    deliveredAt: deliveredAt ?? known.deliveredAt,
  };
  return delivered
    ? {
        ...(final && { unreached: [] }),
        ...proven(notice, state),
        deliveries: [...state.deliveries, { ...now, ...settledBy(notice, state) }],
      }
    : {};
};

const onceCorrected = (
  corrected: CorrectionEvents['DeliveryCorrected'],
  state: ComplaintState,
  recorded: Pick<Recorded, 'revision'>,
) => {
  const known = state.deliveries.find((each) => each.revision === corrected.corrects);
  if (known === undefined) return {};
  const without = { ...state, deliveries: state.deliveries.filter((each) => each !== known) };
  if (corrected.delivered && corrected.notice === known.notice) {
    const { channel = known.channel, deliveredAt = known.deliveredAt } = corrected;
    const now = { ...known, channel, deliveredAt, revision: recorded.revision };
    return { deliveries: [...without.deliveries, now] };
  }
  const changes = { deliveries: without.deliveries, ...unsettled(known, without) };
  return { ...changes, ...asKnownNow(corrected, known, { ...without, ...changes }, recorded) };
};

/** How the state changes by it. */
export const evolveDeliveries: Pick<Evolvers<CorrectionEvents>, 'DeliveryCorrected'> = {
  DeliveryCorrected: {
    beforeWork: true,
    card: ({ delivered, final, finalAgain: again }) => {
      if (delivered && final) return { facets: { final: 'delivered' } };
      return again === undefined ? {} : { facets: { final: again } };
    },
    details: onceCorrected,
  },
};
