import { instantOf, type Instant } from '../../domain/kernel/instant.js';
import type { Channel, Kind } from '../../domain/complaint/vocabulary.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { numbers } from './numbers.js';
import { inventPerson } from './people.js';
import type { Story } from './story.js';

export interface Request {
  readonly kind: Kind;
  readonly channel: Channel;
  /** When it reached the provider, milliseconds. */
  readonly receivedAt: number;
  /** What the filing says besides. */
  readonly about: JsonObject;
  /** Number of the contract; the subscriber goes with it. */
  readonly contract: number;
}

const attended: readonly Channel[] = ['phone', 'in-person'];

/** A mail waits until it is read; a call is written down while it lasts; the web registers by itself. */
const register = (story: Story, { channel }: Request): void => {
  if (channel === 'web') return;
  if (attended.includes(channel)) story.wait(0.03, 0.12);
  else {
    story.inHours();
    story.wait(0.1, 1);
  }
};

/** Files a request and tells its folio (O-14..O-17). */
export const fileRequest = (story: Story, request: Request): void => {
  const { profile, random, staff } = story;
  const { kind, channel, about, contract } = request;
  const subscriber = inventPerson(`${profile.id}-sub-${contract}`, random);
  const receivedAt: Instant = instantOf(Math.round(request.receivedAt));
  register(story, request);
  const by = channel === 'web' ? { actor: staff.system.actor, role: staff.system.role } : staff.desk;
  const reporter = random.chance(numbers.reportedByOthers)
    ? { reporter: { ...inventPerson(`${profile.id}-rep-${contract}`, random) } }
    : {};
  story.tell(
    'file',
    {
      kind,
      channel,
      receivedAt,
      subscriber: { ...subscriber },
      ...reporter,
      contract: `${profile.id}-ct-${contract}`,
      service: random.pick(['internet', 'internet', 'internet-tv', 'telephony']),
      price: { amount: random.pick([34_900, 39_900, 49_900, 64_900]), currency: 'MXN' },
      periodDays: 30,
      ...about,
    },
    by,
    { occurredAt: receivedAt },
  );
  if (!attended.includes(channel)) story.wait(0, 0.1);
  const { now, tell } = story;
  tell('communicateFolio', { channel, communicatedAt: now() }, channel === 'web' ? staff.system : staff.desk);
};
