import type { RoutingPurpose } from '../../domain/complaint/vocabulary.js';
import { close, notifyAndClose } from './conclude.js';
import { numbers } from './numbers.js';
import type { Story } from './story.js';

const areaFor = ({ profile }: Story, purpose: RoutingPurpose): string =>
  profile.areas.find(({ purposes }) => purposes.includes(purpose))?.id ?? profile.areas[0]?.id ?? '';

const route = (story: Story, purpose: RoutingPurpose): void => {
  story.wait(0.2, 6);
  story.inHours();
  story.tell('routeToArea', { area: areaFor(story, purpose), purpose }, story.staff.desk);
};

/** Days that an area takes: half of what it gets within a day, a tenth in more than three weeks. */
const deliberate = (story: Story): void => {
  const { mu, sigma } = numbers.answerDays;
  const hours = Math.min(24 * 60, story.random.logNormal(mu, sigma) * 24);
  story.wait(hours, hours);
  story.inHours();
};

const found = {
  cause: { billing: 'billing-error', other: 'poor-attention' },
  attribution: 'provider',
  outcome: 'upheld',
  reasons: 'Lo reclamado se comprobó.',
} as const;
const notFound = {
  cause: { billing: 'as-contracted', other: 'not-proven' },
  attribution: 'none',
  outcome: 'dismissed',
  reasons: 'Lo reclamado no se comprobó: corresponde a lo contratado.',
} as const;

/** *Aclaraciones* and complaints that no technician mends: the competent area finds out, and it is ruled on. */
export const liveWithArea = (story: Story, undueCharge: boolean): void => {
  const { random, staff, tell } = story;
  route(story, undueCharge ? 'clarification' : 'conciliation');
  deliberate(story);
  const upheld = random.chance(undueCharge ? numbers.upheld.billing : numbers.upheld.other);
  const { cause, outcome, attribution, reasons } = upheld ? found : notFound;
  const causes = [cause[undueCharge ? 'billing' : 'other']];
  tell('verifyCause', { causes, faultFound: upheld, attribution }, staff.area);
  story.wait(0.5, 24);
  story.inHours();
  tell('rule', { outcome, basis: 'consumer-law-compensation', reasons }, staff.ruling);
  if (upheld && undueCharge) refund(story);
  notifyAndClose(story);
};

const refund = (story: Story): void => {
  const amount = story.random.whole(4_900, 39_900);
  story.tell(
    'grantCompensation',
    {
      proportionalRefund: { amount, currency: 'MXN' },
      bonus: { amount: Math.ceil(amount / 5), currency: 'MXN' },
      reason: 'undue-charge',
    },
    story.staff.billing,
  );
};

/** Inquiries, suggestions and procedures: an answer ends them. */
export const liveToAnswer = (story: Story, kind: 'inquiry' | 'suggestion' | 'procedure'): void => {
  const { staff, tell, now, random } = story;
  if (kind === 'procedure') route(story, 'clarification');
  const hours = Math.min(240, random.logNormal(1, 1.2));
  story.wait(hours, hours);
  story.inHours();
  const outcome = { inquiry: 'answered', suggestion: 'acknowledged', procedure: 'done' }[kind];
  tell('provideAnswer', { answeredAt: now(), outcome, answer: 'Le informamos lo que preguntó.' }, staff.desk);
  close(story);
};

/** *Baja*: executed by billing, under the same number. */
export const liveToCancellation = (story: Story): void => {
  route(story, 'clarification');
  story.wait(1, 48);
  story.inHours();
  story.tell(
    'executeCancellation',
    { effectiveAt: story.now(), balance: { amount: 0, currency: 'MXN' } },
    story.staff.billing,
  );
  close(story);
};
