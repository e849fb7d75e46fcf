import { millisecondsOf } from '../../domain/kernel/instant.js';
import type { Attribution } from '../../domain/complaint/vocabulary.js';
import { compensate, notifyAndClose, tellOfTheEnd } from './conclude.js';
import { hourMs } from './local-time.js';
import { numbers } from './numbers.js';
import type { Story } from './story.js';
import { visit } from './visit-life.js';

interface Finding {
  readonly cause: string;
  readonly attribution: Attribution;
}

/** What was wrong, for every fault of a cluster alike. */
export interface Outage extends Finding {
  readonly id: string;
  /** Milliseconds. */
  readonly restoredAt: number;
}

const causes: Readonly<Record<Attribution, readonly [string, ...string[]]>> = {
  provider: ['cut-fibre', 'faulty-splitter', 'network-congestion', 'wrong-configuration', 'faulty-modem'],
  user: ['interference-at-home', 'indoor-wiring', 'equipment-unplugged'],
  'third-party': ['third-party-works', 'upstream-failure'],
  'force-majeure': ['storm', 'power-outage'],
  none: ['no-fault'],
};

const repairs: Readonly<Record<Attribution, readonly [string, ...string[]]>> = {
  provider: ['spliced', 'replaced-modem', 'reconfigured', 'replaced-splitter'],
  user: ['explained', 'moved-router', 'replaced-patch-cord'],
  'third-party': ['rerouted', 'spliced'],
  'force-majeure': ['spliced', 'power-restored'],
  none: ['restarted'],
};

/** Repaired, reported and confirmed (O-20..O-22, O-26); one in twenty users finds it still broken, once. */
const mend = (story: Story, attribution: Attribution, atHome: boolean): void => {
  const { random, staff, tell, now } = story;
  const user = story.user();
  const repairOnce = () => {
    if (atHome) story.byDay();
    tell('repair', { action: random.pick(repairs[attribution]), atHome, restoredAt: now() }, staff.lead);
    story.wait(0.2, 2);
    tell('reportRepair', { outcome: 'repaired' }, staff.lead);
    story.byDay();
    tell('requestRestorationConfirmation', { requestedAt: now() }, staff.system);
    story.wait(0.2, 5);
    story.byDay();
  };
  repairOnce();
  if (random.chance(0.05)) {
    tell('disputeRestoration', { disputedAt: now(), explanation: 'Sigue fallando.' }, user);
    story.wait(2, 12);
    repairOnce();
  }
  const byUser = random.chance(0.7);
  tell(
    'confirmRestoration',
    { by: byUser ? 'user' : 'measurement', confirmedAt: now() },
    byUser ? user : staff.desk,
  );
};

const findingOf = ({ random }: Story): Finding => {
  const attribution = random.weighted(numbers.attributions);
  return { attribution, cause: random.pick(causes[attribution]) };
};

const verify = (story: Story, { cause, attribution }: Finding): void => {
  const faultFound = attribution !== 'none';
  const affected = faultFound ? { affectedFrom: story.receivedAt() } : {};
  story.tell('verifyCause', { causes: [cause], faultFound, attribution, ...affected }, story.staff.lead);
};

/** Found out, put right, ruled on, told: from the cause on, the same for one fault and for a whole cluster. */
const work = (story: Story, finding: Finding, repairAt: number, atHome: boolean): void => {
  const { random, staff, tell } = story;
  const faultFound = finding.attribution !== 'none';
  const now = millisecondsOf(story.now());
  story.waitUntil(now + (repairAt - now) * random.between(0.3, 0.8));
  if (atHome) story.byDay();
  verify(story, finding);
  story.waitUntil(repairAt);
  if (faultFound) mend(story, finding.attribution, atHome);
  else tell('reportRepair', { outcome: 'no-repair-needed' }, staff.lead);
  rule(story, faultFound);
  compensate(story);
  notifyAndClose(story);
};

/** What was found to be none, or the user's own, is seldom upheld; about 80 of 100 are (O-25). */
const rule = (story: Story, faultFound: boolean): void => {
  const { random, staff, tell } = story;
  story.wait(1, 20);
  story.inHours();
  const upheld = faultFound && random.chance(numbers.upheld.fault / 0.97);
  const outcome = upheld ? 'upheld' : 'dismissed';
  const reasons = upheld
    ? 'La falla se verificó y se corrigió.'
    : 'La falla no es atribuible al servicio contratado.';
  tell('rule', { outcome, basis: 'commercial-standard', reasons }, staff.ruling);
};

const goUp = (story: Story): void => {
  const { random, staff, tell, profile, name } = story;
  const reference = `PFC-${name}`;
  if (random.chance(numbers.escalatedOutside)) {
    const outside = { level: 4, trigger: 'user', target: 'PROFECO', externalReference: reference };
    tell('escalate', outside, story.user());
  } else if (random.chance(numbers.escalated))
    tell('escalate', { level: 1, trigger: 'time', target: `${profile.id}-supervisor` }, staff.system);
};

const asksInVain = (story: Story): void => {
  const { staff, tell } = story;
  tell('requestInformation', { question: '¿Cuándo podemos visitarle?' }, staff.desk);
  // The user has ten calendar days.
  story.wait(264, 360);
  tell('lapse', { reason: 'no-answer' }, staff.system);
  tellOfTheEnd(story);
};

const withdraw = (story: Story): void => {
  story.wait(0.5, 8);
  story.byDay();
  story.tell('withdraw', { reason: 'solved-by-itself' }, story.user());
  tellOfTheEnd(story);
};

const reopen = (story: Story): void => {
  story.wait(12, 96);
  story.byDay();
  story.tell('reopen', { reason: 'fault-persists', explanation: 'Volvió a fallar.' }, story.user());
  const soon = millisecondsOf(story.now()) + story.random.between(3, 24) * hourMs;
  work(story, findingOf(story), soon, false);
};

/** No repair comes before a technician could have come. */
const soonest = ({ now, random }: Story, wanted: number): number =>
  Math.max(wanted, millisecondsOf(now()) + random.between(0.2, 1) * hourMs);

const toTechnicalArea = ({ profile, staff, tell }: Story): void => {
  const area = profile.areas.find(({ purposes }) => purposes.includes('repair'))?.id;
  if (area !== undefined) tell('routeToArea', { area, purpose: 'repair' }, staff.desk);
};

const assign = ({ staff, tell }: Story): void => {
  tell('assignTechnician', { technician: staff.lead.actor }, staff.desk);
};

/** A fault of a cluster, after it was filed. */
export const liveOutage = (story: Story, outage: Outage): void => {
  story.wait(0.1, 2);
  story.inHours();
  story.tell('linkMassOutage', { outage: outage.id }, story.staff.desk);
  assign(story);
  work(story, outage, soonest(story, outage.restoredAt), false);
};

const repairAfter = ({ random, receivedAt }: Story): number => {
  const { mu, sigma } = numbers.repairHours;
  return millisecondsOf(receivedAt()) + random.logNormal(mu, sigma) * hourMs;
};

/** A fault, or a technical complaint, after it was filed. */
export const liveFault = (story: Story): void => {
  const { random, staff, tell, state } = story;
  story.wait(0.1, 2);
  story.inHours();
  tell('classify', { severity: random.pick(['normal', 'normal', 'high']) }, staff.desk);
  if (state().facets.track === 'technical-complaint') toTechnicalArea(story);
  const end = random.share();
  if (end < numbers.withdrawn) {
    withdraw(story);
    return;
  }
  if (end < numbers.withdrawn + numbers.lapsed) {
    asksInVain(story);
    return;
  }
  assign(story);
  goUp(story);
  const visited = random.chance(numbers.visit.needed);
  if (visited) visit(story);
  work(story, findingOf(story), soonest(story, repairAfter(story)), visited);
  if (state().facets.ending === 'closed' && random.chance(numbers.reopened)) reopen(story);
};
