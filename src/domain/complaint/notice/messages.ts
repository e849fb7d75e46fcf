import type { Instant } from '../../kernel/instant.js';
import type { MoneyTold } from '../compensation/messages.js';
import type { PersonRef } from '../../kernel/message.js';
import type { SaidBy } from '../shapes.js';
import type { CauseCode } from '../diagnosis/messages.js';
import type { Channel, Restoration, RulingOutcome, Tellable } from '../vocabulary.js';

/** Who the final notice is written to: a party, or who was accredited last to act for one (O-36). */
export const recipients = ['subscriber', 'reporter', 'representative'] as const;
/** Who the final notice is written to. */
export type Recipient = (typeof recipients)[number];

/** What a notice beside the final word told. */
export interface ToldByNotice {
  /** The folio (O-17). */
  readonly folio?: true;
  /** The window of the visit of this number (O-30). */
  readonly visit?: number;
  /** What came of it. */
  readonly about?: readonly Tellable[];
}

/** What the user was told at the end, and whether it arrived. */
export interface NoticeEvents {
  /** The final notice: causes, ruling, restoration, as they were recorded (O-23..O-27, I-11). */
  readonly UserNotified: MoneyTold & {
    readonly folio: string;
    readonly causes: readonly CauseCode[];
    /** Revision of the `CauseVerified` it tells. */
    readonly cause: number;
    readonly outcome: RulingOutcome;
    /** Revision of the `Ruled` it tells. */
    readonly ruling: number;
    readonly restoration: Restoration;
    readonly recipient: Recipient;
    /** Who was written to, where that is the one accredited for the user. */
    readonly representative?: PersonRef;
    readonly channel: Channel;
    readonly sentAt: Instant;
    readonly nextInstance?: string;
    /** What is offered where the service cannot be restored (I-09). */
    readonly offer?: 'compensation' | 'cancellation';
    /** Revision of the notice of this cycle that it takes the place of, after a correction or another ruling. */
    readonly replaces?: number;
  };
  /** A durable proof that a notice arrived. `notice`: the revision of the event that sent it. */
  readonly NotificationDelivered: {
    readonly notice: number;
    /** True where that event was the final word. */
    readonly final: boolean;
    readonly channel: Channel;
    readonly deliveredAt: Instant;
  };
  /** A notice did not arrive. `notice`: the revision of the event that sent it. */
  readonly NotificationFailed: {
    readonly notice: number;
    readonly final: boolean;
    readonly channel: Channel;
    readonly failedAt: Instant;
    readonly reason: 'bounced' | 'unreachable' | 'refused' | 'other';
    /** Present where the final word has now been tried in vain on as many days as the terms ask for. */
    readonly unreachable?: true;
    /** What the user is to be told again, where the notice was not the final word. */
    readonly again?: ToldByNotice;
  };
  /** The answer to an inquiry, a suggestion or a procedure; its text is sealed. */
  readonly AnswerProvided: {
    readonly channel: Channel;
    readonly answeredAt: Instant;
    readonly outcome: 'answered' | 'acknowledged' | 'done' | 'not-possible';
  };
  /** The cancellation took effect; its number is the folio. */
  readonly CancellationExecuted: {
    readonly folio: string;
    readonly effectiveAt: Instant;
    readonly channel: Channel;
    /** What the user still owes (positive) or is owed (negative), minor units. */
    readonly balance?: { readonly amount: number; readonly currency: string };
  };
  /**
   * The user was told what came of it beside the final word: an ending of another kind, a grant that came later, an
   * agreement, a resolution that was carried out. All of it is taken from the record (I-11).
   */
  readonly FurtherNoticeGiven: MoneyTold & {
    readonly about: readonly Tellable[];
    readonly channel: Channel;
    readonly sentAt: Instant;
  };
  /** The user's rating after the final answer, 1 (worst) to 5. */
  readonly SatisfactionRated: {
    readonly rating: 1 | 2 | 3 | 4 | 5;
    /** Who said so, where staff took it down. */
    readonly saidBy?: SaidBy;
  };
}

/** What may be asked about the final word. */
export interface NoticeCommands {
  /** Causes, ruling and compensation are taken from the record, never retyped (I-11). */
  readonly notifyUser: {
    /** Default: whom the provider's procedure names (O-36). */
    readonly recipient?: Recipient;
    /** Default: the channel the user chose, else the one they filed by (I-21). */
    readonly channel?: Channel;
    readonly sentAt: Instant;
    /** Only where the service cannot be restored (I-09). */
    readonly restorationImpossible?: {
      readonly reason: string;
      readonly offer: 'compensation' | 'cancellation';
    };
  };
  /** Records that a notice arrived. */
  readonly recordDelivery: Omit<NoticeEvents['NotificationDelivered'], 'final'> & {
    /** The text as it was sent, which is kept, sealed, and rendered from then on. */
    readonly letter?: { readonly subject: string; readonly body: string };
  };
  /** Records that a notice did not arrive. */
  readonly recordDeliveryFailure: Omit<NoticeEvents['NotificationFailed'], 'final' | 'unreachable' | 'again'>;
  /** Answers an inquiry, a suggestion or a procedure; the answer is sealed. */
  readonly provideAnswer: Omit<NoticeEvents['AnswerProvided'], 'channel'> & {
    readonly channel?: Channel;
    readonly answer: string;
  };
  /** Records that a cancellation took effect. */
  readonly executeCancellation: Omit<NoticeEvents['CancellationExecuted'], 'folio' | 'channel'> & {
    readonly channel?: Channel;
  };
  /** Tells the user all that came of it and was not told yet; nothing of it is retyped (I-11). */
  readonly giveFurtherNotice: { readonly channel?: Channel; readonly sentAt: Instant };
  /** Records the user's rating; their comment is sealed. */
  readonly rate: NoticeEvents['SatisfactionRated'] & { readonly comment?: string };
}
