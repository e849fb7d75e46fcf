import type { FiledComplaint } from '../state.js';
import type { Channel } from '../vocabulary.js';

/** The user is answered where they chose to be, else by the channel they filed by (I-21). */
export const channelFor = (named: Channel | undefined, { filing }: FiledComplaint): Channel =>
  named ?? filing.preferredChannel ?? filing.channel;
