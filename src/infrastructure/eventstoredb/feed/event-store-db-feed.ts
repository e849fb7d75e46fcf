import type { EventFeed } from '../../../application/ports/event-feed.js';
import { silentLogger, type Logger } from '../../../application/ports/logger.js';
import { storeError } from '../../../application/errors/store-error.js';
import { placeOf } from '../place.js';
import { usualFeedTuning, type FeedTuning } from './feed-tuning.js';
import { follow, type FollowParts } from './follow.js';

/** What a feed is made of; without a logger it is silent, and what is not tuned is as usual. */
type FeedParts = Omit<FollowParts, 'logger' | 'tuning'> & {
  readonly logger?: Logger;
  readonly tuning?: Partial<FeedTuning>;
};

/**
 * Follows the server's log by a subscription to `$all` that is filtered by the names of streams. It goes on through
 * whatever happens to the server; each position is passed over only when everything up to there was handled. Throws
 * `read-invalid` for a position of another store, and where no prefix is given.
 */
export const eventStoreDbFeed = ({ tuning, logger = silentLogger, ...parts }: FeedParts): EventFeed => ({
  follow: (options) => {
    if (options.after !== undefined) placeOf(options.after);
    if (options.prefixes.length === 0)
      throw storeError('read-invalid', { at: 'prefixes', reason: 'at least one is needed' });
    return follow({ ...parts, logger, tuning: { ...usualFeedTuning, ...tuning } }, options);
  },
});
