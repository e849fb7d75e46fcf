import { compensationOwed } from '../../domain/complaint/compensation/affected-period.js';
import { toCredit } from '../../domain/complaint/compensation/uncredited.js';
import { isFiled } from '../../domain/complaint/state.js';
import { numbers } from './numbers.js';
import type { Story } from './story.js';

/** What is due to the user, if anything, is assessed, granted, and credited by the next statement (I-16). */
export const compensate = (story: Story): void => {
  const { staff, tell, state, now } = story;
  const complaint = state();
  if (!isFiled(complaint) || !compensationOwed(complaint, now())) return;
  tell('assessCompensation', {}, staff.system);
  const { assessed, facets } = state();
  if (assessed === null) return;
  story.wait(0.2, 4);
  story.inHours();
  const { proportionalRefund, bonus } = assessed;
  const amounts = { proportionalRefund: { ...proportionalRefund }, bonus: { ...bonus } };
  const reason = facets.attribution === 'force-majeure' ? 'force-majeure' : 'attributable-to-provider';
  tell('grantCompensation', { ...amounts, reason }, staff.billing);
};

const credit = (story: Story): void => {
  if (toCredit(story.state()).length === 0) return;
  story.wait(24, 120);
  story.inHours();
  story.tell('creditCompensation', { creditedAt: story.now() }, story.staff.billing);
};

/** What the user thinks of it, where they say so. */
const rate = (story: Story): void => {
  const { random, tell } = story;
  if (!random.chance(numbers.rated)) return;
  story.wait(1, 20);
  story.byDay();
  const rating = random.chance(numbers.satisfied) ? random.whole(4, 5) : random.whole(1, 3);
  tell('rate', { rating }, story.user());
};

/** After the final word: the proof that it arrived, the end unless an authority looks into it (I-17), the rest. */
export const close = (story: Story): void => {
  const { staff, tell, now, state } = story;
  const notice = state().finalWord?.revision;
  const channel = state().filing?.preferredChannel ?? state().filing?.channel;
  if (notice === undefined || channel === undefined) return;
  story.wait(0.01, 0.3);
  tell('recordDelivery', { notice, channel, deliveredAt: now() }, staff.system);
  story.wait(0.5, 30);
  story.inHours();
  if (state().facets.proceedings > 0) return;
  tell('close', {}, staff.desk);
  rate(story);
  credit(story);
};

/** The final notice: causes, ruling, restoration, all of it from the record (O-23..O-27, I-11). */
export const notifyAndClose = (story: Story): void => {
  const { staff, tell, now, state } = story;
  story.wait(0.3, 8);
  story.inHours();
  const recipient = state().filing?.reporter === undefined ? 'subscriber' : 'reporter';
  tell('notifyUser', { recipient, sentAt: now() }, staff.desk);
  close(story);
};

/** A request that ended by anything but its final word: the user is told, in the hours of the desk. */
export const tellOfTheEnd = (story: Story): void => {
  if (story.state().facets.untold.length === 0) return;
  story.wait(0.5, 8);
  story.inHours();
  story.tell('giveFurtherNotice', { sentAt: story.now() }, story.staff.desk);
};
