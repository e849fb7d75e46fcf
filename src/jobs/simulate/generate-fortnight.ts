import type { ProviderProfile } from '../../domain/provider/profile.js';
import { openingOf } from '../../domain/provider/opening.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { arrivalsOf, channelSharesOf, type Arrival } from './arrivals.js';
import { tellOfTheEnd } from './conclude.js';
import { describe } from './descriptions.js';
import { liveOutage, type Outage } from './fault-life.js';
import { fileRequest } from './file-request.js';
import { live } from './live.js';
import { dayMs, fromLocal, hourMs, localDay } from './local-time.js';
import { numbers } from './numbers.js';
import { createRandom, type Random } from './random.js';
import type { Script, ScriptedCommand } from './script.js';
import { beginStory, type Story } from './story.js';
import { traps } from './traps.js';

export interface WorkloadOptions {
  readonly seed: string | number;
  readonly profiles: readonly ProviderProfile[];
  /** The fortnight begins at the local midnight before it. */
  readonly from: Instant;
  /** Default 14. */
  readonly days?: number;
  /** Lines of each provider (10,000). */
  readonly accesses?: number;
  /** With the cases of the adversarial set (true). */
  readonly withTraps?: boolean;
}

interface Setting {
  readonly profile: ProviderProfile;
  readonly seed: string | number;
  readonly from: Instant;
  readonly days: number;
  readonly end: number;
}

type Teller = (name: string, start: number, tell: (story: Story) => void) => ScriptedCommand[];

const tellerFor =
  ({ profile, seed, end }: Setting): Teller =>
  (name, start, tell) => {
    const random = createRandom(seed, profile.id, name);
    const { story, told } = beginStory({ profile, seed, name: `${profile.id}-${name}`, random, start, end });
    tell(story);
    return told;
  };

const endings: ReadonlySet<string> = new Set(['close', 'withdraw', 'lapse', 'refuse', 'markDuplicate']);

/** Whether what was told of a request leaves it open at an instant. */
const isOpenAt = (told: readonly ScriptedCommand[], at: Instant): boolean => {
  const last = told.findLast(
    (command) =>
      command.refused === undefined &&
      command.at <= at &&
      (command.type === 'reopen' || endings.has(command.type)),
  );
  return last === undefined || last.type === 'reopen';
};

/** The same subscriber files again by another channel, an hour to a day later: linked, and marked where it goes on (I-25). */
const duplicateOf = (
  story: Story,
  original: string,
  first: readonly ScriptedCommand[],
  { at, kind }: Arrival,
  contract: number,
): void => {
  const { tell, staff, random } = story;
  fileRequest(story, { kind, channel: 'web', receivedAt: at, about: describe(kind, random), contract });
  // What came while the office was closed is filed once it opens: what is not filed yet cannot be named.
  const filed = first.find(({ type }) => type === 'file');
  if (filed === undefined) return;
  story.wait(0.5, 3);
  story.inHours();
  story.waitUntil(millisecondsOf(filed.at));
  tell('linkTo', { relationship: 'duplicate' }, staff.desk, { folioOf: { other: original } });
  if (isOpenAt(first, story.now())) tell('markDuplicate', {}, staff.desk, { folioOf: { of: original } });
  tellOfTheEnd(story);
};

/** An invention in small steps. */
type Steps<Invented> = Generator<undefined, Invented>;

/** All arrivals are drawn before what becomes of them: one source of chance serves both. */
const allArrivals = function* (
  { profile, from, days }: Setting,
  random: Random,
  accesses: number,
): Steps<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const arrival of arrivalsOf(profile, { from, days, accesses, random })) {
    arrivals.push(arrival);
    yield;
  }
  return arrivals;
};

const requests = function* (
  setting: Setting,
  teller: Teller,
  random: Random,
  accesses: number,
): Steps<ScriptedCommand[]> {
  const { profile } = setting;
  const arrivals = yield* allArrivals(setting, random, accesses);
  const told: ScriptedCommand[] = [];
  for (const [index, arrival] of arrivals.entries()) {
    const { kind, channel, at } = arrival;
    const name = String(index + 1).padStart(4, '0');
    const contract = random.whole(1, accesses);
    const first = teller(name, at, (story) => {
      fileRequest(story, { kind, channel, receivedAt: at, about: describe(kind, story.random), contract });
      live(story);
    });
    told.push(...first);
    if (random.chance(numbers.duplicate)) {
      const again = { ...arrival, at: at + random.between(1, 24) * hourMs };
      const second = teller(`${name}-again`, again.at, (story) => {
        duplicateOf(story, `${profile.id}-${name}`, first, again, contract);
      });
      told.push(...second);
    }
    yield;
  }
  return told;
};

const outageCauses = [
  { cause: 'cut-fibre', attribution: 'provider' },
  { cause: 'node-failure', attribution: 'provider' },
  { cause: 'storm', attribution: 'force-majeure' },
] as const;

/** One cause, many calls: they come at once and ebb away, and end with the same repair. */
const outages = function* (
  { profile, days, from }: Setting,
  teller: Teller,
  random: Random,
  accesses: number,
): Steps<ScriptedCommand[]> {
  const { perFortnight, size, decayHours } = numbers.outage;
  const opening = openingOf(profile);
  const scale = (days / 14) * perFortnight;
  const told: ScriptedCommand[] = [];
  const count = Math.max(1, random.poisson(scale));
  for (let index = 0; index < count; index += 1) {
    const day = localDay(from, profile.zone, random.whole(0, Math.max(0, days - 2)));
    const began = millisecondsOf(fromLocal(day + random.between(9, 18) * hourMs, profile.zone));
    const { mu, sigma } = numbers.repairHours;
    const restoredAt = began + Math.min(40, Math.max(2, random.logNormal(mu, sigma / 2))) * hourMs;
    const outage: Outage = {
      id: `${profile.id}-outage-${index + 1}`,
      restoredAt,
      ...random.pick(outageCauses),
    };
    const decay = random.between(decayHours.least, decayHours.most) * hourMs;
    const calls = Math.min(120, Math.round(random.logNormal(size.mu, size.sigma)));
    for (let number = 0; number < calls; number += 1) {
      const at = began + Math.min(random.exponential() * decay, restoredAt - began);
      const online = random.weighted<string>(channelSharesOf(profile)) === 'web';
      const answered = opening.isOpenAt('phone', instantOf(Math.round(at)));
      const channel = online || !answered ? 'web' : 'phone';
      const call = teller(`o${index + 1}-${String(number + 1).padStart(3, '0')}`, at, (story) => {
        const about = {
          subject: 'service',
          defect: 'failure',
          severity: 'high',
          description: 'No hay servicio en mi calle.',
        };
        fileRequest(story, {
          kind: 'fault',
          channel,
          receivedAt: at,
          about,
          contract: story.random.whole(1, accesses),
        });
        liveOutage(story, outage);
      });
      told.push(...call);
      yield;
    }
  }
  return told;
};

/** One trap a day, from the second day on. */
const trapsOf = ({ profile, from }: Setting, teller: Teller, accesses: number): ScriptedCommand[] =>
  Object.entries(traps).flatMap(([name, trap], index) => {
    const midnight = localDay(from, profile.zone, 1 + (index % 7));
    const start = millisecondsOf(fromLocal(midnight, profile.zone));
    return teller(`trap-${name}`, start, (story) => {
      trap(story, midnight, accesses + index + 1);
    });
  });

const fortnightOf = function* (
  profile: ProviderProfile,
  options: WorkloadOptions,
): Steps<readonly (readonly ScriptedCommand[])[]> {
  const { seed, from, days = 14, accesses = numbers.accesses, withTraps = true } = options;
  const start = millisecondsOf(fromLocal(localDay(from, profile.zone, 0), profile.zone));
  const setting: Setting = { profile, seed, from, days, end: start + days * dayMs };
  const teller = tellerFor(setting);
  return [
    yield* requests(setting, teller, createRandom(seed, profile.id, 'requests'), accesses),
    yield* outages(setting, teller, createRandom(seed, profile.id, 'outages'), accesses),
    withTraps ? trapsOf(setting, teller, accesses) : [],
  ];
};

const dateLength = 'YYYY-MM-DD'.length;

/** Commands in the order of their times, those of one instant in the order in which they were told; date by date. */
const inOrder = function* (parts: readonly (readonly ScriptedCommand[])[]): Steps<Script> {
  const dates = new Map<string, ScriptedCommand[]>();
  for (const part of parts)
    for (const command of part) {
      const date = command.at.slice(0, dateLength);
      const others = dates.get(date);
      if (others === undefined) dates.set(date, [command]);
      else others.push(command);
      yield;
    }
  const script: ScriptedCommand[] = [];
  for (const date of [...dates.keys()].sort()) {
    const commands = dates.get(date) ?? [];
    // A sort keeps the order of equals.
    for (const command of commands.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))))
      script.push(command);
    yield;
  }
  return script;
};

/**
 * The same as `generateFortnight`, step by step: a caller that counts on signals gives them their turn between two.
 */
export const fortnightSteps = function* (options: WorkloadOptions): Steps<Script> {
  const parts: (readonly ScriptedCommand[])[] = [];
  for (const profile of options.profiles)
    for (const part of yield* fortnightOf(profile, options)) parts.push(part);
  return yield* inOrder(parts);
};

/**
 * A realistic fortnight of some providers, as commands in the order of their times: a function of its options alone.
 * Names and numbers in it are invented. A command that a rule is there to refuse says so.
 */
export const generateFortnight = (options: WorkloadOptions): Script => {
  const steps = fortnightSteps(options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};
