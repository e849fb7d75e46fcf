import { accept, reject } from '../../kernel/decision.js';
import type { Decider } from '../../kernel/decider.js';
import type { CommandOf } from '../../kernel/message.js';
import type { PublicationEvent, PublicationEvents } from './events.js';

/** What may be asked of the stream of a calendar or a policy: to publish a version of it. */
export interface PublicationCommands {
  /** Publish this version of a calendar. */
  readonly publishCalendar: PublicationEvents['CalendarPublished'];
  /** Publish this version of a policy. */
  readonly publishPolicy: PublicationEvents['PolicyPublished'];
}

/** A wish to publish a version. */
export type PublicationCommand = CommandOf<PublicationCommands>;

/** The versions that were published, each with the hash of what the provider wrote. */
export type PublicationState = Readonly<Record<number, string>>;

/** Why a version is not published: it is already, or it is already with another content. */
export type PublicationRejectionCode = 'already-published' | 'version-differs';

const versionIn = (event: PublicationEvent): number =>
  event.type === 'CalendarPublished' ? event.data.calendar.version : event.data.policy.version;

const toEvent = (command: PublicationCommand): PublicationEvent =>
  command.type === 'publishCalendar'
    ? { type: 'CalendarPublished', data: command.data }
    : { type: 'PolicyPublished', data: command.data };

/**
 * The versions of one calendar or one policy, each published once and never changed (I-18); its stream's id is the
 * calendar's or the policy's.
 */
export const publication: Decider<
  PublicationCommands,
  PublicationEvents,
  PublicationState,
  null,
  PublicationRejectionCode
> = {
  kind: 'publication',
  initial: {},
  decide: (command, published) => {
    const event = toEvent(command);
    const [version, known] = [versionIn(event), published[versionIn(event)]];
    if (known === undefined) return accept(event);
    const { sourceSha256 } = event.data;
    return reject(known === sourceSha256 ? 'already-published' : 'version-differs', {
      version,
      published: known,
      given: sourceSha256,
    });
  },
  evolve: (published, event) =>
    published[versionIn(event)] === undefined
      ? { ...published, [versionIn(event)]: event.data.sourceSha256 }
      : published,
};
