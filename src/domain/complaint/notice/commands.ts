import type { Instant } from '../../kernel/instant.js';
import type { Channel } from '../vocabulary.js';
import type { NoticeEvents } from './events.js';

export interface NoticeCommands {
  /** Causes, ruling and compensation are taken from the record, never retyped (I-11). */
  readonly notifyUser: {
    readonly recipient: 'subscriber' | 'reporter';
    /** Default: the channel the user chose, else the one they filed by (I-21). */
    readonly channel?: Channel;
    readonly sentAt: Instant;
    /** Only where the service cannot be restored (I-09). */
    readonly restorationImpossible?: {
      readonly reason: string;
      readonly offer: 'compensation' | 'cancellation';
    };
  };
  readonly recordDelivery: Omit<NoticeEvents['NotificationDelivered'], 'final'>;
  readonly recordDeliveryFailure: Omit<NoticeEvents['NotificationFailed'], 'final'>;
  readonly provideAnswer: Omit<NoticeEvents['AnswerProvided'], 'channel'> & {
    readonly channel?: Channel;
    readonly answer: string;
  };
  readonly executeCancellation: Omit<NoticeEvents['CancellationExecuted'], 'folio' | 'channel'> & {
    readonly channel?: Channel;
  };
  readonly rate: NoticeEvents['SatisfactionRated'] & { readonly comment?: string };
}
