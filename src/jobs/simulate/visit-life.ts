import { instantOf, millisecondsOf } from '../../domain/kernel/instant.js';
import { hourMs, withinHours } from './local-time.js';
import { numbers } from './numbers.js';
import type { Story } from './story.js';

const windowHours = 4;

const latestVisit = (story: Story): number => Math.max(0, ...Object.keys(story.state().visits).map(Number));

/** Visits are agreed on the full hour, by day. */
const visitFrom = ({ profile }: Story, wanted: number): number => {
  const { opens, closes } = numbers.visiting;
  return withinHours(Math.ceil(wanted / hourMs) * hourMs, profile.zone, opens, closes);
};

/** A visit is agreed and told (O-28..O-30), and then it happens, or does not. */
const visitOnce = (story: Story): 'completed' | 'failed' => {
  const { random, staff, tell, now, state } = story;
  story.inHours();
  const from = visitFrom(story, millisecondsOf(now()) + random.between(3, 20) * hourMs);
  const window = { from: instantOf(from), to: instantOf(from + windowHours * hourMs) };
  const purpose = random.pick(['inspection', 'repair', 'equipment']);
  tell('scheduleVisit', { visitor: staff.lead.actor, window, purpose }, staff.desk);
  const visit = latestVisit(story);
  const channel = state().filing?.channel ?? 'phone';
  story.wait(0.02, 0.2);
  tell('notifyVisit', { visit, channel, notifiedAt: now() }, staff.desk);
  story.waitUntil(from);
  story.wait(0.1, windowHours);
  const outcome = random.share();
  const { userAbsent, providerMissed } = numbers.visit;
  if (outcome < userAbsent + providerMissed) {
    const reason = outcome < userAbsent ? 'user-absent' : 'provider-missed';
    tell('failVisit', { visit, reason, failedAt: now() }, reason === 'user-absent' ? staff.lead : staff.desk);
    return 'failed';
  }
  const startedAt = now();
  story.wait(0.3, 1.5);
  tell('completeVisit', { visit, startedAt, endedAt: now() }, staff.lead);
  return 'completed';
};

/** One visit, and another where it failed or was not enough: three at most. */
export const visit = (story: Story): void => {
  for (let visits = 1; visits <= 3; visits += 1) {
    const outcome = visitOnce(story);
    if (outcome === 'completed' && !story.random.chance(numbers.visit.second)) return;
  }
};
