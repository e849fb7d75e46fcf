import { initialCard, type CaseCard } from '../../../domain/complaint/card.js';
import { pendingLapse, type PendingLapse } from '../../../domain/complaint/ending/lapsing.js';
import { evolveCard, isComplaintEvent } from '../../../domain/complaint/evolve.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { LaterCommand, SubmitMeta } from '../../commands/complaint-commands.js';
import { recordedOf } from '../../commands/recorded.js';
import type { StoredEvent } from '../../ports/event-store.js';
import { isImport } from '../../schema/import-source.js';
import type { HouseActor } from '../../../domain/texts/labels/house-actors.js';
import { processCommandId } from '../command-id.js';

/** Names the process for ever: the ids of its commands are derived from it. */
export const deadlinesProcess = 'deadlines' satisfies HouseActor;

/** The events of a complaint of the provider: at least one. */
export type OwnEvents = readonly [StoredEvent, ...StoredEvent[]];

/** What a complaint is asked to record next, and under which id. */
export interface Asked {
  readonly name: string;
  readonly command: LaterCommand;
  readonly meta: Omit<SubmitMeta, 'expectedRevision'>;
}

/** What the events of a complaint say of it, without what is sealed. */
export const cardOf = (events: readonly StoredEvent[]): CaseCard =>
  events.reduce(
    (card, event) => (isComplaintEvent(event) ? evolveCard(card, event, recordedOf(event)) : card),
    initialCard,
  );

/**
 * The lapse that is due: a request ends by itself where the user let the term pass that they had. The system that an
 * import brought it from had terms of its own: staff decides about those.
 */
export const lapseNow = (
  card: CaseCard,
  { metadata: { source } }: StoredEvent,
  { zone, now }: { readonly zone: string; readonly now: Instant },
) => {
  const lapse = isImport(source) ? undefined : pendingLapse(card, zone);
  return lapse !== undefined && lapse.at <= now ? lapse : undefined;
};

/** A request ends when that is recorded: what was said and done until then stands before it. */
const askedLapse = (complaint: string, { at, reason, cycle }: PendingLapse, events: OwnEvents): Asked => {
  const last = events.at(-1) ?? events[0];
  const trigger = `lapse:${reason}`;
  return {
    name: `${trigger}:${at}`,
    command: { type: 'lapse', data: { reason } },
    meta: {
      commandId: processCommandId({
        ...{ process: deadlinesProcess, complaint, trigger, cycle, level: 0, at },
      }),
      correlationId: last.metadata.correlationId,
      causationId: last.id,
    },
  };
};

/** The lapse that a complaint is asked to record, where one is due. */
export const dueLapse = (
  complaint: string,
  events: OwnEvents,
  given: { readonly zone: string; readonly now: Instant },
): Asked | undefined => {
  const lapse = lapseNow(cardOf(events), events[0], given);
  return lapse && askedLapse(complaint, lapse, events);
};
